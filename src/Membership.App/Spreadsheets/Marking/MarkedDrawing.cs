using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>The drawing that Excel needs to show comments: one hidden yellow note per commented cell, in VML.</summary>
internal static class MarkedDrawing
{
    private const int ShapesPerBlock = 1024;

    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";

    /// <param name="own">What the sheet's drawing holds so far; null when it has none.</param>
    public static void Write(XmlWriter to, XDocument? own, MarkedComments comments)
    {
        var kept = own?.Root!.Elements().Where(element => !Notes(element, comments.Removed)).ToList() ?? [];
        var first = kept.Select(Shape).DefaultIfEmpty(0).Max() is > 0 and var last ? last + 1 : ShapesPerBlock + 1;
        to.WriteStartElement("xml");
        to.WriteAttributeString("xmlns", "v", null, V.NamespaceName);
        to.WriteAttributeString("xmlns", "o", null, O.NamespaceName);
        to.WriteAttributeString("xmlns", "x", null, X.NamespaceName);
        if (kept.Count == 0)
            Layout(comments.Added.Count()).WriteTo(to);
        foreach (var element in kept)
            element.WriteTo(to);
        if (!kept.Any(element => element.Name == V + "shapetype" && element.Attribute("id")?.Value == "_x0000_t202"))
            ShapeType().WriteTo(to);
        foreach (var (row, column) in comments.Added)
            Note(first++, row, column).WriteTo(to);
        to.WriteEndElement();
    }

    private static bool Notes(XElement element, HashSet<(int Row, int Column)> cells)
    {
        var data = element.Element(X + "ClientData");
        return data is not null && int.TryParse(data.Element(X + "Row")?.Value, CultureInfo.InvariantCulture, out var row)
            && int.TryParse(data.Element(X + "Column")?.Value, CultureInfo.InvariantCulture, out var column) && cells.Contains((row + 1, column));
    }

    private static int Shape(XElement element)
    {
        var id = element.Attribute("id")?.Value ?? "";
        return id.StartsWith("_x0000_s", StringComparison.Ordinal) && int.TryParse(id["_x0000_s".Length..], CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Numbers of shapes are given out in blocks.</summary>
    private static XElement Layout(int shapes) => new(
        O + "shapelayout", new XAttribute(V + "ext", "edit"),
        new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", string.Join(',', Enumerable.Range(1, (shapes / ShapesPerBlock) + 1)))));

    private static XElement ShapeType() => new(
        V + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"),
        new XAttribute("path", "m,l,21600r21600,l21600,xe"),
        new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
        new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")));

    private static XElement Note(int number, int row, int column) => new(
        V + "shape",
        new XAttribute("id", FormattableString.Invariant($"_x0000_s{number}")),
        new XAttribute("type", "#_x0000_t202"),
        new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:230pt;height:70pt;z-index:1;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XAttribute(O + "insetmode", "auto"),
        new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(V + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
        new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
        new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
        new XElement(
            X + "ClientData", new XAttribute("ObjectType", "Note"),
            new XElement(X + "MoveWithCells"),
            new XElement(X + "SizeWithCells"),
            new XElement(X + "Anchor", FormattableString.Invariant($"{column + 1}, 15, {Math.Max(row - 2, 0)}, 10, {column + 5}, 15, {row + 3}, 10")),
            new XElement(X + "AutoFill", "False"),
            new XElement(X + "Row", row - 1),
            new XElement(X + "Column", column)));
}
