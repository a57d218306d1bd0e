using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Workbooks that are broken, or made to break the reader.</summary>
public sealed class XlsxHostileTests
{
    private const string Doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";

    private static readonly WorkbookLimits Small = new() { InflatedBytes = 3_000_000, Rows = 100, Columns = 20, CellLength = 1000, ZipEntries = 50 };

    public static TheoryData<string, WorkbookBuilder> Broken => new()
    {
        { "index out of range", WorkbookBuilder.OfXml("<row><c t=\"s\"><v>8</v></c></row>") },
        { "negative index", WorkbookBuilder.OfXml("<row><c t=\"s\"><v>-1</v></c></row>") },
        { "index that is no number", WorkbookBuilder.OfXml("<row><c t=\"s\"><v>x</v></c></row>") },
        { "shared strings missing", List().Replace(WorkbookBuilder.SharedStringsPart, null) },
        { "sheet missing", List().Replace(WorkbookBuilder.SheetPart(1), null) },
        { "sheet outside the package", List().Change("xl/_rels/workbook.xml.rels", xml => xml.Replace("worksheets/", "../../../etc/", StringComparison.Ordinal)) },
        { "sheet on the network", List().Change("xl/_rels/workbook.xml.rels",
            xml => xml.Replace("Target=\"worksheets/sheet1.xml\"", "Target=\"http://localhost/\" TargetMode=\"External\"", StringComparison.Ordinal)) },
        { "relationships missing", List().Replace("xl/_rels/workbook.xml.rels", null) },
        { "content types missing", List().Replace("[Content_Types].xml", null) },
        { "rows out of order", WorkbookBuilder.OfXml("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>") },
        { "a row twice", WorkbookBuilder.OfXml("<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>") },
        { "a row under another's number", WorkbookBuilder.OfXml("<row r=\"3\"><c r=\"A4\"><v>1</v></c></row>") },
        { "a row beyond the last", WorkbookBuilder.OfXml("<row r=\"1048577\"><c><v>1</v></c></row>") },
        { "a cell twice", WorkbookBuilder.OfXml("<row><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>") },
        { "reference ZZZZZZ1", WorkbookBuilder.OfXml("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>") },
        { "reference without a row", WorkbookBuilder.OfXml("<row><c r=\"A\"><v>1</v></c></row>") },
        { "a cell of an unknown type", WorkbookBuilder.OfXml("<row><c t=\"zz\"><v>1</v></c></row>") },
        { "a part twice", List().Add(WorkbookBuilder.SheetPart(1), "<worksheet/>") },
        { "a part twice, in another case", List().Add("XL/Workbook.xml", "<workbook/>") },
        { "cut XML", List().Change(WorkbookBuilder.SheetPart(1), xml => xml[..^20]) },
        { "cut in the middle of the rows", List().Change(WorkbookBuilder.SheetPart(1), xml => xml[..(xml.Length / 2)]) },
        { "no XML", List().Replace(WorkbookBuilder.WorkbookPart, "An") },
        { "no sheetData", List().Replace(WorkbookBuilder.SheetPart(1), $"<worksheet xmlns=\"{WorkbookBuilder.Main}\"/>") },
        { "a zero byte in the XML", List().Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("<v>", "<v>\0", StringComparison.Ordinal)) },
        { "DOCTYPE in the content types", List().Change("[Content_Types].xml", xml => Doctype + xml) },
        { "DOCTYPE in the root relationships", List().Change("_rels/.rels", xml => Doctype + xml) },
        { "DOCTYPE in the workbook", List().Change(WorkbookBuilder.WorkbookPart, xml => Doctype + xml) },
        { "DOCTYPE in a sheet", List().Change(WorkbookBuilder.SheetPart(1), xml => Doctype + xml) },
        { "DOCTYPE in the shared strings", List().Change(WorkbookBuilder.SharedStringsPart, xml => Doctype + xml) },
        { "DOCTYPE in the styles", List().Change(WorkbookBuilder.StylesPart, xml => Doctype + xml) },
        { "DOCTYPE in a part nobody reads", List().Add("docProps/app.xml", Doctype + "<x/>") },
        { "DOCTYPE after a long comment", List().Change(WorkbookBuilder.SheetPart(1), xml => $"<!--{new string(' ', 9000)}-->" + Doctype + xml) },
        { "elements without end", List().Replace(WorkbookBuilder.SheetPart(1), string.Concat(Enumerable.Repeat("<worksheet>", 100_000))) },
        { "elements without end in a cell", WorkbookBuilder.OfXml("<row><c>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + "</c></row>") },
        { "a tag of two megabytes", WorkbookBuilder.OfXml($"<row><c r=\"{new string('A', 2_000_000)}\"/></row>") },
        { "invented names without end", WorkbookBuilder.OfXml("<row>" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"<a{i}/>")) + "</row>") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Workbook_ThatIsBroken_IsDamaged(string what, WorkbookBuilder workbook)
    {
        using var file = new ListFile(workbook);

        var refusal = file.Refusal();

        Assert.True(refusal is Damaged, $"{what}: {refusal}");
    }

    public static TheoryData<string, WorkbookBuilder, Refusal> TooMuch => new()
    {
        { "many bytes", WorkbookBuilder.OfXml(string.Concat(Enumerable.Repeat("<row/>", 600_000))), new InflatesTooLarge(3_000_000) },
        { "many shared strings", List().Change(WorkbookBuilder.SharedStringsPart,
            xml => xml.Replace("</sst>", string.Concat(Enumerable.Repeat("<si><t>a</t></si>", 200_000)) + "</sst>", StringComparison.Ordinal)), new InflatesTooLarge(3_000_000) },
        { "rows", WorkbookBuilder.OfXml(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 101))), new TooManyRows(100) },
        { "columns", WorkbookBuilder.OfXml("<row><c r=\"A1\"><v>1</v></c><c r=\"U1\"><v>1</v></c></row>"), new TooManyColumns(20) },
        { "a long text", WorkbookBuilder.Of([new string('a', 1001)]), new CellTooLong(1000) },
        { "a long number", WorkbookBuilder.OfXml($"<row><c><v>{new string('1', 20_000)}</v></c></row>"), new CellTooLong(1000) },
        { "400,000 runs in one text", List().Replace(WorkbookBuilder.SharedStringsPart,
            $"<sst xmlns=\"{WorkbookBuilder.Main}\"><si>{string.Concat(Enumerable.Repeat("<r><t>a</t></r>", 190_000))}</si></sst>"), new CellTooLong(1000) },
        { "parts", Enumerable.Range(0, 50).Aggregate(List(), (workbook, i) => workbook.Add($"x{i}.bin", "")), new TooManyParts(50) },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Workbook_OverALimit_IsRefused(string what, WorkbookBuilder workbook, Refusal expected)
    {
        using var file = new ListFile(workbook);

        var refusal = file.Refusal(Small);

        Assert.True(expected.Equals(refusal), $"{what}: {refusal}");
    }

    [Fact]
    public void Workbook_WithinTheLimits_IsRead()
    {
        using var file = new ListFile(List());

        Assert.Null(file.Refusal(Small));
    }

    [Fact]
    public void Cdata_OfManyMegabytes_IsDamaged()
    {
        using var file = new ListFile(WorkbookBuilder.OfXml($"<row><c t=\"str\"><v><![CDATA[{string.Concat(Enumerable.Repeat("<a>", 6_000_000))}]]></v></c></row>"));

        Assert.IsType<Damaged>(file.Refusal());
    }

    [Fact]
    public void RunsWithoutText_HoweverMany_CostNoMore()
    {
        using var file = new ListFile(WorkbookBuilder.OfXml("<row><c t=\"s\"><v>0</v></c></row>").Replace(WorkbookBuilder.SharedStringsPart,
            $"<sst xmlns=\"{WorkbookBuilder.Main}\"><si>{string.Concat(Enumerable.Repeat("<r><t></t></r>", 400_000))}<r><t>An</t></r></si></sst>"));

        Assert.Equal("An", file.First().Text);
    }

    [Fact]
    public void Checksum_WhenWrong_IsDamage()
    {
        var bytes = List().ToBytes();
        var directory = LastIndexOf(bytes, WorkbookBuilder.SheetPart(1)) - 46;
        bytes[directory + 16] ^= 1;
        using var file = new ListFile(bytes);

        Assert.Equal(new Damaged(WorkbookBuilder.SheetPart(1)), file.Refusal());
    }

    [Fact]
    public void Entry_WhenEncrypted_IsRefused()
    {
        var bytes = List().ToBytes();
        var directory = LastIndexOf(bytes, WorkbookBuilder.SheetPart(1)) - 46;
        bytes[directory + 8] |= 1;
        using var file = new ListFile(bytes);

        Assert.Equal(new Encrypted(), file.Refusal());
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Package_WhenCutShort_IsDamaged(double share)
    {
        var bytes = List().ToBytes();
        using var file = new ListFile(bytes[..(int)(bytes.Length * share)]);

        Assert.IsType<Damaged>(file.Refusal());
    }

    [Fact]
    public void Rows_BeforeTheDamage_AreHandedOut()
    {
        using var file = new ListFile(WorkbookBuilder.OfXml("<row><c><v>1</v></c></row><row><c t=\"s\"><v>8</v></c></row>"));
        using var workbook = file.Open().Value;
        using var rows = workbook.Rows("DS").GetEnumerator();

        Assert.True(rows.MoveNext());
        Assert.Throws<UnreadableWorkbookException>(() => rows.MoveNext());
    }

    private static WorkbookBuilder List() => WorkbookBuilder.Of(["Họ tên", "Năm"], ["An", 1990], ["Bình", 1991]);

    private static int LastIndexOf(byte[] bytes, string name) => bytes.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name));
}
