using System.Buffers;
using System.Globalization;
using System.Text;

namespace Membership.Domain.Members;

/// <summary>Vietnamese personal names: how they are stored, compared, searched and sorted.</summary>
public static class PersonName
{
    private const char NotOneLetter = '\0';
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly SearchValues<char> LookAlikes = SearchValues.Create("ÐðƉɖƢƣ");
    private static readonly char[] FoldedLetters = BuildFoldedLetters();

    /// <summary>As a name is stored: NFC, single spaces, nothing invisible, Đ and Ư as Vietnamese letters, the clerk's case.</summary>
    public static string Normalize(string text)
    {
        var clean = VietnameseText.Clean(text);
        return HasLookAlikes(clean) ? string.Concat(clean.Select(Genuine)) : clean;
    }

    /// <summary>Whether the text holds a letter that only looks like Đ, đ, Ư or ư (Icelandic eth, African D, gha).</summary>
    public static bool HasLookAlikes(string text) => text.AsSpan().ContainsAny(LookAlikes);

    /// <summary>The first letter of each word: enough to recognise somebody one knows, too little to learn a name.</summary>
    public static string Mask(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] + "•••"));

    /// <summary>NGUYỄN THỊ K'HO is Nguyễn Thị K'Ho: each run of letters begins with a capital.</summary>
    public static string InTitleCase(string name)
    {
        var letters = name.ToLower(Vietnamese).ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (at == 0 || !GoesOn(letters[at - 1]))
                letters[at] = char.ToUpper(letters[at], Vietnamese);
        }

        return new string(letters);
    }

    // Some letters of Ê Đê and Gia Rai names (Ư̆) exist in two parts only; the letter apostrophe divides as the sign does.
    private static bool GoesOn(char before) => char.GetUnicodeCategory(before) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate => true,
        _ => false,
    };

    /// <summary>The key under which two spellings are one: lower case, no marks, đ as d, single spaces, hòa = hoà.</summary>
    public static string Fold(string text)
    {
        var buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            var folded = letter < FoldedLetters.Length ? FoldedLetters[letter] : NotOneLetter;
            if (folded == NotOneLetter)
                return FoldDecomposed(text);

            if (folded != ' ' || (length > 0 && buffer[length - 1] != ' '))
                buffer[length++] = folded;
        }

        return buffer[..length].TrimEnd(' ').ToString();
    }

    /// <summary>
    /// The words by which a name is searched, folded: without what cannot be seen, eth and full stops, and with i for y, which people spell
    /// as they like. The stored key is compared in the same form (<c>y</c> as <c>i</c>, full stops as blanks).
    /// </summary>
    public static IReadOnlyList<string> SearchedWords(string text) =>
        Fold(Normalize(text)).Replace('y', 'i').Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);

    private static char Genuine(char letter) => letter switch
    {
        'Ð' or 'Ɖ' => 'Đ',
        'ð' or 'ɖ' => 'đ',
        'Ƣ' => 'Ư',
        'ƣ' => 'ư',
        _ => letter,
    };

    // Taking letters apart costs more than all else in an import: do it once for each letter that Vietnamese uses.
    private static char[] BuildFoldedLetters()
    {
        var folded = new char[0x1F00];
        for (var code = 0; code < folded.Length; code++)
        {
            if (code is < 0x0250 or >= 0x1E00)
                folded[code] = FoldedAlone((char)code);
        }

        return folded;
    }

    private static char FoldedAlone(char letter)
    {
        if (char.IsWhiteSpace(letter))
            return ' ';

        var folded = FoldDecomposed(letter.ToString());
        return folded.Length == 1 ? folded[0] : NotOneLetter;
    }

    private static string FoldDecomposed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
                AppendSpace(result);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                result.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLower(letter, Vietnamese));
        }

        return result.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }
}
