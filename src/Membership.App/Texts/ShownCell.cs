using System.Globalization;
using System.Text;

namespace Membership.App.Texts;

/// <summary>The text of a cell as a page or a message shows it: what cannot be seen, or turns what is read around, is written out.</summary>
public static class ShownCell
{
    /// <summary>U+202E is "⟨U+202E⟩"; line breaks and tabs stay.</summary>
    public static string Of(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !text.Any(IsEscaped)
        ? text
        : string.Concat(text.EnumerateRunes().Select(Shown));

    private static string Shown(Rune rune) =>
        rune.IsBmp && IsEscaped((char)rune.Value) ? string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩") : rune.ToString();

    private static bool IsEscaped(char letter) => letter is not ('\n' or '\r' or '\t')
        && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
