using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Membership.Testing.Integrity;

/// <summary>What may be done to a text on its way to the register, written a second time from the rules alone.</summary>
internal static partial class NamedRepairs
{
    private static readonly TextInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").TextInfo;

    /// <summary>Nothing invisible, each blank one space, none around, NFC.</summary>
    public static string Text(string cell) =>
        Blank().Replace(Invisible().Replace(cell, ""), " ").Trim(' ').Normalize(NormalizationForm.FormC);

    /// <summary>The same, then Đ and Ư for what looks like them, then capitals.</summary>
    public static string Name(string cell)
    {
        var name = Text(cell).Replace('Ð', 'Đ').Replace('Ɖ', 'Đ').Replace('ð', 'đ').Replace('ɖ', 'đ').Replace('Ƣ', 'Ư').Replace('ƣ', 'ư');
        var isInCapitals = name.Count(char.IsUpper) > 1 && !name.Any(char.IsLower);
        return isInCapitals ? Word().Replace(name, word => Vietnamese.ToUpper(word.Value[..1]) + Vietnamese.ToLower(word.Value[1..])) : name;
    }

    /// <summary>What two spellings of one unit have in common.</summary>
    public static string Key(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .Replace('Đ', 'd').Replace('đ', 'd').ToLowerInvariant();

    [GeneratedRegex(@"[\p{Cf}\p{Cc}-[\s]]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[\p{L}-[\p{Lm}]][\p{L}\p{M}-[\p{Lm}]]*")]
    private static partial Regex Word();
}
