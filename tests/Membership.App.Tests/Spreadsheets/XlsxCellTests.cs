using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

public sealed class XlsxCellTests
{
    [Theory]
    [InlineData("Nguyễn Thị Hoà")]
    [InlineData("Nguye\u0302\u0303n") /* decomposed letters are the importer's to compose */]
    [InlineData("\u00A0Trần Văn Bình\u00A0") /* no-break spaces */]
    [InlineData("\u202D0912345678\u202C") /* pasted from a contacts app */]
    [InlineData("\t01/02/1990")]
    [InlineData("=1+1")]
    [InlineData("a\nb")]
    public void Text_WhenUnusual_IsUnchanged(string text)
    {
        using var file = new ListFile(WorkbookBuilder.Of(["x"], [text]));

        var cell = file.Rows()[1][0];

        Assert.Equal(new Cell(CellKind.Text, text), cell);
    }

    [Theory]
    [InlineData("<si><t>An</t></si>", "An")]
    [InlineData("<si><r><rPr><b/></rPr><t>Nguyễn </t></r><r><t>An</t></r></si>", "Nguyễn An")]
    [InlineData("<si><t>An</t><rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh><phoneticPr fontId=\"1\"/></si>", "An")]
    [InlineData("<si><t> An </t></si>", " An ")]
    [InlineData("<si><t>A<![CDATA[<n>]]>&amp;</t></si>", "A<n>&")]
    [InlineData("<si><t>a_x0001_b</t></si>", "a\u0001b")]
    [InlineData("<si><t>a&#1;b</t></si>", "a\u0001b")]
    [InlineData("<si><t>a_x0000_b</t></si>", "a\0b")]
    [InlineData("<si><t>_x005F_x0041_</t></si>", "_x0041_")]
    [InlineData("<si><t>_x00ZZ_</t></si>", "_x00ZZ_")]
    [InlineData("<si><r><t>a_x00</t></r><r><t>41_</t></r></si>", "a_x0041_")] /* each run is escaped for itself */
    public void SharedString_InEachForm_IsItsText(string item, string expected)
    {
        using var file = new ListFile(WorkbookBuilder.OfXml("<row><c t=\"s\"><v>0</v></c></row>")
            .Replace(WorkbookBuilder.SharedStringsPart, $"<sst xmlns=\"{WorkbookBuilder.Main}\">{item}</sst>"));

        var cell = file.First();

        Assert.Equal(expected, cell.Text);
    }

    [Fact]
    public void SharedString_WhenItHoldsHalfACharacter_KeepsIt()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["a_xD800_b"]));

        var text = file.First().Text;

        Assert.Equal(['a', '\uD800', 'b'], text);
    }

    [Theory]
    [InlineData("", "<v>92045001234</v>", CellKind.Number, "92045001234", 92045001234)]
    [InlineData("", "<v>9.2045001234E10</v>", CellKind.Number, "92045001234", 92045001234)]
    [InlineData("", "<v>123456789012345678</v>", CellKind.Number, "123456789012345680", 123456789012345680)]
    [InlineData("", "<v>7.5</v>", CellKind.Number, "7.5", 7.5)]
    [InlineData("", "<v>1E-7</v>", CellKind.Number, "0.0000001", 1E-7)]
    [InlineData("", "<v>-3</v>", CellKind.Number, "-3", -3)]
    [InlineData("", "<v>007</v>", CellKind.Number, "7", 7)]
    [InlineData("t=\"n\"", "<v>1</v>", CellKind.Number, "1", 1)]
    [InlineData("t=\"b\"", "<v>1</v>", CellKind.Boolean, "TRUE", 0)]
    [InlineData("t=\"b\"", "<v>0</v>", CellKind.Boolean, "FALSE", 0)]
    [InlineData("t=\"e\"", "<v>#N/A</v>", CellKind.Error, "#N/A", 0)]
    [InlineData("", "<v>NaN</v>", CellKind.Error, "NaN", 0)]
    [InlineData("t=\"inlineStr\"", "<is><t>An</t></is>", CellKind.Text, "An", 0)]
    [InlineData("t=\"inlineStr\"", "<is><r><t>A</t></r><r><t>n</t></r></is>", CellKind.Text, "An", 0)]
    [InlineData("t=\"str\"", "<f>A2</f><v>An</v>", CellKind.Text, "An", 0)]
    [InlineData("", "<f>1+1</f><v>2</v>", CellKind.Number, "2", 2)]
    [InlineData("", "<f>1+1</f>", CellKind.Error, "#VALUE!", 0)]
    [InlineData("", "<f>1+1</f><v></v>", CellKind.Error, "#VALUE!", 0)]
    [InlineData("t=\"d\"", "<v>1990-05-20T00:00:00</v>", CellKind.Date, "20/05/1990", 33013)]
    public void Cell_OfEachType_IsRead(string attributes, string content, CellKind kind, string text, double number)
    {
        using var file = new ListFile(WorkbookBuilder.Of([new RawCell(attributes, content)]));

        var cell = file.First();

        Assert.Equal(new Cell(kind, text, number), cell);
    }

    [Theory]
    [InlineData(912345678, "0#########", "0912345678")]
    [InlineData(92045001234, "000000000000", "092045001234")]
    [InlineData(912345678, "\"0\"#########", "0912345678")]
    [InlineData(912345678, "\\0#########", "0912345678")]
    [InlineData(912345678, "0000\\.000\\.000", "0912345678") /* digits only: dots are no part of the number */]
    [InlineData(5, "00", "05")]
    [InlineData(5, "00;[Red]-00", "05")]
    [InlineData(5, "#,##0", "5")]
    [InlineData(5, "0.00", "5")]
    [InlineData(5, "General", "5")]
    [InlineData(5, "#,##0 \"đồng\"", "5")]
    [InlineData(-5, "000", "-5")]
    public void Number_WhenFormatShowsZeros_ShowsThem(double value, string format, string expected)
    {
        using var file = new ListFile(WorkbookBuilder.Of([new Formatted(value, format)]));

        var cell = file.First();

        Assert.Equal(new Cell(CellKind.Number, expected, value), cell);
    }

    [Theory]
    [InlineData(33013, "dd/mm/yyyy", "20/05/1990")]
    [InlineData(33013.75, "[$-42A]d\\ mmmm\\ yyyy;@", "20/05/1990")]
    [InlineData(1, "d-m-yy", "01/01/1900")]
    [InlineData(59, "d-m-yy", "28/02/1900")]
    [InlineData(60, "d-m-yy", "29/02/1900") /* Excel's own mistake, shown as Excel shows it */]
    [InlineData(61, "d-m-yy", "01/03/1900")]
    [InlineData(2958465, "yyyy", "31/12/9999")]
    public void Number_WhenFormatIsOfADate_IsADate(double serial, string format, string expected)
    {
        using var file = new ListFile(WorkbookBuilder.Of([new Formatted(serial, format)]));

        var cell = file.First();

        Assert.Equal(new Cell(CellKind.Date, expected, serial), cell);
    }

    [Theory]
    [InlineData(33013, "0\" ngày\"") /* d, m, y in quotes */]
    [InlineData(33013, "[Red]0")]
    [InlineData(33013, "0\\d")]
    [InlineData(2958466, "dd/mm/yyyy") /* after 31/12/9999 */]
    [InlineData(-1, "dd/mm/yyyy")]
    public void Number_WhenNoDayCanBeShown_StaysANumber(double value, string format)
    {
        using var file = new ListFile(WorkbookBuilder.Of([new Formatted(value, format)]));

        var cell = file.First();

        Assert.Equal(CellKind.Number, cell.Kind);
    }

    [Theory]
    [InlineData(14, CellKind.Date)]
    [InlineData(22, CellKind.Date)]
    [InlineData(30, CellKind.Date)]
    [InlineData(46, CellKind.Date)]
    [InlineData(58, CellKind.Date)]
    [InlineData(0, CellKind.Number)]
    [InlineData(13, CellKind.Number)]
    [InlineData(37, CellKind.Number)]
    [InlineData(49, CellKind.Number)]
    public void Number_WhenFormatIsBuiltIn_IsADateByItsNumber(int format, CellKind expected)
    {
        using var file = new ListFile(WorkbookBuilder.OfXml("<row><c s=\"0\"><v>33013</v></c></row>")
            .Replace(WorkbookBuilder.StylesPart, $"<styleSheet xmlns=\"{WorkbookBuilder.Main}\"><cellXfs><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>"));

        var cell = file.First();

        Assert.Equal(expected, cell.Kind);
    }

    [Fact]
    public void Date_WhenWorkbookCountsFrom1904_IsOfThe1900System()
    {
        using var file = new ListFile(WorkbookBuilder.Of([new Formatted(31551, "dd/mm/yyyy")])
            .Change(WorkbookBuilder.WorkbookPart, xml => xml.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal)));

        var cell = file.First();

        Assert.Equal(new Cell(CellKind.Date, "20/05/1990", 33013), cell);
    }
}
