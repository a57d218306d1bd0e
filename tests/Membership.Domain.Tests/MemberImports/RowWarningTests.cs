using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class RowWarningTests
{
    private const string Headings = "Họ tên|Ngày sinh|Giới tính|Số CCCD|Số điện thoại|Ngày vào Đoàn";

    [Theory]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092080001234", "0900123456", "1998")] // Nothing is wrong.
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092180001234", "0900123456", "1998", RowWarningCode.CitizenIdAgainstSex)]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092081001234", "0900123456", "1998", RowWarningCode.CitizenIdAgainstBirthYear)]
    [InlineData("Lê Văn An", "05/03/2005", "Nam", "092205001234", "0900123456", "2021")] // Born after 1999: third digit pair of the century.
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "003080001234", "0900123456", "1998", RowWarningCode.ProvinceCodeUnknown)]
    [InlineData("Lê Thị An", "05/03/1980", "Nam", "092080001234", "0900123456", "1998", RowWarningCode.NameAgainstSex)]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092080001234", "0900123456/0900123457", "1998", RowWarningCode.PhoneUnreadable)]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092080001234", "0900123456", "1979", RowWarningCode.JoinedTooYoung)]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092080001234", "0900123456", "1985", RowWarningCode.JoinedTooYoung)]
    [InlineData("Lê Văn An", "05/03/1980", "Nam", "092080001234", "0900123456", "1986")] // Six in that year.
    [InlineData("Lê Văn An - Võ Ba", "05/03/1980", "Nam", "092080001234", "0900123456", "1998", RowWarningCode.PerhapsTwoPeople)]
    public void Row_WhenValuesContradict_IsTakenWithAWarning(
        string name, string birth, string sex, string number, string phone, string joined, params RowWarningCode[] warnings)
    {
        var member = Sheet.Parse(Headings, name, birth, sex, number, phone, joined);

        Assert.Equal(warnings, member.Warnings.Select(warning => warning.Code));
        Assert.Empty(member.Problems);
    }

    [Theory]
    [InlineData("Lê Hoàng Dũng và vợ", RowWarningCode.PerhapsTwoPeople)]
    [InlineData("Ánh, Nguyễn Thị", RowWarningCode.NameHasAdditions)]
    [InlineData("Bà Phạm Thị B", RowWarningCode.NameHasAdditions)]
    [InlineData("Trần An (Út Hiền)", RowWarningCode.NameHasAdditions)]
    public void Name_WhenItSaysMoreThanAName_IsTakenWithAWarning(string name, params RowWarningCode[] warnings)
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh", name, "05/03/1980");

        Assert.Equal(warnings, member.Warnings.Select(warning => warning.Code));
        Assert.Empty(member.Problems);
    }

    [Theory]
    [InlineData("1980", false)]
    [InlineData("1981", true)]
    [InlineData("", false)]
    public void BirthYear_WhenItContradictsTheBirthDate_IsAWarning(string year, bool isWarned)
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh|Năm sinh", "Lê An", "05/03/1980", year);

        Assert.Equal(isWarned ? [RowWarningCode.BirthYearAgainstBirthDate] : [], member.Warnings.Select(warning => warning.Code));
        Assert.Equal("1980-03-05", member.BirthDate?.ToString());
    }

    [Fact]
    public void Address_ThatExcelTookForADay_IsKeptAsShownWithAWarning()
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh|Địa chỉ", "Lê An", "05/03/1980", Sheet.Date(45779));

        Assert.Equal(("shown", RowWarningCode.DayInTextCell), (member.Address, Assert.Single(member.Warnings).Code));
    }

    [Theory]
    [InlineData("30/06/2010", false)] // 16 on the day of the list.
    [InlineData("01/07/2010", true)]
    [InlineData("2010", false)] // Perhaps 16.
    [InlineData("2011", true)]
    [InlineData("30/06/1996", false)] // 30
    [InlineData("01/07/1995", false)] // Still 30.
    [InlineData("30/06/1995", true)] // 31
    [InlineData("1995", false)] // Perhaps 30.
    [InlineData("1994", true)]
    public void Age_WhenOutsideTheRule_IsAWarning(string birth, bool isWarned)
    {
        var rules = new RowRules(Sheet.Shape("Họ tên|Ngày sinh"), Sheet.AsOf) { Age = new AgeRange(16, 30) };

        var member = MemberRowParser.Parse(Sheet.Row(2, "Lê An", birth), rules);

        Assert.Equal(isWarned ? [RowWarningCode.AgeOutsideRule] : [], member.Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData("30/06/2026")]
    [InlineData("2026")]
    public void BirthDate_WhenInTheYearOfTheList_IsAProblem(string birth)
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh", "Lê An", birth);

        Assert.Equal(RowProblemCode.BornInYearOfList, member.Problems.Single().Code);
        Assert.Null(member.BirthDate);
    }
}
