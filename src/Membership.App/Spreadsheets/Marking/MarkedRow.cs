using System.Globalization;
using System.Xml.Linq;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>One row of a sheet as XML, while it is marked.</summary>
internal sealed class MarkedRow
{
    private readonly XElement _row;
    private readonly XNamespace _main;
    private readonly int _number;
    private readonly Func<int, int> _columnStyle;

    /// <param name="columnStyle">The style of a column's cells that were never written.</param>
    public MarkedRow(XElement row, int number, Func<int, int> columnStyle)
    {
        (_row, _main, _number, _columnStyle) = (row, row.Name.Namespace, number, columnStyle);
        row.SetAttributeValue("r", number);
        // Which columns a row spans is only a hint, and true no longer.
        row.SetAttributeValue("spans", null);
        GiveReferences();
    }

    public void Unmark(MarkedStyles styles, int noteColumn)
    {
        foreach (var cell in Cells().Where(cell => StyleOf(cell) > 0))
            SetStyle(cell, styles.Unmarked(StyleOf(cell)));
        Cells().FirstOrDefault(cell => ColumnOf(cell) == noteColumn)?.Remove();
    }

    public void Mark(MarkedStyles styles, RowMark mark, int noteColumn)
    {
        foreach (var marks in mark.Cells.GroupBy(cell => cell.Column))
        {
            var cell = CellAt(marks.Key);
            var style = styles.Marked(StyleOf(cell), marks.All(one => one.Corrected is not null) ? MarkTone.Edited : mark.Tone);
            if (marks.Select(one => one.Corrected).FirstOrDefault(text => text is not null) is { } corrected && !IsFormulaOfOthers(cell))
                Write(marks.Key, corrected, style);
            else
                SetStyle(cell, style);
        }

        if (mark.Note.Length > 0)
            Write(noteColumn, mark.Note, styles.Marked(0, mark.Tone));
    }

    /// <summary>Looks like the heading beside it.</summary>
    public void WriteHeading(int column)
    {
        var beside = Cells().LastOrDefault(cell => ColumnOf(cell) < column && cell.HasElements);
        Write(column, SheetMarks.Heading, beside is null ? 0 : StyleOf(beside));
    }

    private void Write(int column, string text, int style)
    {
        var cell = CellAt(column);
        cell.ReplaceAll(new XAttribute("r", CellName.Of(column, _number)), new XAttribute("s", style));
        if (text.Length == 0)
            return;

        cell.Add(
            new XAttribute("t", "inlineStr"),
            new XElement(_main + "is", new XElement(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellText.Escape(text))));
    }

    private IEnumerable<XElement> Cells() => _row.Elements(_main + "c");

    private void GiveReferences()
    {
        var next = 0;
        foreach (var cell in Cells())
        {
            if (cell.Attribute("r") is null)
                cell.SetAttributeValue("r", CellName.Of(next, _number));
            next = ColumnOf(cell) + 1;
        }
    }

    private XElement CellAt(int column)
    {
        var after = Cells().FirstOrDefault(cell => ColumnOf(cell) >= column);
        if (after is not null && ColumnOf(after) == column)
            return after;

        var cell = new XElement(_main + "c", new XAttribute("r", CellName.Of(column, _number)));
        SetStyle(cell, StyleOfUnwritten(column));
        if (after is not null)
            after.AddBeforeSelf(cell);
        else if (Cells().LastOrDefault() is { } last)
            last.AddAfterSelf(cell);
        else
            _row.AddFirst(cell);
        return cell;
    }

    private int StyleOfUnwritten(int column) => _row.Attribute("customFormat")?.Value is "1" or "true" ? StyleOf(_row) : _columnStyle(column);

    /// <summary>Other cells calculate by it: without it the workbook would be broken.</summary>
    private bool IsFormulaOfOthers(XElement cell) => cell.Element(_main + "f")?.Attribute("ref") is not null;

    private static void SetStyle(XElement cell, int style) => cell.SetAttributeValue("s", style);

    private static int StyleOf(XElement element) =>
        int.TryParse(element.Attribute("s")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;

    private static int ColumnOf(XElement cell) => CellReference.TryParse(cell.Attribute("r")!.Value, out _, out var column) ? column : 0;
}
