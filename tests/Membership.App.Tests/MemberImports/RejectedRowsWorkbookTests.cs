using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using Membership.App.MemberImports;
using Membership.App.Tests.Statistics;
using Membership.Domain.MemberImports;
using Cell = Membership.Domain.MemberImports.Cell;

namespace Membership.App.Tests.MemberImports;

public sealed class RejectedRowsWorkbookTests
{
    private const string Sheet = "Dòng chưa nhập";
    private static readonly string[] Headings = ["Họ và tên", "Ngày sinh", "Số CCCD"];

    [Fact]
    public void Workbook_Always_HoldsTheOfficersCellsBetweenRowAndReasons()
    {
        using var workbook = Written(new(
            "7",
            [Text("Nguyễn Thị Ánh"), new(CellKind.Date, "31/12/1980", 29_586), new(CellKind.Number, "092080001234", 92_080_001_234)],
            ["Số CCCD thiếu chữ số.", "Chưa có ngày vào hội."]));

        Assert.Empty(workbook.Problems);
        Assert.Equal(["Dòng", .. Headings, "Lý do"], "ABCDE".Select(column => workbook.Stored(Sheet, $"{column}1")));
        Assert.Equal(
            ["7", "Nguyễn Thị Ánh", "31/12/1980", "092080001234", "Số CCCD thiếu chữ số.\nChưa có ngày vào hội."],
            "ABCDE".Select(column => workbook.Stored(Sheet, $"{column}2")));
        Assert.Equal(CellValues.InlineString, workbook.Cell(Sheet, "D2")!.DataType!.Value);
        Assert.Equal("A2", workbook.Sheet(Sheet).Descendants<Pane>().Single().TopLeftCell!.Value);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84909")]
    [InlineData("-1")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    public void Cell_ThatLooksLikeAFormula_IsText(string text)
    {
        using var workbook = Written(new("2", [Text(text)], []));

        Assert.Equal(text, workbook.Stored(Sheet, "B2"));
        Assert.Null(workbook.Formula(Sheet, "B2"));
        Assert.True(workbook.IsQuoted(Sheet, "B2"));
    }

    [Theory]
    [InlineData("a\u0008b", "a_x0008_b")] // no XML holds it
    [InlineData("a\rb", "a_x000D_b")] // XML would make a line feed of it
    [InlineData("_x0041_", "_x005F_x0041_")] // would be read as "A"
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData(" hai  dấu cách ", " hai  dấu cách ")]
    public void Cell_WithWhatXmlCannotHold_IsWrittenAsExcelDoes(string text, string stored)
    {
        using var workbook = Written(new("2", [Text(text)], []));

        Assert.Empty(workbook.Problems);
        Assert.Equal(stored, workbook.Stored(Sheet, "B2"));
    }

    [Fact]
    public void Cell_WithHalfACharacter_IsStillValid()
    {
        using var workbook = Written(new("2", [Text("a" + '\ud83d')], []));

        Assert.Empty(workbook.Problems);
        Assert.Equal("a\ufffd", workbook.Stored(Sheet, "B2"));
    }

    [Fact]
    public void Cells_BeyondTheHeadings_AreKeptBehindTheReason()
    {
        using var workbook = Written(new("2", [Text("A"), Text("B"), Text("C"), Text("ghi thêm")], ["Lý do."]));

        Assert.Equal(["Lý do.", "ghi thêm"], "EF".Select(column => workbook.Stored(Sheet, $"{column}2")));
    }

    [Fact]
    public void Cells_WhenTheRowIsShort_LeaveTheReasonInItsColumn()
    {
        using var workbook = Written(new("2", [Text("A")], ["Lý do."]));

        Assert.Equal("Lý do.", workbook.Stored(Sheet, "E2"));
    }

    [Fact]
    public void Reasons_LongerThanACell_AreCutSoThatExcelOpensTheFile()
    {
        using var workbook = Written(new("2", [], [new string('x', 40_000)]));

        Assert.Equal(32_767, workbook.Stored(Sheet, "E2")!.Length);
    }

    [Fact]
    public void Rows_WhenMany_AreTakenOneByOneIntoAStreamThatCannotSeek()
    {
        using var target = new GZipStream(Stream.Null, CompressionLevel.Fastest);
        var taken = 0;
        var rows = Enumerable.Range(2, 20_000).Select(number =>
        {
            taken++;
            return new RejectedRow($"{number}", [Text("Trần Văn B")], ["Thiếu ngày sinh."]);
        });

        RejectedRowsWorkbook.Write(target, Headings, rows);

        Assert.Equal(20_000, taken);
    }

    private static Cell Text(string text) => new(CellKind.Text, text);

    private static WrittenWorkbook Written(RejectedRow row) => new(stream => RejectedRowsWorkbook.Write(stream, Headings, [row]));
}
