using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>Columns whose heading is a value and whose cells are crosses.</summary>
public sealed class TickColumnTests
{
    private static readonly string[] Heading =
    [
        "STT|Họ và tên|Ngày sinh||Dân tộc||Trình độ|||",
        "||||||Học vấn||Lý luận chính trị|",
        "||Nam|Nữ|Kinh|Khác|THCS|THPT|Sơ cấp|Trung cấp",
    ];

    [Theory]
    [InlineData("x", "", "Kinh")]
    [InlineData("✓", null, "Kinh")]
    [InlineData("", "K'Ho", "Cơ-ho")] // Typed where a cross is meant.
    [InlineData("", "Kinh", "Kinh")]
    [InlineData("", "x", null)] // Another people, which one is not said.
    [InlineData("", "", null)]
    [InlineData("0", "-", null)]
    public void Ethnicity_WhenTicked_IsTheHeadingOrWhatIsTyped(string kinh, string? other, string? expected)
    {
        var parsed = MemberRowParser.Parse(Sheet.Row(4, "1", "Lê Văn Tám", "1970", "", kinh, other), Sheet.Shape(Heading), Sheet.AsOf);

        Assert.Equal(expected, parsed.Ethnicity);
    }

    [Fact]
    public void Columns_UnderAGroup_HaveItsFieldAndTheirValue()
    {
        var columns = Sheet.Shape(Heading).Columns;

        Assert.Equal(
            ["EthnicGroup Kinh", "EthnicGroup Khác", "Education THCS", "Education THPT", "PoliticalTheory Sơ cấp", "PoliticalTheory Trung cấp"],
            columns.Skip(4).Select(column => $"{column.Field} {column.Value}"));
    }

    [Fact]
    public void Columns_ChosenByHand_AreTickedToo()
    {
        var table = new ChosenTable("DS", 3, [new(1, MemberField.FullName), new(2, MemberField.DateOfBirth), new(4, MemberField.EthnicGroup), new(5, MemberField.EthnicGroup)]);
        var shape = ChosenShape.Of(table, Sheet.Of(Heading)).Value;

        var parsed = MemberRowParser.Parse(Sheet.Row(4, "1", "Lê Văn Tám", "1970", "", "x"), shape, Sheet.AsOf);

        Assert.Equal("Kinh", parsed.Ethnicity);
    }

    [Fact]
    public void Ethnicity_WhenTwoAreTicked_IsNotGuessedAndSaid()
    {
        var parsed = MemberRowParser.Parse(Sheet.Row(4, "1", "Lê Văn Tám", "1970", "", "x", "Tày"), Sheet.Shape(Heading), Sheet.AsOf);

        Assert.Null(parsed.Ethnicity);
        Assert.Equal([new RowWarning(RowWarningCode.SeveralTicked, MemberField.EthnicGroup, "Kinh, Tày")], parsed.Warnings);
    }

    [Fact]
    public void Ethnicity_TypedUnderOthersAndUnknown_IsNamedInTheWarning()
    {
        var parsed = MemberRowParser.Parse(Sheet.Row(4, "1", "Lê Văn Tám", "1970", "", "", "Tà Ru"), Sheet.Shape(Heading), Sheet.AsOf);

        Assert.Equal([new RowWarning(RowWarningCode.EthnicGroupUnknown, MemberField.EthnicGroup, "Tà Ru")], parsed.Warnings);
    }

    [Fact]
    public void OneColumnUnderAGroup_HoldsItsValues()
    {
        var parsed = MemberRowParser.Parse(
            Sheet.Row(3, "Lê Văn Tám", "1970", "Khmer", "Phật"), Sheet.Shape("Họ và tên|Ngày sinh|Dân tộc|Tôn giáo", "||(ghi rõ)|"), Sheet.AsOf);

        Assert.Equal(("Khơ-me", "Phật giáo"), (parsed.Ethnicity, parsed.Religion));
    }
}
