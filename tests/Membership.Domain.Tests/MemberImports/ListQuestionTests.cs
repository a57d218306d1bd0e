using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>When a list is asked about, and how the answer is used.</summary>
public sealed class ListQuestionTests
{
    private static readonly string[] TwoBirths = ["DANH SÁCH", "Họ tên|Ngày sinh|Ngày sinh (khai lại)", "Lê Văn Tám|1970|1971"];

    [Theory]
    [InlineData("2023", "2024", true)]
    [InlineData("DS năm 2023", "DS năm 2024", true)]
    [InlineData("Chi hội 1", "Chi hội 2", false)]
    [InlineData("Sheet1", "Sheet2", false)]
    [InlineData("Danh sách", "Danh sách (2)", true)]
    [InlineData("Danh sách", "Chuyển đi", true)]
    [InlineData("Tổng hợp", "Chi hội 1", true)]
    [InlineData("Chi hội 1", "Cù Lao", false)] // Without marks "cu" is "cũ" as well.
    public void SheetChoice_WhenListsAreNotPartsOfOne_Asks(string first, string second, bool asks)
    {
        var shape = Sheet.Shape("STT|Họ và tên|Ngày sinh|CCCD");

        var question = SheetChoice.Question([(first, shape), (second, shape)]);

        Assert.Equal(asks ? [first, second] : null, question?.Names);
    }

    [Fact]
    public void SheetChoice_WhenColumnsDifferMuch_Asks()
    {
        var question = SheetChoice.Question(
            [("A", Sheet.Shape("Họ và tên|Ngày sinh|CCCD|Điện thoại|Chi hội")), ("B", Sheet.Shape("Họ và tên|Năm sinh|Chức vụ|Ngày vào Hội|Quê quán"))]);

        Assert.NotNull(question);
    }

    [Fact]
    public void ColumnFit_WhenDataStandOneColumnLeftOfTheHeadings_NamesOneAndHidesTheValue()
    {
        var rows = Sheet.Of(
            "STT|Họ và tên|Ngày sinh|Giới tính|Địa chỉ",
            "Lê Văn Tám|05/03/1970|Nam|Ấp 1",
            "Trần Thị Sáu|06/03/1970|Nữ|Ấp 2",
            "Phan Văn Bảy|07/03/1970|Nam|Ấp 3");

        var question = ColumnFit.Check(ListShapeFinder.Find(rows).Value, rows);

        Assert.Equal((MemberField.FullName, "Họ và tên", "••/••/••••"), (question?.Field, question?.Header, question?.Example));
    }

    [Theory]
    [InlineData("Họ và tên|Ngày sinh|Điện thoại", "An|1970|0912", MemberField.Ordinal)]
    [InlineData("Họ và tên|Ngày sinh|Điện thoại", "An|1970|Lê Thị Bé", MemberField.Phone)]
    [InlineData("Họ và tên|Giới tính|Năm sinh", "An|Trần Văn Bê|1980", MemberField.Sex)]
    [InlineData("Họ và tên|Giới tính|Năm sinh", "An|N|1980", MemberField.Ordinal)]
    [InlineData("Họ và tên|Ngày sinh|CCCD", "An|1970|chưa có", MemberField.Ordinal)]
    public void ColumnFit_WhenMostValuesContradictTheHeading_Asks(string heading, string row, MemberField field)
    {
        var rows = Sheet.Of(heading, row, row, row);

        var question = ColumnFit.Check(ListShapeFinder.Find(rows).Value, rows);

        Assert.Equal(field, question?.Field ?? MemberField.Ordinal);
    }

    [Fact]
    public void ColumnFit_WhenOnlySomeValuesAreWrong_LeavesThemToTheRows()
    {
        var rows = Sheet.Of("Họ và tên|Ngày sinh", "An|1970", "Bé|không nhớ rõ", "Cần|không nhớ rõ", "Dũng|1971");

        Assert.Null(ColumnFit.Check(ListShapeFinder.Find(rows).Value, rows));
    }

    [Fact]
    public void ChosenShape_WhenColumnsAreChosen_UsesThem()
    {
        var table = new ChosenTable("DS", 2, [new(0, MemberField.FullName), new(2, MemberField.DateOfBirth)]);

        var shape = ChosenShape.Of(table, Sheet.Of(TwoBirths)).Value;

        Assert.Equal((2, 2), (shape.FirstHeaderRow, shape.HeaderRow));
        Assert.Equal(
            ["Họ tên: FullName", "Ngày sinh: ", "Ngày sinh (khai lại): DateOfBirth"],
            shape.Columns.Select(column => $"{column.Header}: {column.Field}"));
    }

    [Fact]
    public void ChosenShape_WithoutHeading_StartsInTheFirstRow()
    {
        var rows = Sheet.Of("Lê Văn Tám|1970", "Trần Thị Sáu|1980");
        var shape = ChosenShape.Of(new ChosenTable("DS", 0, [new(0, MemberField.FullName), new(1, MemberField.DateOfBirth)]), rows).Value;

        var people = Sheet.Tables(shape).People(rows).Count();

        Assert.Equal((0, 2), (shape.HeaderRow, people));
    }

    [Fact]
    public void ChosenShape_WhenNobodyCouldBeTold_SaysWhatIsMissing()
    {
        Assert.Equal([MemberField.FullName], Assert.IsType<FieldsNotChosen>(Check(MemberField.CitizenId)).Fields);
        Assert.Equal([MemberField.DateOfBirth], Assert.IsType<FieldsNotChosen>(Check(MemberField.FullName)).Fields);
        Assert.Equal(new FieldChosenTwice(MemberField.FullName), Check(MemberField.FullName, MemberField.FullName));
        Assert.Null(Check(MemberField.FullName, MemberField.CitizenId));
        Assert.Equal(
            new ColumnChosenTwice(0), ChosenShape.Check([new ChosenColumn(0, MemberField.FullName), new ChosenColumn(0, MemberField.DateOfBirth)]));
    }

    [Fact]
    public void ShapeKey_WhereverTheHeadingStands_IsThatOfItsColumns()
    {
        var key = ListShapeKey.Of(Sheet.Of(TwoBirths));

        Assert.Equal(key, ListShapeKey.Of(Sheet.Of("HỘI NÔNG DÂN", "DANH SÁCH NĂM 2026", "HỌ TÊN|Ngày  sinh|Ngày sinh (khai lại)", "Bùi Thị Tư|1990|1991")));
        Assert.NotEqual(key, ListShapeKey.Of(Sheet.Of("DANH SÁCH", "Họ tên|Ngày sinh (khai lại)|Ngày sinh", "Lê Văn Tám|1970|1971")));
        Assert.NotEqual(key, ListShapeKey.Of(Sheet.Of("DANH SÁCH", "Họ tên|Ngày sinh|Ngày sinh (khai lại)|Ấp", "Lê Văn Tám|1970|1971|1")));
    }

    [Fact]
    public void ShapeKey_WithoutHeading_IsThatOfTheKindsOfCells()
    {
        var key = ListShapeKey.Of(Sheet.Of("Lê Văn Tám|1970", "Trần Thị Sáu|1980"));

        Assert.Equal(key, ListShapeKey.Of(Sheet.Of("Bùi Thị Tư|1990", "Phan Văn Bảy|1981", "Ngô Chín|1982")));
        Assert.NotEqual(key, ListShapeKey.Of(Sheet.Of("1990|Bùi Thị Tư", "1981|Phan Văn Bảy")));
    }

    private static Refusal? Check(params MemberField[] fields) =>
        ChosenShape.Check([.. fields.Select((field, index) => new ChosenColumn(index, field))]);
}
