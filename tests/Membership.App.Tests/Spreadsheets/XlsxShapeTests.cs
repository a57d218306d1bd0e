using Membership.App.Spreadsheets;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Files that other programs write in other ways, and that mean the same.</summary>
public sealed class XlsxShapeTests
{
    private static readonly string[][] AnAndBinh = [["Họ tên", "Năm"], ["An", "1990"], ["Bình", "1991"]];

    [Fact]
    public void Rows_OfAnOrdinaryList_KeepTheirNumbersAndColumns()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["DANH SÁCH"], [], [null, "Họ tên"], [1, "An", null]));

        var rows = file.Rows();

        Assert.Equal([1, 3, 4], rows.Select(row => row.Number));
        Assert.Equal(["", "Họ tên"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal(2, rows[2].Cells.Count);
    }

    public static TheoryData<string, WorkbookBuilder> OtherWays => new()
    {
        { "no r= on rows and cells", WorkbookBuilder.OfXml(Row("") + Row("<c t=\"inlineStr\"><is><t>An</t></is></c><c><v>1990</v></c>")
            + Row("<c t=\"inlineStr\"><is><t>Bình</t></is></c><c><v>1991</v></c>"))
            .Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("<row></row>", Row("<c t=\"str\"><v>Họ tên</v></c><c t=\"str\"><v>Năm</v></c>"), StringComparison.Ordinal)) },
        { "prefixed namespaces", List().Change(WorkbookBuilder.SheetPart(1), Prefixed).Change(WorkbookBuilder.SharedStringsPart, Prefixed)
            .Change(WorkbookBuilder.WorkbookPart, xml => Prefixed(xml).Replace("xmlns:x:r", "xmlns:r", StringComparison.Ordinal)) },
        { "strict", List().ChangeAll(xml => xml
            .Replace(WorkbookBuilder.Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
            .Replace(WorkbookBuilder.Relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)) },
        { "xl/ elsewhere", List().Renamed(name => name.Replace("xl/", "other/", StringComparison.Ordinal), xml => xml.Replace("xl/", "other/", StringComparison.Ordinal)) },
        { "backslash in entry names", List().Renamed(name => name.Replace('/', '\\'), xml => xml) },
        { "absolute targets", List().ChangeAll(xml => xml.Replace("Target=\"worksheets", "Target=\"/xl/worksheets", StringComparison.Ordinal)) },
        { "names in another case", List().Renamed(name => name.ToUpperInvariant(), xml => xml) },
        { "declared dimension XFD1048576", List().Change(WorkbookBuilder.SheetPart(1),
            xml => xml.Replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>", StringComparison.Ordinal)) },
        { "a stray cell in the last corner", List().Change(WorkbookBuilder.SheetPart(1),
            xml => xml.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal)) },
        { "empty formatted rows", List().Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("</sheetData>",
            string.Concat(Enumerable.Repeat("<row><c s=\"1\"/><c s=\"1\"/></row>", 50_000)) + "</sheetData>", StringComparison.Ordinal)) },
        { "white space between elements", List().ChangeAll(xml => xml.Replace("><", ">\n  <", StringComparison.Ordinal)) },
        { "Google's relationship without id and target", List().Change("xl/_rels/workbook.xml.rels",
            xml => xml.Replace("</Relationships>", "<Relationship Type=\"pivotCacheDefinition\"/></Relationships>", StringComparison.Ordinal)) },
        { "a byte order mark and a declaration", List().ChangeAll(xml => "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml) },
        { "foreign elements", List().Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("</row>", "<q:c xmlns:q=\"urn:q\"><q:v>9</q:v></q:c></row>", StringComparison.Ordinal)) },
    };

    [Theory]
    [MemberData(nameof(OtherWays))]
    public void Workbook_WrittenInAnotherWay_IsReadTheSame(string way, WorkbookBuilder workbook)
    {
        using var file = new ListFile(workbook);

        var texts = file.Texts();

        Assert.True(AnAndBinh.Length == texts.Length, way);
        Assert.Equal(AnAndBinh, texts);
    }

    [Fact]
    public void Sheets_WhenSomeAreHidden_SaySo()
    {
        using var file = new ListFile(new WorkbookBuilder().Sheet("DS ", ["a"]).Sheet("DM", ["b"]).Hidden().Sheet("Cũ", ["c"]).Hidden("veryHidden"));

        using var workbook = file.Open().Value;

        Assert.Equal([new SheetName("DS ", false), new SheetName("DM", true), new SheetName("Cũ", true)], workbook.Sheets);
        Assert.Equal("c", workbook.Rows("Cũ").Single()[0].Text);
        Assert.Equal("a", workbook.Rows("ds").Single()[0].Text);
    }

    [Fact]
    public void Sheets_WhenOneIsAChart_LeaveItOut()
    {
        using var file = new ListFile(new WorkbookBuilder().Sheet("Biểu đồ").Sheet("DS", ["a"])
            .Change("xl/_rels/workbook.xml.rels", xml => xml.Replace("/worksheet\" Target=\"worksheets/sheet1", "/chartsheet\" Target=\"worksheets/sheet1", StringComparison.Ordinal)));

        using var workbook = file.Open().Value;

        Assert.Equal(["DS"], workbook.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Progress_WhileRowsAreRead_RisesToOne()
    {
        using var file = new ListFile(WorkbookBuilder.Of([.. Enumerable.Range(1, 5000).Select(i => new object?[] { i, "An" })]));
        using var workbook = file.Open().Value;

        var before = workbook.Progress;
        var steps = workbook.Rows("DS").Select(_ => workbook.Progress).ToList();

        Assert.Equal(0, before);
        Assert.Equal(steps.Order(), steps);
        Assert.InRange(steps[2500], 0.2, 0.8);
        Assert.Equal(1, workbook.Progress);
    }

    [Fact]
    public void Rows_WhenReadTwice_AreTheSame()
    {
        using var file = new ListFile(List());
        using var workbook = file.Open().Value;

        var first = workbook.Rows("DS").Count();

        Assert.Equal(3, first);
        Assert.Equal(3, workbook.Rows("DS").Count());
    }

    private static WorkbookBuilder List() => WorkbookBuilder.Of(["Họ tên", "Năm"], ["An", 1990], ["Bình", 1991]);

    private static string Row(string cells) => $"<row>{cells}</row>";

    private static string Prefixed(string xml) => xml
        .Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal)
        .Replace("<", "<x:", StringComparison.Ordinal)
        .Replace("<x:/", "</x:", StringComparison.Ordinal);
}
