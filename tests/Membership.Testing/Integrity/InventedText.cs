using System.Globalization;
using System.Text;
using Membership.Domain.MemberImports;

namespace Membership.Testing.Integrity;

/// <summary>
/// Invented texts in all that Vietnamese clerks and their programs write: every letter with every tone, composed, decomposed and
/// in between, look-alike letters, capitals, letters of other peoples, and the blanks and invisible characters of real lists.
/// </summary>
internal sealed class InventedText(Random random)
{
    private const string Vowels = "aăâeêioôơuưy";
    private const string Tones = "\0\u0300\u0301\u0303\u0309\u0323";
    private const int LongestCell = 32_767;

    private static readonly string[] Onsets =
        ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];

    private static readonly string[] Codas = ["", "", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"];

    // Of the alphabets of Ê Đê, Gia Rai, Ba Na, Chăm and Khmer names; some have no letter of one code point.
    private static readonly string[] OtherNames = ["K'Brơi", "H’Ŏk", "Y Ƀlŏ", "Hơ\u0306", "Pư\u0306ih", "Rơ-Čăm", "H' Bĕ", "Kʼho", "Ô\u0306ng", "Siu Ĭm"];

    private static readonly string[] Blanks = [" ", "  ", "\u00A0", " \u00A0", "\t", "\u2003", "\u3000", " \u200B", "\u2009"];
    private static readonly string[] Edges = [" ", "\u00A0", "\t", "\u200B", "\uFEFF", "\n", "   ", "\u00A0\u00A0", "\r\n", "\u2028"];
    private static readonly string[] Signs = [" & ", " < ", ">", "\"", "'", "; ", " – ", "…", "/", ", ", "]]>", "_x0041_", "_x", "%", "😀", "𠮷", "₫", "№"];

    /// <summary>A name that one person may bear, as it stands in the cell.</summary>
    public string Name() => Unlike(AnyName, LegacyText.IsOldName);

    /// <summary>What a cell of free words may hold, now and then up to the most that Excel takes.</summary>
    public string Words() => Unlike(AnyWords, LegacyText.IsGarbled);

    /// <summary>Syllables put together by chance are now and then Vietnamese in the letters of an old font, which is not taken.</summary>
    private static string Unlike(Func<string> any, Predicate<string> isOld)
    {
        var text = any();
        while (isOld(text))
            text = any();
        return text;
    }

    private string AnyName()
    {
        var words = Enumerable.Range(0, random.Next(2, 6)).Select(_ => InTitle(Syllable())).ToList();
        if (Chance(30))
            words.Add(OtherNames[random.Next(OtherNames.Length)]);
        if (Chance(15))
            words.Add($"({InTitle(Syllable())} {InTitle(Syllable())})");
        var name = string.Join(' ', words);
        name = random.Next(100) switch
        {
            < 10 => name.ToUpper(CultureInfo.GetCultureInfo("vi-VN")),
            < 13 => name.ToLower(CultureInfo.GetCultureInfo("vi-VN")),
            _ => name,
        };
        if (Chance(20))
            name = WithLookAlikes(name);
        if (Chance(10) && name[^1] != ')')
            name = name.Insert(name.LastIndexOf(' '), "\n").Remove(name.LastIndexOf(' ') + 1, 1);
        return Decorated(name);
    }

    private string AnyWords()
    {
        var text = new StringBuilder();
        var length = Chance(1) && Chance(100) ? random.Next(2_000, LongestCell) : random.Next(8, 60);
        while (text.Length < length)
        {
            text.Append(Chance(150) ? random.Next(1, 500).ToString(CultureInfo.InvariantCulture) : Syllable());
            text.Append(Chance(120) ? Signs[random.Next(Signs.Length)] : " ");
        }

        // Taken apart, the letters of a long text may be more than a cell holds.
        var cell = Decorated(text.ToString());
        if (cell.Length <= LongestCell)
            return cell;

        return cell[..(char.IsHighSurrogate(cell[LongestCell - 1]) ? LongestCell - 1 : LongestCell)];
    }

    /// <summary>The same text in another Unicode form, with other blanks and with what cannot be seen.</summary>
    public string Decorated(string text)
    {
        text = InAnotherForm(text);
        if (Chance(120) && text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0)
            text = text[..blank] + Blanks[random.Next(Blanks.Length)] + text[(blank + 1)..];
        if (Chance(20))
            text = text.Insert(EndOfLetter(text), "\u200B");
        if (Chance(30))
            text = $"\u202D{text}\u202C";
        if (Chance(120))
            text = Edges[random.Next(Edges.Length)] + text;
        return Chance(150) ? text + Edges[random.Next(Edges.Length)] : text;
    }

    private bool Chance(int perMille) => random.Next(1000) < perMille;

    private string Syllable()
    {
        var vowel = Vowels[random.Next(Vowels.Length)];
        var tone = Tones[random.Next(Tones.Length)];
        var letter = tone == '\0' ? vowel.ToString() : $"{vowel}{tone}".Normalize(NormalizationForm.FormC);
        return Onsets[random.Next(Onsets.Length)] + letter + Codas[random.Next(Codas.Length)];
    }

    private static string InTitle(string word) => char.ToUpper(word[0], CultureInfo.GetCultureInfo("vi-VN")) + word[1..];

    private string WithLookAlikes(string text) => Chance(500)
        ? text.Replace('Đ', 'Ð').Replace('đ', 'ð').Replace('Ư', 'Ƣ')
        : text.Replace('Đ', 'Ɖ').Replace('đ', 'ɖ').Replace('ư', 'ƣ');

    private string InAnotherForm(string text) => random.Next(10) switch
    {
        < 5 => text,
        < 7 => text.Normalize(NormalizationForm.FormD),
        7 => HalfComposed(text),
        _ => string.Concat(text.EnumerateRunes().Select(rune => random.Next(3) switch
        {
            0 => rune.ToString(),
            1 => rune.ToString().Normalize(NormalizationForm.FormD),
            _ => HalfComposed(rune.ToString()),
        })),
    };

    // As Windows-1258 writes: â, ê, ô, ă, ơ, ư as one, the tone behind.
    private static string HalfComposed(string text)
    {
        var half = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var apart = rune.ToString().Normalize(NormalizationForm.FormD);
            var tone = apart.IndexOfAny([.. Tones[1..]]);
            half.Append(tone < 0 ? rune.ToString() : apart.Remove(tone, 1).Normalize(NormalizationForm.FormC) + apart[tone]);
        }

        return half.ToString();
    }

    // Where a program put a zero-width space into a word; between a letter and its marks too.
    private int EndOfLetter(string text)
    {
        var at = random.Next(1, text.Length);
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
