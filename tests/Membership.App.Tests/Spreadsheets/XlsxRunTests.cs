using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Rich texts in fonts that draw different letters.</summary>
public sealed class XlsxRunTests
{
    private const int Unicode = 0;
    private const int Tcvn3 = 1;

    private const string Styles = $"""
        <styleSheet xmlns="{WorkbookBuilder.Main}"><fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>
        <cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>
        """;

    private const string Corrected = """<r><t xml:space="preserve">TrÇn V¨n </t></r><r><rPr><b/><rFont val="Times New Roman"/></rPr><t>Bình</t></r>""";

    public static TheoryData<string, string[]> InDifferentLetters => new()
    {
        { Corrected, ["TrÇn V¨n |Tcvn3", "Bình|Unicode"] },
        { """<r><rPr><rFont val="Arial"/></rPr><t>Bình</t></r><r><t>, Êp 1</t></r>""", ["Bình|Unicode", ", Êp 1|Tcvn3"] },
        { """<r><rPr><rFont val=".VnTimeH"/></rPr><t xml:space="preserve">trÇn </t></r><r><rPr><rFont val=".VnArial"/></rPr><t>V¨n</t></r>""", ["trÇn |Tcvn3Capitals", "V¨n|Tcvn3"] },
        { """<r><t>Hµ</t></r><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve"> </t></r><r><rPr/><t>V¨n</t></r>""", ["Hµ|Tcvn3", " |Unicode", "V¨n|Tcvn3"] },
        { """<r><t>Hµ</t></r><r><rPr><i/></rPr><t>_x0020_V¨</t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>n</t></r>""", ["Hµ V¨|Tcvn3", "n|Vni"] },
    };

    [Theory]
    [MemberData(nameof(InDifferentLetters))]
    public void Text_InDifferentLetters_IsGivenInPiecesToo(string item, string[] pieces)
    {
        foreach (var row in Rows(item, Tcvn3))
        {
            Assert.Equal(pieces, row.Runs![0].Select(run => $"{run.Text}|{run.Font}"));
            Assert.Equal((string.Concat(row.Runs[0].Select(run => run.Text)), FontLetters.Tcvn3), (row[0].Text, row[0].Font));
        }
    }

    [Theory]
    [InlineData("<t>Bình</t>", Tcvn3)]
    [InlineData("""<r><t xml:space="preserve">Nguyễn </t></r><r><rPr><b/><rFont val="Times New Roman"/></rPr><t>An</t></r>""", Unicode)]
    [InlineData("""<r><t xml:space="preserve">TrÇn </t></r><r><rPr><b/><rFont val=".VnArial"/></rPr><t>V¨n</t></r>""", Tcvn3)]
    [InlineData("""<r><t>Hµ</t></r><r><rPr><rFont val="Arial"/></rPr><t></t></r>""", Tcvn3)]
    [InlineData("""<r><t xml:space="preserve"> </t></r><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve"> </t></r>""", Tcvn3)]
    [InlineData("""<t>Hµ</t><rPh sb="0" eb="1"><t>phonetic</t></rPh>""", Tcvn3)]
    public void Text_InTheSameLetters_IsOnePiece(string item, int style)
    {
        using var file = new ListFile(Workbook(item, style, "<c t=\"str\"><v>x</v></c>"));

        Assert.All(file.Rows(), row => Assert.Null(row.Runs));
    }

    [Fact]
    public void SharedText_InCellsOfDifferentFonts_HasRunsByTheCell()
    {
        using var file = new ListFile(Workbook(Corrected, Tcvn3, $"<c s=\"{Unicode}\" t=\"s\"><v>0</v></c><c s=\"{Tcvn3}\" t=\"s\"><v>0</v></c><c s=\"{Tcvn3}\" t=\"s\"><v>1</v></c>"));

        var row = file.Rows()[0];

        Assert.Equal(4, row.Cells.Count);
        Assert.Equal([0, 2], row.Runs!.Keys.Order());
    }

    /// <summary>The text as a shared and as an inline one.</summary>
    private static List<SheetRow> Rows(string item, int style)
    {
        using var file = new ListFile(Workbook(item, style));
        var rows = file.Rows();
        Assert.Equal(2, rows.Count);
        return rows;
    }

    private static WorkbookBuilder Workbook(string item, int style, string beside = "") => WorkbookBuilder
        .OfXml($"<row><c s=\"{style}\" t=\"s\"><v>0</v></c>{beside}</row><row><c s=\"{style}\" t=\"inlineStr\"><is>{item}</is></c>{beside}</row>")
        .Replace(WorkbookBuilder.StylesPart, Styles)
        .Replace(WorkbookBuilder.SharedStringsPart, $"<sst xmlns=\"{WorkbookBuilder.Main}\"><si>{item}</si><si><t>Hµ</t></si></sst>");
}
