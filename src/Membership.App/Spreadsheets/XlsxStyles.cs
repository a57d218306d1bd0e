using System.Globalization;

namespace Membership.App.Spreadsheets;

/// <summary>The number format of each cell style.</summary>
internal static class XlsxStyles
{
    private const int MostFormats = 70_000;

    /// <summary>By the number that a cell's <c>s</c> names.</summary>
    public static NumberFormat[] Read(XlsxPart part)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        part.ReadRoot("styleSheet");
        while (part.ReadChild(0))
        {
            if (part.Xml.LocalName == "numFmts")
                ReadCodes(part, codes);
            else if (part.Xml.LocalName == "cellXfs")
                ReadStyles(part, codes, styles);
            else
                part.Skip();
        }

        return [.. styles];
    }

    private static void ReadCodes(XlsxPart part, Dictionary<int, NumberFormat> codes)
    {
        foreach (var _ in Children(part, "numFmt", codes))
        {
            if (Id(part) is { } id && part.Xml.GetAttribute("formatCode") is { } code)
                codes[id] = NumberFormat.Parse(code);
        }
    }

    private static void ReadStyles(XlsxPart part, Dictionary<int, NumberFormat> codes, List<NumberFormat> styles)
    {
        foreach (var _ in Children(part, "xf", styles))
        {
            var id = Id(part) ?? 0;
            styles.Add(codes.TryGetValue(id, out var format) ? format : NumberFormat.BuiltIn(id));
        }
    }

    private static IEnumerable<int> Children<T>(XlsxPart part, string name, IReadOnlyCollection<T> found)
    {
        var depth = part.Xml.Depth;
        if (part.Xml.IsEmptyElement)
            yield break;
        for (var i = 0; part.ReadChild(depth); i++)
        {
            if (found.Count > MostFormats)
                throw part.Damage();
            if (part.Xml.LocalName == name)
                yield return i;
            part.Skip();
        }
    }

    private static int? Id(XlsxPart part) =>
        int.TryParse(part.Xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
