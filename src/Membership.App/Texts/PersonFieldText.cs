using Membership.Domain.Members;

namespace Membership.App.Texts;

/// <summary>The person's own fields as officers call them.</summary>
public static class PersonFieldText
{
    public static string Of(PersonField field) => field switch
    {
        PersonField.FullName => "Họ và tên",
        PersonField.Sex => "Giới tính",
        PersonField.DateOfBirth => "Ngày sinh",
        PersonField.CitizenId => "Số định danh (CCCD)",
        PersonField.FormerIdNumber => "Số CMND",
        PersonField.Phone => "Số điện thoại",
        PersonField.Ethnicity => "Dân tộc",
        PersonField.Religion => "Tôn giáo",
        _ => "Thông tin khác",
    };
}
