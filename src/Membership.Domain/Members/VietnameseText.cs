using System.Buffers;
using System.Globalization;
using System.Text;

namespace Membership.Domain.Members;

/// <summary>
/// What a text goes through at every entrance (form, list, search): one Unicode form (NFC), single spaces, nothing that cannot
/// be seen. Lists bring U+00A0 by the thousand, decomposed letters in one workbook of five, and numbers wrapped in U+202D … U+202C.
/// </summary>
public static class VietnameseText
{
    /// <summary>NFC; each run of white space one space, none at the ends; format and control characters left out.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text))
        {
            if (!char.IsWhiteSpace(letter))
                AppendVisible(result, letter);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        // Last, because what cannot be seen may have stood between a letter and its mark.
        return result.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Nothing that can be seen: empty, white space of any kind, U+200B, U+FEFF …</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !IsInvisible(letter))
                return false;
        }

        return true;
    }

    /// <summary>Format characters (category Cf) and control characters.</summary>
    public static bool IsInvisible(char letter)
    {
        if (letter is > '\u001F' and < '\u007F')
            return false;

        return CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
    }

    /// <summary>The text with each half of a broken surrogate pair as U+FFFD: what JSON and databases can hold.</summary>
    public static string WellFormed(string text)
    {
        var valid = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
        return valid ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
    }

    /// <summary>Whether no half of a surrogate pair stands alone in the text.</summary>
    public static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != OperationStatus.Done)
                return false;

            rest = rest[(at + length)..];
        }

        return true;
    }

    private static void AppendVisible(StringBuilder result, char letter)
    {
        if (!IsInvisible(letter))
            result.Append(letter);
    }

    // Nearly every cell is clean already; asking is cheaper than string.IsNormalized.
    private static bool IsClean(string text)
    {
        var previous = ' ';
        foreach (var letter in text)
        {
            if (letter == ' ' ? previous == ' ' : !IsComposedAndVisible(letter))
                return false;

            previous = letter;
        }

        return previous != ' ' || text.Length == 0;
    }

    // Below U+0300 everything is NFC as it stands, and so are the Vietnamese letters of Latin Extended Additional.
    private static bool IsComposedAndVisible(char letter) => letter switch
    {
        > ' ' and < '\u007F' => true,
        > '\u00A0' and < '\u0300' => letter != '\u00AD',
        >= '\u1EA0' and <= '\u1EF9' => true,
        _ => false,
    };
}
