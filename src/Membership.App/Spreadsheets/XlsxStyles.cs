using System.Globalization;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>What of the cell styles matters, by the number that a cell's <c>s</c> names.</summary>
/// <param name="Fonts">Null when no font of the workbook draws other letters than Unicode's.</param>
/// <param name="Strikes">Whether the font strikes through; null when none of the workbook does.</param>
internal sealed record XlsxStyles(NumberFormat[] Formats, FontLetters[]? Fonts, bool[]? Strikes)
{
    public static readonly XlsxStyles None = new([], null, null);

    private const int MostFormats = 70_000;

    public static XlsxStyles Read(XlsxPart part)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var fonts = new List<XlsxFont>();
        var styles = new List<(NumberFormat Format, XlsxFont Font)>();
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

        var hasOldLetters = styles.Exists(style => style.Font.Letters != FontLetters.Unicode);
        return new XlsxStyles(
            [.. styles.Select(style => style.Format)],
            hasOldLetters ? [.. styles.Select(style => style.Font.Letters)] : null,
            styles.Exists(style => style.Font.IsStruck) ? [.. styles.Select(style => style.Font.IsStruck)] : null);
    }

    /// <summary>Of a style that a row or column names for cells that have none of their own.</summary>
    public bool IsStruck(string? style) => Strikes is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < Strikes.Length && Strikes[number];

    /// <summary>An element that stands for "yes" unless it says no.</summary>
    public static bool IsOn(XlsxPart part) => part.Xml.GetAttribute("val") is not ("0" or "false" or "off");

    /// <summary>.VnTime, .VnTimeH, VNI-Times …</summary>
    public static FontLetters LettersOf(string fontName)
    {
        if (fontName.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
            return fontName.EndsWith('H') ? FontLetters.Tcvn3Capitals : FontLetters.Tcvn3;

        return fontName.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? FontLetters.Vni : FontLetters.Unicode;
    }

    private static void ReadFonts(XlsxPart part, List<XlsxFont> fonts)
    {
        if (part.Xml.IsEmptyElement)
            return;

        var depth = part.Xml.Depth;
        while (part.ReadChild(depth))
        {
            if (fonts.Count > MostFormats)
                throw part.Damage();
            if (part.Xml.LocalName == "font")
                fonts.Add(default);
            else if (part.Xml.LocalName == "name" && fonts.Count > 0)
                fonts[^1] = fonts[^1] with { Letters = LettersOf(part.Xml.GetAttribute("val") ?? "") };
            else if (part.Xml.LocalName == "strike" && fonts.Count > 0)
                fonts[^1] = fonts[^1] with { IsStruck = IsOn(part) };
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

    private static void ReadStyles(XlsxPart part, Dictionary<int, NumberFormat> codes, List<XlsxFont> fonts, List<(NumberFormat, XlsxFont)> styles)
    {
        foreach (var _ in Children(part, "xf", styles))
        {
            var id = Id(part) ?? 0;
            var font = Id(part, "fontId") is { } number && number < fonts.Count ? fonts[number] : default;
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

internal readonly record struct XlsxFont(FontLetters Letters, bool IsStruck);
