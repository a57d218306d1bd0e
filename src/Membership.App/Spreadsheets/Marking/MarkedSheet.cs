using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>
/// Copies the XML of a sheet and changes only what is marked: cells, the note column and its width. Everything else, known or
/// not, goes through as it is; one row at a time is in memory.
/// </summary>
internal sealed class MarkedSheet(XmlReader from, XmlWriter to, SheetMarks marks, MarkedStyles styles)
{
    /// <summary>Of the relationship to our drawing of comments, where the sheet had none.</summary>
    public const string DrawingId = "rIdMarked";

    private const double NoteWidth = 60;
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    // What the schema puts behind the drawing of comments.
    private static readonly string[] BehindDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private XNamespace _main = "";
    private List<XElement> _columns = [];
    private bool _hasColumns;
    private bool _hasRows;

    /// <summary>Relationship of the drawing that shows the sheet's comments; known at the end.</summary>
    public string? Drawing { get; private set; }

    private bool NeedsDrawing => Drawing is null && marks.Rows.Count > 0;

    private string Relationships => _main.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal) ? Strict : Transitional;

    public void Write()
    {
        from.MoveToContent();
        _main = from.NamespaceURI;
        to.WriteStartDocument(standalone: true);
        WriteChildren(() =>
        {
            if (from.NodeType == XmlNodeType.Element && from.NamespaceURI == _main || from.LocalName == "AlternateContent")
                WritePart();
            else
                to.WriteNode(from, true);
        }, AddDrawing);
        to.WriteEndDocument();
    }

    private void WriteChildren(Action writeNode, Action atEnd)
    {
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        to.WriteAttributes(from, true);
        if (from.IsEmptyElement)
        {
            from.Read();
        }
        else
        {
            from.Read();
            while (from.NodeType != XmlNodeType.EndElement)
                writeNode();
            atEnd();
            from.ReadEndElement();
        }

        to.WriteEndElement();
    }

    private void WritePart()
    {
        switch (from.LocalName)
        {
            // Only a hint, and true no longer.
            case "dimension":
                from.Skip();
                return;
            case "cols":
                WriteColumns((XElement)XNode.ReadFrom(from));
                return;
            case "sheetData":
                if (!_hasColumns)
                    WriteColumns(new XElement(_main + "cols"));
                WriteRows();
                return;
            case "legacyDrawing":
                Drawing = from.GetAttribute("id", Relationships);
                break;
            default:
                if (_hasRows && BehindDrawing.Contains(from.LocalName))
                    AddDrawing();
                break;
        }

        to.WriteNode(from, true);
    }

    private void AddDrawing()
    {
        if (!NeedsDrawing)
            return;

        Drawing = DrawingId;
        to.WriteStartElement("legacyDrawing", _main.NamespaceName);
        to.WriteAttributeString("r", "id", Relationships, DrawingId);
        to.WriteEndElement();
    }

    private void WriteColumns(XElement columns)
    {
        _hasColumns = true;
        _columns = [.. columns.Elements(_main + "col")];
        foreach (var own in _columns.Where(column => Covers(column, marks.NoteColumn)).ToList())
            Split(own);
        var note = new XElement(
            _main + "col", new XAttribute("min", marks.NoteColumn + 1), new XAttribute("max", marks.NoteColumn + 1),
            new XAttribute("width", NoteWidth), new XAttribute("customWidth", 1));
        columns.ReplaceNodes(_columns.Append(note).OrderBy(column => Number(column, "min")));
        columns.WriteTo(to);
    }

    // One entry may speak for all columns to the right.
    private void Split(XElement column)
    {
        var (before, after) = (new XElement(column), new XElement(column));
        before.SetAttributeValue("max", marks.NoteColumn);
        after.SetAttributeValue("min", marks.NoteColumn + 2);
        _columns.Remove(column);
        _columns.AddRange(new[] { before, after }.Where(part => Number(part, "min") <= Number(part, "max")));
    }

    private int StyleOfColumn(int column) => _columns.Find(entry => Covers(entry, column)) is { } found ? Number(found, "style") : 0;

    private static bool Covers(XElement entry, int column) => Number(entry, "min") <= column + 1 && column + 1 <= Number(entry, "max");

    private void WriteRows()
    {
        _hasRows = true;
        var number = 0;
        WriteChildren(() =>
        {
            if (from.NodeType != XmlNodeType.Element || from.LocalName != "row")
            {
                to.WriteNode(from, true);
                return;
            }

            number = int.TryParse(from.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            if (marks.Touches(number))
                Marked((XElement)XNode.ReadFrom(from), number).WriteTo(to);
            else
                to.WriteNode(from, true);
        }, () => { });
    }

    private XElement Marked(XElement element, int number)
    {
        var row = new MarkedRow(element, number, StyleOfColumn);
        if (marks.WasMarked)
            row.Unmark(styles, marks.NoteColumn);
        if (marks.HeadingRows.Contains(number))
            row.WriteHeading(marks.NoteColumn);
        if (marks.Rows.TryGetValue(number, out var mark))
            row.Mark(styles, mark, marks.NoteColumn);
        return element;
    }

    private static int Number(XElement element, string attribute) =>
        int.TryParse(element.Attribute(attribute)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
