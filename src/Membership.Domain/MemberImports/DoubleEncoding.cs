using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Membership.Domain.MemberImports;

/// <summary>UTF-8 that another program read as Windows-1252: "BÃ¬nh HÃ²a" for Bình Hòa.</summary>
internal static class DoubleEncoding
{
    private const char FirstHigh = '\u0080';

    // What Windows-1252 makes of the bytes 80 to 9F; those that it has no letter for stay as they are.
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly SearchValues<char> Continuing =
        SearchValues.Create([.. High, .. Enumerable.Range(FirstHigh, 64).Select(code => (char)code)]);

    /// <summary>The text as it was meant; null when it is not such a text, or comes to letters that Vietnamese does not have.</summary>
    public static string? Mended(string text)
    {
        if (!text.AsSpan().ContainsAny(Continuing) || HasCapitalBeforeBlank(text))
            return null;

        var bytes = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            if (ByteOf(text[at]) is not { } value)
                return null;
            bytes[at] = value;
        }

        return Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var mended && IsVietnamese(mended) ? mended : null;
    }

    /// <summary>Pairs of letters that stand in no other text, and can stand in one that cannot be mended.</summary>
    public static bool IsIn(string text)
    {
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (IsPair(text[at], text[at + 1]))
                return true;
        }

        return false;
    }

    private static bool IsPair(char first, char second) => first switch
    {
        'Ã' => second is >= '\u00A1' and <= '\u00BF',
        'Ä' or 'Å' or 'Æ' => second is (>= FirstHigh and <= '\u00BF') or (>= '\u2018' and <= '\u2122'),
        'á' => second is 'º' or '»',
        'â' => second is '€',
        _ => false,
    };

    /// <summary>"LÃ" before a blank that does not break is the name Lã, not "Là" in two letters.</summary>
    private static bool HasCapitalBeforeBlank(string text)
    {
        var at = text.IndexOf("Ã\u00A0", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLower(text[at - 1]));
    }

    private static byte? ByteOf(char letter)
    {
        if (letter <= '\u00FF')
            return (byte)letter;

        var at = High.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? null : (byte)(FirstHigh + at);
    }

    private static bool IsVietnamese(string text)
    {
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            // Neither other letters nor their marks: "à" and two blanks that do not break are the bytes of a Samaritan vowel.
            var isOrdinary = VietnameseSyllable.HasLetter(letter) || char.IsPunctuation(letter) || char.IsSymbol(letter) || char.IsWhiteSpace(letter);
            if (letter >= FirstHigh && !isOrdinary)
                return false;
        }

        return true;
    }
}
