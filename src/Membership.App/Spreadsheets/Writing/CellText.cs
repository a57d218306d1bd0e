using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>Text on its way into a sheet: never a formula, never XML that a spreadsheet program has to repair.</summary>
internal static partial class CellText
{
    /// <summary>Excel refuses a file with a longer cell.</summary>
    public const int MaximumLength = 32_767;

    /// <summary>Excel would take it for a formula as soon as somebody edits the cell (OWASP: CSV injection).</summary>
    public static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>Writes what XML cannot hold as Excel does, "_x0008_", so that it reads back unchanged.</summary>
    public static string Escape(string text)
    {
        var cut = text.Length <= MaximumLength ? text : text[..(MaximumLength - 1)] + "…";
        var literal = EscapeSequence().Replace(cut, "_x005F$0");
        return literal.All(XmlConvert.IsXmlChar) && !literal.Contains('\r', StringComparison.Ordinal) ? literal : EscapeCharacters(literal);
    }

    private static string EscapeCharacters(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            // A carriage return would be normalised to a line feed by every XML reader.
            escaped.Append(rune.Value != '\r' && IsXml(rune) ? rune.ToString() : $"_x{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}_");
        return escaped.ToString();
    }

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapeSequence();
}
