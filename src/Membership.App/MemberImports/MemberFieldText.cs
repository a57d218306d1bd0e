using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What officers call the fields that the register keeps, and those that a refusal can name.</summary>
public static class MemberFieldText
{
    private static readonly Dictionary<MemberField, string> Names = new()
    {
        [MemberField.FullName] = "Họ và tên",
        [MemberField.FamilyAndMiddleName] = "Họ và chữ đệm",
        [MemberField.MiddleName] = "Chữ đệm",
        [MemberField.GivenName] = "Tên",
        [MemberField.DateOfBirth] = "Ngày sinh",
        [MemberField.BirthYear] = "Năm sinh",
        [MemberField.BirthMonth] = "Tháng sinh",
        [MemberField.BirthDay] = "Ngày trong tháng sinh",
        [MemberField.BirthIfMale] = "Ngày sinh (nam)",
        [MemberField.BirthIfFemale] = "Ngày sinh (nữ)",
        [MemberField.Sex] = "Giới tính",
        [MemberField.MaleTick] = "Nam",
        [MemberField.FemaleTick] = "Nữ",
        [MemberField.CitizenId] = "Số định danh (CCCD)",
        [MemberField.FormerIdNumber] = "Số CMND",
        [MemberField.Phone] = "Số điện thoại",
        [MemberField.HomePhone] = "Điện thoại gia đình",
        [MemberField.EthnicGroup] = "Dân tộc",
        [MemberField.Religion] = "Tôn giáo",
        [MemberField.Education] = "Trình độ học vấn",
        [MemberField.Qualification] = "Trình độ chuyên môn",
        [MemberField.PoliticalTheory] = "Lý luận chính trị",
        [MemberField.Address] = "Nơi ở",
        [MemberField.PermanentAddress] = "Nơi thường trú",
        [MemberField.Branch] = "Chi hội, chi đoàn",
        [MemberField.Neighbourhood] = "Khu vực, ấp",
        [MemberField.AdmittedOn] = "Ngày vào tổ chức",
        [MemberField.Office] = "Chức vụ",
        [MemberField.Organization] = "Tổ chức tham gia",
        [MemberField.NumberAndPhone] = "Số định danh và số điện thoại",
    };

    private static readonly Dictionary<MemberField, string> NotKept = new()
    {
        [MemberField.Ordinal] = "Số thứ tự",
        [MemberField.IdIssuedOn] = "Ngày cấp giấy tờ",
        [MemberField.IdIssuedAt] = "Nơi cấp giấy tờ",
        [MemberField.Email] = "Thư điện tử",
        [MemberField.PlaceOfOrigin] = "Quê quán",
        [MemberField.PlaceOfBirth] = "Nơi sinh",
        [MemberField.AdmissionResolution] = "Số quyết định kết nạp",
        [MemberField.CardNumber] = "Số thẻ, mã hội viên",
        [MemberField.CardIssuedOn] = "Ngày cấp thẻ",
        [MemberField.JoinedPartyOn] = "Ngày vào Đảng",
        [MemberField.FullPartyMemberOn] = "Ngày vào Đảng chính thức",
        [MemberField.Occupation] = "Nghề nghiệp",
        [MemberField.ComputerSkills] = "Tin học",
        [MemberField.ForeignLanguages] = "Ngoại ngữ",
        [MemberField.Household] = "Hộ gia đình",
        [MemberField.Rating] = "Xếp loại, khen thưởng, kỷ luật",
        [MemberField.Age] = "Tuổi",
        [MemberField.Note] = "Ghi chú",
        [MemberField.Leaving] = "Lý do, ngày giảm (đã rời tổ chức)",
    };

    /// <summary>Every field that a column can be chosen to hold, those that the register keeps first.</summary>
    public static IReadOnlyList<MemberField> Choosable { get; } = [.. Names.Keys, .. NotKept.Keys];

    public static string Of(MemberField field) => Names.GetValueOrDefault(field) ?? NotKept.GetValueOrDefault(field, "Thông tin khác");

    /// <summary>Whether the register keeps the field; the others stay in the stored file.</summary>
    public static bool IsKept(MemberField field) => Names.ContainsKey(field);
}
