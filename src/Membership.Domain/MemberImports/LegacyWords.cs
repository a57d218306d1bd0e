using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>A word as written.</summary>
internal readonly record struct LegacyWord(string Text)
{
    private const string UnicodeLatin1 = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐð";

    /// <summary>Nothing but ASCII: the same in all encodings.</summary>
    public bool IsPlain => LegacyText.IsAscii(Text);

    /// <summary>Has no letter that only Unicode has.</summary>
    public bool IsOfOldLetters => Text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0;

    /// <summary>Has a character between letters that no Vietnamese text in Unicode has.</summary>
    public bool IsTelltale => Text.Any(letter => letter is >= '\u00A1' and <= '\u00FF' && !UnicodeLatin1.Contains(letter, StringComparison.Ordinal))
        && Text.Any(char.IsAsciiLetter);

    /// <summary>Whether it is a Vietnamese syllable as it stands, perhaps with its tone left out.</summary>
    public bool IsVietnamese => VietnameseSyllable.IsOne(LegacyWords.Trimmed(PersonName.Normalize(Text)), mayLackTone: true);

    /// <summary>Whether it is a Vietnamese syllable when read so.</summary>
    public bool ReadsIn(LegacyEncoding encoding)
    {
        if (encoding is LegacyEncoding.Tcvn3 or LegacyEncoding.Vni)
            return !LegacyText.IsUnicode(Text) && LegacyText.Knows(Text, encoding) && VietnameseSyllable.IsOne(LegacyWords.Trimmed(LegacyText.Decode(Text, encoding)));

        return VietnameseSyllable.IsOne(LegacyWords.Trimmed(PersonName.Normalize(Text)));
    }
}

/// <summary>Texts cut into words without losing the marks that old encodings write as signs (¸ · ® and the soft hyphen).</summary>
internal static class LegacyWords
{
    public static List<LegacyWord> In(string text)
    {
        var words = new List<LegacyWord>();
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !Divides(text[at]))
                continue;
            if (at > from)
                words.Add(new LegacyWord(text[from..at]));

            from = at + 1;
        }

        return words;
    }

    /// <summary>Whether a word of old letters is there that is no Vietnamese syllable as it stands: quick, since nearly every text has none.</summary>
    public static bool MayBeOld(string text)
    {
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !Divides(text[at]))
                continue;
            if (IsStrange(text.AsSpan(from, at - from)))
                return true;

            from = at + 1;
        }

        return false;
    }

    /// <summary>Without what stands around the letters.</summary>
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> word)
    {
        var letters = word;
        while (!letters.IsEmpty && !char.IsLetter(letters[0]))
            letters = letters[1..];
        while (!letters.IsEmpty && !char.IsLetter(letters[^1]))
            letters = letters[..^1];

        return letters;
    }

    private static bool IsStrange(ReadOnlySpan<char> word) =>
        word.IndexOfAnyInRange('\u0080', '\u00FF') >= 0 && word.IndexOfAnyExceptInRange('\0', '\u00FF') < 0
        && !VietnameseSyllable.IsOne(Trimmed(word), mayLackTone: true);

    private static bool Divides(char letter) => letter < '\u0080' ? !char.IsAsciiLetterOrDigit(letter) && letter != '-' : char.IsWhiteSpace(letter);
}
