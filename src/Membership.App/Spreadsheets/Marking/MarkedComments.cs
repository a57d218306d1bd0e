using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>The comments of a sheet: the officer's own stay, ours of an earlier marking go, and each marked cell gets its own.</summary>
internal sealed class MarkedComments
{
    // Our comments are known by it: LibreOffice forgets who wrote them.
    private const string Prefix = "Kiểm tra danh sách: ";
    private const string Author = "Kiểm tra danh sách";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly XNamespace _main;
    private readonly XElement _authors;
    private readonly Dictionary<string, XElement> _kept = [];
    private readonly IReadOnlyList<(int Row, int Column, string Text)> _marks;

    /// <param name="own">The sheet's comments so far; null when it has none.</param>
    public MarkedComments(XDocument? own, SheetMarks marks)
    {
        _main = own?.Root!.Name.Namespace ?? Main;
        _authors = own?.Root!.Element(_main + "authors") ?? new XElement(_main + "authors");
        foreach (var comment in own?.Descendants(_main + "comment") ?? [])
            Keep(comment);

        _marks = [.. marks.Rows.OrderBy(row => row.Key).SelectMany(row => row.Value.Cells.GroupBy(cell => cell.Column)
            .Select(cell => (row.Key, cell.Key, Prefix + string.Join('\n', cell.Select(mark => mark.Text)))))];
    }

    /// <summary>Cells whose comment of an earlier marking went: its note has to go from the drawing, too.</summary>
    public HashSet<(int Row, int Column)> Removed { get; } = [];

    /// <summary>Cells that have a comment only by us: a note has to be drawn for each.</summary>
    public IEnumerable<(int Row, int Column)> Added => _marks.Where(mark => !IsKept(mark)).Select(mark => (mark.Row, mark.Column));

    public void Write(XmlWriter to)
    {
        _authors.Add(new XElement(_main + "author", Author));
        var author = (_authors.Elements().Count() - 1).ToString(CultureInfo.InvariantCulture);
        to.WriteStartElement("comments", _main.NamespaceName);
        _authors.WriteTo(to);
        to.WriteStartElement("commentList", _main.NamespaceName);
        foreach (var mark in _marks.Where(IsKept))
            Append(_kept[CellName.Of(mark.Column, mark.Row)], "\n" + mark.Text);
        foreach (var comment in _kept.Values)
            comment.WriteTo(to);
        foreach (var (row, column, text) in _marks.Where(mark => !IsKept(mark)))
            Comment(CellName.Of(column, row), author, text).WriteTo(to);
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private bool IsKept((int Row, int Column, string Text) mark) => _kept.ContainsKey(CellName.Of(mark.Column, mark.Row));

    private void Keep(XElement comment)
    {
        var place = comment.Attribute("ref")?.Value ?? "";
        var ours = comment.Value.IndexOf(Prefix, StringComparison.Ordinal);
        if (ours == 0 && CellReference.TryParse(place, out var row, out var column))
        {
            Removed.Add((row, column));
            return;
        }

        if (ours > 0)
            Cut(comment, ours - 1);
        _kept[place] = comment;
    }

    /// <summary>What we wrote stands behind what the officer did.</summary>
    private void Cut(XElement comment, int length)
    {
        foreach (var text in comment.Descendants(_main + "t").ToList())
        {
            var kept = Math.Clamp(length, 0, text.Value.Length);
            length -= text.Value.Length;
            if (kept < text.Value.Length)
                text.Value = text.Value[..kept];
        }
    }

    private XElement Comment(string place, string author, string text) => new(
        _main + "comment", new XAttribute("ref", place), new XAttribute("authorId", author), new XElement(_main + "text", TextElement(text)));

    private void Append(XElement comment, string text)
    {
        var content = comment.Element(_main + "text")!;
        foreach (var plain in content.Elements(_main + "t").ToList())
            plain.ReplaceWith(new XElement(_main + "r", plain));
        content.Add(new XElement(_main + "r", TextElement(text)));
    }

    private XElement TextElement(string text) => new(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellText.Escape(text));
}
