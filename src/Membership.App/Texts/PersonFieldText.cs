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
        PersonField.Education => "Trình độ học vấn",
        PersonField.Qualification => "Trình độ chuyên môn",
        PersonField.PoliticalTheory => "Lý luận chính trị",
        _ => "Thông tin khác",
    };

    /// <summary>What to do about a value that could not be read.</summary>
    public static string HowToWrite(PersonField field) => field switch
    {
        PersonField.FullName => "Hãy ghi họ và tên của một người, chỉ gồm chữ cái.",
        PersonField.Sex => "Hãy chọn giới tính.",
        PersonField.DateOfBirth => "Hãy ghi ngày sinh có thật dạng 12/05/1980, hoặc 05/1980, hoặc 1980 nếu không rõ ngày, tháng.",
        PersonField.CitizenId => "Số định danh phải có đủ 12 chữ số.",
        PersonField.FormerIdNumber => "Số CMND phải có đủ 9 chữ số.",
        PersonField.Phone => "Số điện thoại phải bắt đầu bằng 0 và có 10 hoặc 11 chữ số.",
        _ => "Hãy ghi ngắn lại, không quá 60 ký tự.",
    };
}
