using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Membership.App.Tests.Statistics;

/// <summary>A workbook just written, read back by the Open XML SDK.</summary>
internal sealed class WrittenWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    public WrittenWorkbook(Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        Content = content.ToArray();
        _document = SpreadsheetDocument.Open(new MemoryStream(Content), isEditable: false);
    }

    public byte[] Content { get; }

    public IReadOnlyList<string> SheetNames => [.. _document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    public IReadOnlyList<string> DefinedNames => [.. _document.WorkbookPart!.Workbook.Descendants<DefinedName>().Select(name => name.Text)];

    public IReadOnlyList<string> Problems =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(_document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    public Worksheet Sheet(string name) => Part(name).Worksheet;

    public IReadOnlyList<Row> Rows(string sheet) => [.. Sheet(sheet).Descendants<Row>()];

    public Cell? Cell(string sheet, string reference) =>
        Sheet(sheet).Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == reference);

    /// <summary>Text or number as stored; null when empty.</summary>
    public string? Stored(string sheet, string reference) => Stored(Cell(sheet, reference));

    public string? Formula(string sheet, string reference) => Cell(sheet, reference)?.CellFormula?.Text;

    public string? Format(string sheet, string reference)
    {
        var id = LookOf(Cell(sheet, reference)!).NumberFormatId!.Value;
        return _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(format => format.NumberFormatId! == id)?.FormatCode?.Value;
    }

    public bool IsQuoted(string sheet, string reference) => LookOf(Cell(sheet, reference)!).QuotePrefix?.Value == true;

    /// <summary>The row whose cell in a column holds this text.</summary>
    public int RowOf(string sheet, string column, string text) => Rows(sheet).Select(row => (int)row.RowIndex!.Value)
        .Single(row => Stored(sheet, FormattableString.Invariant($"{column}{row}")) == text);

    public IReadOnlyList<string> Texts(string sheet) => [.. Sheet(sheet).Descendants<Cell>().Select(Stored).OfType<string>()];

    public IReadOnlyList<C.ChartSpace> Charts(string sheet) =>
        [.. Part(sheet).DrawingsPart?.ChartParts.Select(part => part.ChartSpace) ?? []];

    /// <summary>What a chart's series refer to: names, categories, values.</summary>
    public IReadOnlyList<string[]> References(string sheet) =>
    [
        .. Charts(sheet).SelectMany(chart => chart.Descendants().Where(element => element is C.BarChartSeries or C.LineChartSeries))
            .Select(series => series.Descendants<C.Formula>().Select(formula => formula.Text).ToArray()),
    ];

    public void Dispose() => _document.Dispose();

    private static string? Stored(Cell? cell) => cell?.InlineString?.InnerText ?? cell?.CellValue?.Text;

    private CellFormat LookOf(Cell cell) =>
        (CellFormat)_document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    private WorksheetPart Part(string name)
    {
        var id = _document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return (WorksheetPart)_document.WorkbookPart.GetPartById(id);
    }
}
