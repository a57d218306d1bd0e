using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>The comments of a sheet: the officer's own stay, ours of an earlier marking go, and each marked cell gets its own.</summary>
internal sealed class MarkedComments
{
    /// <summary>Signs our comments.</summary>
    public const string Author = "Kiểm tra danh sách";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly XNamespace _main;
    private readonly XElement _authors;
    private readonly Dictionary<string, XElement> _kept = [];
    private readonly IReadOnlyList<(int Row, CellMark Cell)> _marks;

    /// <param name="own">The sheet's comments so far; null when it has none.</param>
    public MarkedComments(XDocument? own, SheetMarks marks)
    {
        _main = own?.Root!.Name.Namespace ?? Main;
        _authors = own?.Root!.Element(_main + "authors") ?? new XElement(_main + "authors");
        var ours = _authors.Elements().Select((author, index) => (author.Value, Index: Text(index))).Where(author => author.Value == Author).Select(author => author.Index).ToHashSet();
        foreach (var comment in own?.Descendants(_main + "comment") ?? [])
        {
            var place = comment.Attribute("ref")?.Value ?? "";
            if (!ours.Contains(comment.Attribute("authorId")?.Value ?? ""))
                _kept[place] = comment;
            else if (CellReference.TryParse(place, out var row, out var column))
                Removed.Add((row, column));
        }

        _marks = [.. marks.Rows.OrderBy(row => row.Key).SelectMany(row => Joined(row.Value.Cells).Select(cell => (row.Key, cell)))];
    }

    /// <summary>Cells whose comment of an earlier marking went: its note has to go from the drawing, too.</summary>
    public HashSet<(int Row, int Column)> Removed { get; } = [];

    /// <summary>Cells that have a comment only by us: a note has to be drawn for each.</summary>
    public IEnumerable<(int Row, int Column)> Added => _marks
        .Where(mark => !_kept.ContainsKey(CellName.Of(mark.Cell.Column, mark.Row))).Select(mark => (mark.Row, mark.Cell.Column));

    public void Write(XmlWriter to)
    {
        _authors.Add(new XElement(_main + "author", Author));
        to.WriteStartElement("comments", _main.NamespaceName);
        _authors.WriteTo(to);
        to.WriteStartElement("commentList", _main.NamespaceName);
        var author = Text(_authors.Elements().Count() - 1);
        foreach (var (row, cell) in _marks.Where(mark => _kept.ContainsKey(CellName.Of(mark.Cell.Column, mark.Row))))
            Append(_kept[CellName.Of(cell.Column, row)], cell.Text);
        foreach (var comment in _kept.Values)
            comment.WriteTo(to);
        foreach (var (row, cell) in _marks.Where(mark => !_kept.ContainsKey(CellName.Of(mark.Cell.Column, mark.Row))))
            Comment(CellName.Of(cell.Column, row), author, cell.Text).WriteTo(to);
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private static IEnumerable<CellMark> Joined(IReadOnlyList<CellMark> cells) =>
        cells.GroupBy(cell => cell.Column).Select(cell => new CellMark(cell.Key, string.Join('\n', cell.Select(mark => mark.Text))));

    private XElement Comment(string place, string author, string text) => new(
        _main + "comment", new XAttribute("ref", place), new XAttribute("authorId", author), new XElement(_main + "text", TextElement(text)));

    /// <summary>Behind what the officer wrote herself, in place of what we wrote there before.</summary>
    private void Append(XElement comment, string text)
    {
        var content = comment.Element(_main + "text")!;
        foreach (var plain in content.Elements(_main + "t").ToList())
            plain.ReplaceWith(new XElement(_main + "r", plain));
        content.Elements(_main + "r").Where(run => run.Value.StartsWith($"\n{Author}: ", StringComparison.Ordinal)).Remove();
        content.Add(new XElement(_main + "r", TextElement($"\n{Author}: {text}")));
    }

    private XElement TextElement(string text) => new(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellText.Escape(text));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
