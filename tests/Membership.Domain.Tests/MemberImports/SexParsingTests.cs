using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class SexParsingTests
{
    [Theory]
    [InlineData("Nam", Sex.Male)]
    [InlineData("NAM ", Sex.Male)]
    [InlineData("nam", Sex.Male)]
    [InlineData("Male", Sex.Male)]
    [InlineData("Nữ", Sex.Female)]
    [InlineData("nữ\u00A0", Sex.Female)]
    [InlineData("NU", Sex.Female)]
    [InlineData("NỮ.", Sex.Female)]
    [InlineData("Nư\u0303", Sex.Female)] // Half composed.
    [InlineData("Nƣ\u0303", Sex.Female)] // From a PDF.
    [InlineData("Female", Sex.Female)]
    [InlineData("", null)] // Unknown is no problem.
    public void Sex_WhenAWord_IsRead(string written, Sex? sex)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Giới tính", "Lê Tám", "1980", written);

        Assert.Equal((sex, 0), (member.Sex, member.Problems.Count));
    }

    [Theory]
    [InlineData("N")] // Nam or nữ?
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("x")]
    [InlineData("Nam/Nữ")]
    [InlineData("Kinh")]
    public void Sex_WhenNotSaidForSure_IsReported(string written)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Giới tính", "Lê Tám", "1980", written);

        Assert.Equal([new RowProblem(RowProblemCode.SexUnreadable, MemberField.Sex, written)], member.Problems);
    }

    [Theory]
    [InlineData("F|M|F", "Female|Male|Female")]
    [InlineData("f|m.| F ", "Female|Male|Female")]
    [InlineData("F|Male|M", "Female|Male|Male")]
    [InlineData("M|Female", "Male|Female")]
    [InlineData("F|M|Nam|Nữ", "Female|Male|Male|Female")]
    [InlineData("F|M||-", "Female|Male||?")] // A dash was asked before, and is.
    [InlineData("F|M|N", "Female|Male|?")] // Nam or nữ?
    [InlineData("F|M|Giới tính|4", "Female|Male|?|?")] // A heading repeated on the next page, the numbers of columns.
    [InlineData("M|M|Nam", "?|?|Male")] // One letter alone: officers write M for other things.
    [InlineData("M|Nữ", "?|Female")]
    [InlineData("F|Nam", "?|Male")]
    [InlineData("F|M|L", "?|?|?")] // Another letter: the column says something else.
    [InlineData("F|M|x", "?|?|?")]
    public void Sex_WhenWrittenAsALetter_IsReadWhereTheColumnUsesThePair(string column, string expected)
    {
        var shape = Sheet.Shape("Họ tên|Năm sinh|Giới tính");
        SheetRow[] rows = [.. column.Split('|').Select((cell, at) => Sheet.Row(at + 2, "Lê Tám", "1980", cell))];
        var rules = new RowRules(shape, Sheet.AsOf) { Survey = ListSurvey.Of(rows, shape, ListChoices.None) };

        var members = rows.Select(row => MemberRowParser.Parse(row, rules)).ToArray();

        Assert.Equal(expected, string.Join('|', members.Select(member => member.Problems.Count > 0 ? "?" : member.Sex.ToString())));
        Assert.All(members, member => Assert.Empty(member.Repaired));
    }

    [Theory]
    [InlineData("x", Sex.Female)]
    [InlineData("X", Sex.Female)]
    [InlineData("✓", Sex.Female)]
    [InlineData("v", Sex.Female)]
    [InlineData("1", Sex.Female)]
    [InlineData("N", Sex.Female)] // Nữ, in a column that is called so.
    [InlineData("Nữ", Sex.Female)]
    [InlineData(1.0, Sex.Female)]
    [InlineData("", Sex.Male)]
    [InlineData(0.0, Sex.Male)]
    [InlineData("\u00A0", Sex.Male)]
    public void Sex_WhenOnlyWomenAreTicked_IsReadFromTheTick(object written, Sex sex)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Nữ", "Lê Tám", "1980", written);

        Assert.Equal((sex, 0), (member.Sex, member.Problems.Count));
    }

    [Theory]
    [InlineData("Nguyễn Văn An")]
    [InlineData("Nam")]
    public void Sex_WhenTheTickIsNone_IsReported(string written)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Nữ", "Lê Tám", "1980", written);

        Assert.Equal([new RowProblem(RowProblemCode.SexUnreadable, MemberField.FemaleTick, written)], member.Problems);
        Assert.Null(member.Sex);
    }

    [Theory]
    [InlineData("x", "", Sex.Male, null)]
    [InlineData("", "x", Sex.Female, null)]
    [InlineData("", "", null, null)] // With two columns a blank means nothing.
    [InlineData("x", "x", null, RowProblemCode.SexAmbiguous)]
    public void Sex_WhenBothAreTicked_IsAmbiguous(string male, string female, Sex? sex, RowProblemCode? problem)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Nam|Nữ", "Lê Tám", "1980", male, female);

        Assert.Equal((sex, problem), (member.Sex, member.Problems.SingleOrDefault()?.Code));
    }

    [Fact]
    public void Sex_WhenAWordStandsBesideTheTick_BlankMeansNothing()
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Giới tính|Nữ", "Lê Tám", "1980", "Nữ", "");

        Assert.Equal((Sex.Female, 0), (member.Sex, member.Problems.Count));
    }

    [Theory]
    [InlineData("1980", "", "1980", Sex.Male)]
    [InlineData("", "05/03/1980", "1980-03-05", Sex.Female)]
    [InlineData("/ /", "1980", "1980", Sex.Female)]
    [InlineData("-", "1980", "1980", Sex.Female)]
    public void BirthColumns_WhenOneIsFilled_GiveDateAndSex(string male, string female, string date, Sex sex)
    {
        var member = ParseBirthColumns(male, female);

        Assert.Empty(member.Problems);
        Assert.Equal((PartialDate.Parse(date), sex), (member.BirthDate, member.Sex));
    }

    [Theory]
    [InlineData("1980", "1980", RowProblemCode.SexAmbiguous)]
    [InlineData("", "", RowProblemCode.BirthDateMissing)]
    [InlineData("31/02/1980", "", RowProblemCode.DateDoesNotExist)]
    public void BirthColumns_WhenNotExactlyOneDate_AreReported(string male, string female, RowProblemCode expected)
    {
        var member = ParseBirthColumns(male, female);

        Assert.Equal(expected, Assert.Single(member.Problems).Code);
    }

    [Fact]
    public void BirthColumns_WhenACrossStandsBesideAYear_GiveTheSex()
    {
        var shape = Sheet.Shape("Họ tên|Ngày sinh||Năm sinh", "|Nam|Nữ|");

        var member = MemberRowParser.Parse(Sheet.Row(3, "Lê Tám", "", "x", "1980"), shape, Sheet.AsOf);

        Assert.Equal((Sex.Female, PartialDate.TryCreate(1980), 0), (member.Sex, member.BirthDate, member.Problems.Count));
    }

    [Fact]
    public void BirthColumns_WhenTheWordSaysOtherwise_AreAmbiguous()
    {
        var shape = Sheet.Shape("Họ tên|Năm sinh||Giới tính", "|Nam|Nữ|");

        var member = MemberRowParser.Parse(Sheet.Row(3, "Lê Tám", "1980", "", "Nữ"), shape, Sheet.AsOf);

        Assert.Equal(RowProblemCode.SexAmbiguous, Assert.Single(member.Problems).Code);
    }

    private static ParsedMember ParseBirthColumns(string male, string female) =>
        MemberRowParser.Parse(Sheet.Row(3, "Lê Tám", male, female), Sheet.Shape("Họ tên|Năm sinh|", "|Nam|Nữ"), Sheet.AsOf);
}
