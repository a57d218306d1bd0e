using System.Globalization;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>What of the cell styles matters, by the number that a cell's <c>s</c> names.</summary>
/// <param name="Fonts">Null when no font of the workbook draws other letters than Unicode's.</param>
internal sealed record XlsxStyles(NumberFormat[] Formats, FontLetters[]? Fonts)
{
    public static readonly XlsxStyles None = new([], null);

    private const int MostFormats = 70_000;

    public static XlsxStyles Read(XlsxPart part)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var fonts = new List<FontLetters>();
        var styles = new List<(NumberFormat Format, FontLetters Font)>();
        part.ReadRoot("styleSheet");
        while (part.ReadChild(0))
        {
            if (part.Xml.LocalName == "numFmts")
                ReadCodes(part, codes);
            else if (part.Xml.LocalName == "fonts")
                ReadFonts(part, fonts);
            else if (part.Xml.LocalName == "cellXfs")
                ReadStyles(part, codes, fonts, styles);
            else
                part.Skip();
        }

        var hasOldLetters = styles.Exists(style => style.Font != FontLetters.Unicode);
        return new XlsxStyles([.. styles.Select(style => style.Format)], hasOldLetters ? [.. styles.Select(style => style.Font)] : null);
    }

    /// <summary>.VnTime, .VnTimeH, VNI-Times …</summary>
    public static FontLetters LettersOf(string fontName)
    {
        if (fontName.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
            return fontName.EndsWith('H') ? FontLetters.Tcvn3Capitals : FontLetters.Tcvn3;

        return fontName.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? FontLetters.Vni : FontLetters.Unicode;
    }

    private static void ReadFonts(XlsxPart part, List<FontLetters> fonts)
    {
        if (part.Xml.IsEmptyElement)
            return;

        var depth = part.Xml.Depth;
        while (part.ReadChild(depth))
        {
            if (fonts.Count > MostFormats)
                throw part.Damage();
            if (part.Xml.LocalName == "font")
                fonts.Add(FontLetters.Unicode);
            else if (part.Xml.LocalName == "name" && fonts.Count > 0)
                fonts[^1] = LettersOf(part.Xml.GetAttribute("val") ?? "");
        }
    }

    private static void ReadCodes(XlsxPart part, Dictionary<int, NumberFormat> codes)
    {
        foreach (var _ in Children(part, "numFmt", codes))
        {
            if (Id(part) is { } id && part.Xml.GetAttribute("formatCode") is { } code)
                codes[id] = NumberFormat.Parse(code);
        }
    }

    private static void ReadStyles(XlsxPart part, Dictionary<int, NumberFormat> codes, List<FontLetters> fonts, List<(NumberFormat, FontLetters)> styles)
    {
        foreach (var _ in Children(part, "xf", styles))
        {
            var id = Id(part) ?? 0;
            var font = Id(part, "fontId") is { } number && number < fonts.Count ? fonts[number] : FontLetters.Unicode;
            styles.Add((codes.TryGetValue(id, out var format) ? format : NumberFormat.BuiltIn(id), font));
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

    private static int? Id(XlsxPart part, string attribute = "numFmtId") =>
        int.TryParse(part.Xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
