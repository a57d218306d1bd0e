using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class LearningParsingTests
{
    private const string Headings = "Họ tên|Năm sinh|Trình độ học vấn|Trình độ chuyên môn|Lý luận chính trị";

    [Theory]
    [InlineData("12/12", "12/12")]
    [InlineData("Lớp 9/12", "9/12")]
    [InlineData("7 / 10", "7/10")]
    [InlineData("THPT", "Trung học phổ thông")]
    [InlineData("cấp II", "Trung học cơ sở")]
    [InlineData("Đại học", "Đại học")]
    public void Education_IsRead(string written, string expected) => AssertRead(new Learning(expected, null, null), written, null, null);

    [Theory]
    [InlineData("TC", "Trung cấp")]
    [InlineData("CĐ", "Cao đẳng")]
    [InlineData("ĐH Luật", "Đại học Luật")]
    [InlineData("Đh. Kinh tế", "Đại học Kinh tế")]
    [InlineData("Trung cấp nghề", "Trung cấp nghề")]
    [InlineData("ThS Quản lý công", "Thạc sĩ Quản lý công")]
    [InlineData("Cử nhân (Luật)", "Cử nhân (Luật)")]
    [InlineData("Chưa qua đào tạo", "Chưa có")]
    public void Qualification_IsRead_WithItsSubject(string written, string expected) => AssertRead(new Learning(null, expected, null), null, written, null);

    [Theory]
    [InlineData("SC", "Sơ cấp")]
    [InlineData("Cao cấp LLCT", "Cao cấp")]
    [InlineData("TCCT", "Trung cấp")]
    public void PoliticalTheory_IsRead(string written, string expected) => AssertRead(new Learning(null, null, expected), null, null, written);

    [Theory]
    [InlineData("13/12", null, null, "13/12", MemberField.Education)]
    [InlineData(null, "May công nghiệp", null, "May công nghiệp", MemberField.Qualification)]
    [InlineData(null, "Trung cấp, Đại học", null, "Trung cấp, Đại học", MemberField.Qualification)]
    [InlineData(null, null, "Khá", "Khá", MemberField.PoliticalTheory)]
    public void Level_WhenNoListHasIt_IsKeptAsWrittenAndSaid(string? education, string? qualification, string? theory, string written, MemberField field)
    {
        var member = Parse(education, qualification, theory);

        Assert.Equal(new Learning(education, qualification, theory), member.Learning);
        Assert.Equal([new RowWarning(RowWarningCode.LearningUnknown, field, written)], member.Warnings);
    }

    [Theory]
    [InlineData(2025, 12, 12, "12/12")]
    [InlineData(2025, 9, 12, "9/12")] // As Excel in English reads 9/12, and as Excel in Vietnamese does.
    [InlineData(2025, 12, 9, "9/12")]
    [InlineData(2025, 10, 7, "7/10")]
    public void Class_ThatExcelTookForADay_IsProposedAsTheClass(int year, int month, int day, string expected)
    {
        var member = Parse(Sheet.Date(new DateTime(year, month, day).ToOADate()), null, null);

        Assert.Equal(expected, member.Learning.Education);
        Assert.Equal([new RowRepair(RepairCode.ClassInDateCell, MemberField.Education)], member.Repaired);
    }

    [Fact]
    public void Day_ThatIsNoClass_IsKeptAsWrittenAndSaid()
    {
        var member = Parse(Sheet.Date(new DateTime(2025, 8, 9).ToOADate()), null, null);

        Assert.Empty(member.Repaired);
        Assert.Equal(RowWarningCode.LearningUnknown, Assert.Single(member.Warnings).Code);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("không rõ")]
    public void Dash_SaysNothing(string written) => AssertRead(Learning.Unknown, written, written, written);

    private static void AssertRead(Learning expected, string? education, string? qualification, string? theory)
    {
        var member = Parse(education, qualification, theory);

        Assert.Equal(expected, member.Learning);
        Assert.Empty(member.Warnings);
    }

    private static ParsedMember Parse(object? education, object? qualification, object? theory) =>
        Sheet.Parse(Headings, "Nguyễn An", "1980", education, qualification, theory);
}
