using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>The headings that lists and forms really use, each beside the columns a list must have.</summary>
public sealed class HeadingsTests
{
    [Theory]
    [InlineData(MemberField.Ordinal, "STT; Stt; TT; #; Số TT; Số thứ tự")]
    [InlineData(MemberField.Sex, "Giới tính; Giới tính\n(Nam hoặc nữ); Giới tính(*); GIỚI TÍNH; Phái; GT; Nam/Nữ")]
    [InlineData(MemberField.FemaleTick, "Nữ; NU; NỮ")]
    [InlineData(MemberField.MaleTick, "Nam; NAM")]
    [InlineData(MemberField.CitizenId, "Số CMND/CCCD; Số thẻ căn cước/CMND; Mã định danh học sinh(*); Số CCCD; CCCD; Số định danh; Số định danh cá nhân; Căn cước; Số giấy tờ; Số CMND / CCCD")]
    [InlineData(MemberField.CitizenId, "CMND; Số CMND")] // The only column of numbers: 12-digit numbers stand in it as well.
    [InlineData(MemberField.IdIssuedOn, "Ngày cấp; Ngày cấp CCCD")]
    [InlineData(MemberField.IdIssuedAt, "Nơi cấp; Nơi cấp CCCD")]
    [InlineData(MemberField.CardNumber, "Mã định danh đoàn viên; Số thẻ đoàn; Mã SV; MÃ SV; MSSV; MASV; Mã sinh viên; MÃ SỐ SINH VIÊN; Mã cán bộ; Mã số; Số thẻ hội viên; Mã HV")]
    [InlineData(MemberField.EthnicGroup, "Dân tộc; Dân Tộc; Tên dân tộc")]
    [InlineData(MemberField.Religion, "Tôn giáo")]
    [InlineData(MemberField.Education, "Trình độ văn hóa ; Học vấn; Văn bằng; Trình độ học vấn; Trình độ; Văn hóa")]
    [InlineData(MemberField.Qualification, "Trình độ chuyên môn; Chuyên môn; Học vị; Học hàm; Chuyên môn (TC, CĐ, ĐH, SĐH)")]
    [InlineData(MemberField.PoliticalTheory, "Trình độ LLCT; Lý luận chính trị ; Chính trị")]
    [InlineData(MemberField.ComputerSkills, "Tin học")]
    [InlineData(MemberField.ForeignLanguages, "Ngoại ngữ")]
    [InlineData(MemberField.AdmittedOn, "Thời gian vào đoàn; Ngày vào Đoàn; Ngày vào Hội; Ngày vào hội (*); Ngày vào Hội CCB; Ngày kết nạp; Ngày vào HND; NGAY VAO HOI; Ngày, tháng, năm\nvào Hội")]
    [InlineData(MemberField.AdmissionResolution, "Số Nghị quyết chuẩn y kết nạp đoàn viên")]
    [InlineData(MemberField.CardIssuedOn, "Ngày cấp thẻ")]
    [InlineData(MemberField.JoinedPartyOn, "Thời gian vào Đảng; Ngày vào Đảng (dự bị, chính thức)")]
    [InlineData(MemberField.Office, "Chức vụ; Chức vụ trong chi đoàn; Chức danh; Chức vụ trong Hội; Vai trò")]
    [InlineData(MemberField.Occupation, "Nghề nghiệp hiện nay; Nghề nghiệp; Đối tượng đoàn viên; Đơn vị công tác hiện tại")]
    [InlineData(MemberField.Address, "Địa chỉ; Địa chỉ(*); Địa chỉ liên hệ; Nơi ở hiện nay; Chỗ ở hiện tại; Tạm trú; Ðịa chỉ")]
    [InlineData(MemberField.PermanentAddress, "Địa chỉ thường trú; Hộ khẩu thường trú; Nơi thường trú; Địa chỉ GD")]
    [InlineData(MemberField.PlaceOfOrigin, "Quê quán; Nguyên quán")]
    [InlineData(MemberField.PlaceOfBirth, "Nơi sinh")]
    [InlineData(MemberField.Phone, "Số điện thoại; Điện thoại; Điện thoại liên hệ; SỐ ĐT; SĐT; SDT; ĐT DĐ; SĐT của học sinh; Điện thoại SV (số sẽ sử dụng lâu dài ...); Phone; Di động; Số ĐT liên hệ; SĐT/Zalo")]
    [InlineData(MemberField.HomePhone, "ĐT GĐ; Điện thoại gia đình")]
    [InlineData(MemberField.Email, "Email; Email liên hệ; Địa chỉ email; EMAILSV; Email 2\n(...); Mail; Thư điện tử")]
    [InlineData(MemberField.Branch, "Chi Đoàn; Liên chi Đoàn; Chi hội; Tổ hội")]
    [InlineData(MemberField.Neighbourhood, "Đơn vị; Lớp; Mã lớp; Tổ dân phố; Khu phố; Ấp; Thôn; Đơn vị công tác")]
    [InlineData(MemberField.Household, "Chủ hộ; Quan hệ với chủ hộ; Hộ nghèo; Cận nghèo; Gia đình chính sách")]
    [InlineData(MemberField.Rating, "Rèn luyện đoàn viên; Đánh giá, xếp loại đoàn viên; Khen thưởng; Kỷ luật; Đoàn viên danh dự; Hội viên nòng cốt; Hội viên ưu tú; Hội viên danh dự")]
    [InlineData(MemberField.Note, "Ghi chú; GHI CHÚ; Lý do; Tình trạng")]
    [InlineData(MemberField.Age, "Tuổi")]
    [InlineData(MemberField.CitizenId, "CCCD/CMTND; CCCD/mã định danh; Số CCCD/Mã định danh cá nhân; Mã số định danh; ID No.; Số CCCD / ID number; Căn cước/CCCD")]
    [InlineData(MemberField.CitizenId, "Số chứng minh; Chứng minh thư")] // The only column of numbers.
    [InlineData(MemberField.PermanentAddress, "Nơi ĐKTT; Địa chỉ thường trú sau sáp nhập; Nơi đăng ký thường trú; ĐKHK; HKTT; Permanent address")]
    [InlineData(MemberField.Address, "Địa chỉ hiện tại; Địa chỉ mới sau sáp nhập; Địa chỉ / Address; Nơi ở (Residence)")]
    [InlineData(MemberField.Phone, "Điện thoại/Zalo; Điện thoại (Zalo); Zalo; Số điện thoại / Phone; Điện thoại\n(Telephone); Số máy")]
    [InlineData(MemberField.Branch, "Đơn vị sinh hoạt; Chi hội sinh hoạt; Chi hội (ấp, khu vực); Chi hội/Chi đoàn")]
    [InlineData(MemberField.AdmittedOn, "Ngày tham gia Hội; Năm kết nạp Hội; Năm tham gia; Date joined; Ngày vào Hội / Date of joining")]
    [InlineData(MemberField.Sex, "Giới tính/Gender; Sex; Giới tính (Sex)")]
    [InlineData(MemberField.NumberAndPhone, "CCCD/SĐT; Số CCCD, số điện thoại; SĐT - CCCD")]
    [InlineData(MemberField.Leaving, "Lý do giảm; Ngày mất; Ngày chuyển đi; Nơi chuyển đến; Giảm; Lý do ra khỏi Hội")]
    public void Heading_WhenUsedInRealLists_IsKnown(MemberField field, string variants)
    {
        var found = variants.Split(';').Select(heading => FieldOf(heading, $"Họ và tên|Ngày sinh|{heading}", 2));

        Assert.All(found, variant => Assert.Equal((field, variant.Heading), (variant.Field, variant.Heading)));
    }

    [Theory]
    [InlineData("Họ và tên; Họ và Tên; HỌ VÀ TÊN ; Họ tên; Họ tên SV; Họ và tên học sinh(*); HOTEN; Họ và tên cựu chiến binh; Họ, đệm và tên; Họ, chữ đệm và tên; Họ tên khai sinh; Tên hội viên; Tên")]
    [InlineData("Ho va ten; ho ten; Họ và\ntên; HỌ  VÀ  TÊN; (Họ và tên); *Họ và tên*; \u00A0Họ và tên\u00A0; \uFEFFHọ tên")]
    [InlineData("Ho\u0323 va\u0300 te\u0302n; Họ va\u0300 tên")] // Decomposed, and half composed as Windows-1258 has it.
    public void NameHeading_WhenUsedInRealLists_IsKnown(string variants)
    {
        var found = variants.Split(';').Select(heading => FieldOf(heading, $"{heading}|Ngày sinh", 0));

        Assert.All(found, variant => Assert.Equal((MemberField.FullName, variant.Heading), (variant.Field, variant.Heading)));
    }

    [Theory]
    [InlineData("Ngày sinh; Ngày sinh ; Ngày sinh\n(ngày/tháng/năm); Ngày sinh(*); Ngày, tháng,\nnăm sinh; Năm sinh; NS; Sinh ngày; Ngày sinh (dd/mm/yyyy); NGAYSINH; nam sinh")]
    public void BirthHeading_WhenUsedInRealLists_IsKnown(string variants)
    {
        var found = variants.Split(';').Select(heading => FieldOf(heading, $"Họ và tên|{heading}", 1));

        Assert.All(found, variant => Assert.Equal((MemberField.DateOfBirth, variant.Heading), (variant.Field, variant.Heading)));
    }

    [Theory]
    [InlineData("Họ tên cha")]
    [InlineData("Họ tên phụ huynh")]
    [InlineData("Giới tính con")]
    [InlineData("Giới tính (con)")]
    [InlineData("SĐT vợ")]
    [InlineData("Ngày sinh của con")]
    [InlineData("CCCD chồng")]
    [InlineData("Số điện thoại mẹ")]
    [InlineData("gioi tinh con")]
    [InlineData("Mã dân tộc")]
    [InlineData("Năm")] // A year is no man, though "Nam" without marks is the same.
    public void Heading_WhenNotTheMembers_IsLeftAlone(string heading)
    {
        var (_, field) = FieldOf(heading, $"Họ và tên|Ngày sinh|{heading}", 2);

        Assert.Null(field);
    }

    private static (string Heading, MemberField? Field) FieldOf(string heading, string headings, int column) =>
        (heading, Sheet.Shape(headings).Columns.Single(found => found.Index == column).Field);
}
