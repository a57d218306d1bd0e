using System.Globalization;
using System.Xml;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>Writes one sheet as XML, row by row: nothing holds the whole of it.</summary>
internal sealed class SheetWriter(XmlWriter xml, SheetDraft sheet)
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int A4 = 9;

    private int _row;

    public void Write()
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Namespace);
        WriteView();
        WriteColumns();
        xml.WriteStartElement("sheetData", Namespace);
        foreach (var row in sheet.Rows)
            WriteRow(row);
        xml.WriteEndElement();
        WriteMerges();
        WritePrintSetup();
        if (sheet.Charts.Count > 0)
        {
            xml.WriteStartElement("drawing", Namespace);
            xml.WriteAttributeString("r", "id", Relationships, WorkbookWriter.DrawingRelationship);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void WriteView()
    {
        xml.WriteStartElement("sheetPr", Namespace);
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetViews", Namespace);
        xml.WriteStartElement("sheetView", Namespace);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.FrozenRows > 0)
            Element("pane", ("ySplit", Number(sheet.FrozenRows)), ("topLeftCell", CellName.Of(0, sheet.FrozenRows + 1)), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Element("sheetFormatPr", ("defaultRowHeight", "16.5"));
    }

    private void WriteColumns()
    {
        xml.WriteStartElement("cols", Namespace);
        foreach (var (at, width) in sheet.Widths.Index())
            Element("col", ("min", Number(at + 1)), ("max", Number(at + 1)), ("width", Number(width)), ("customWidth", "1"));
        xml.WriteEndElement();
    }

    private void WriteRow(RowDraft row)
    {
        _row++;
        if (row.Cells.Count == 0 && row.Height is null)
            return;
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("r", Number(_row));
        if (row.Height is { } height)
        {
            xml.WriteAttributeString("ht", Number(height));
            xml.WriteAttributeString("customHeight", "1");
        }
        foreach (var (column, cell) in row.Cells.Index())
            WriteCell(column, cell);
        xml.WriteEndElement();
    }

    private void WriteCell(int column, CellDraft cell)
    {
        if (cell == CellDraft.Blank(CellLook.Plain))
            return;
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", CellName.Of(column, _row));
        xml.WriteAttributeString("s", Number(LookStyles.Index(cell.Look, cell.Text is { } text && CellText.LooksLikeFormula(text))));
        if (cell.Text is not null)
            WriteText(cell.Text);
        else if (cell.Number is { } number)
            WriteNumber(cell.Formula, number);
        xml.WriteEndElement();
    }

    /// <summary>In the cell itself, not in a shared table, which would have to be held until the end.</summary>
    private void WriteText(string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Namespace);
        xml.WriteStartElement("t", Namespace);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(CellText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteNumber(string? formula, double number)
    {
        if (formula is not null)
            xml.WriteElementString("f", Namespace, formula);
        xml.WriteElementString("v", Namespace, Number(number));
    }

    private void WriteMerges()
    {
        if (sheet.Merges.Count == 0)
            return;
        xml.WriteStartElement("mergeCells", Namespace);
        xml.WriteAttributeString("count", Number(sheet.Merges.Count));
        foreach (var merge in sheet.Merges)
            Element("mergeCell", ("ref", merge));
        xml.WriteEndElement();
    }

    private void WritePrintSetup()
    {
        Element("printOptions", ("horizontalCentered", "1"));
        Element("pageMargins", ("left", "0.6"), ("right", "0.5"), ("top", "0.7"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3"));
        Element("pageSetup", ("paperSize", Number(A4)), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter", Namespace);
        var text = sheet.FooterText.Replace("&", "&&", StringComparison.Ordinal);
        xml.WriteElementString("oddFooter", Namespace, $"&L&\"Times New Roman,Italic\"&10{text}&R&\"Times New Roman,Regular\"&10Trang &P/&N");
        xml.WriteEndElement();
    }

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var attribute in attributes)
            xml.WriteAttributeString(attribute.Name, attribute.Value);
        xml.WriteEndElement();
    }

    private static string Number(IFormattable number) => number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture);
}
