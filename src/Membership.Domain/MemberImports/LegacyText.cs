using System.Buffers;
using System.Globalization;
using System.Text;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Text in the letters of fonts of before Unicode, as it looks when its bytes are read as Windows-1252: TCVN3 (TCVN 5712:1993 VN3,
/// fonts .Vn…) has one character for each letter, VNI (fonts VNI-…) a letter and a mark behind it. Tables as in UniKey.
/// </summary>
public static class LegacyText
{
    private const string Tcvn3 =
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§®";

    private const string Tcvn3Letters =
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐđ";

    private const string Vni = "ìæóíòôöñîÌÆÓÍÒÔÖÑÎ";
    private const string VniLetters = "ìỉĩíịơưđỵÌỈĨÍỊƠƯĐỴ";
    private const string VniMarks = "øûõùïêèúüéëâàåãáä";

    // What Windows-1258 makes of the bytes that it reads otherwise than 1252.
    private const string Of1258 = "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫";
    private const string Of1252 = "ÃÌÐÒÕÝÞãìðòõýþ";

    private const int WordsToRecognize = 5;

    private static readonly string[] VniCombining =
    [
        "\u0300", "\u0309", "\u0303", "\u0301", "\u0323", "\u0306", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0301", "\u0306\u0323",
        "\u0302", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0301", "\u0302\u0323",
    ];

    private static readonly SearchValues<char> Mapped1258 = SearchValues.Create(Of1258);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The text in Unicode (NFC). What the encoding does not know stays as it is.</summary>
    /// <param name="capitals">The font draws small letters as capitals (.VnTimeH): the only way TCVN3 has to write Ắ.</param>
    public static string Decode(string text, LegacyEncoding encoding, bool capitals = false)
    {
        var decoded = encoding switch
        {
            LegacyEncoding.Tcvn3 => OfTcvn3(ReadAs1252(text)),
            LegacyEncoding.Vni => OfVni(ReadAs1252(text)),
            _ => text,
        };
        return capitals && encoding == LegacyEncoding.Tcvn3 ? decoded.ToUpper(Vietnamese) : decoded;
    }

    /// <summary>A heading or title as written, and as it reads in each old encoding in which all its words are Vietnamese. Short
    /// ones read in several: "Soá" is a word as it stands, and Số in VNI.</summary>
    public static IEnumerable<string> Candidates(string text)
    {
        yield return text;
        if (DoubleEncoding.Mended(text) is { } mended)
            yield return mended;

        var words = LegacyWords.In(text).FindAll(word => !word.IsPlain);
        if (words.Count == 0)
            yield break;

        foreach (var encoding in (LegacyEncoding[])[LegacyEncoding.Tcvn3, LegacyEncoding.Vni])
        {
            if (words.TrueForAll(word => word.ReadsIn(encoding)))
                yield return Decode(text, encoding);
        }
    }

    /// <summary>A name in old letters among names in Unicode: not Vietnamese as it stands, and Vietnamese word by word when read in
    /// one old encoding. Names of other peoples are neither.</summary>
    public static bool IsOldName(string name) => IsOld(name, _ => false);

    /// <summary>A text that would be rubbish if it were kept: old letters, UTF-8 read as Windows-1252, or letters lost as "?".</summary>
    public static bool IsGarbled(string text) =>
        HasLostLetters(text) || DoubleEncoding.IsIn(text) || IsOld(text, word => word.IsPlain || word.IsTelltale);

    /// <param name="mayBeForeign">Words that tell nothing.</param>
    private static bool IsOld(string text, Predicate<LegacyWord> mayBeForeign)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u00FF') < 0)
            return false;

        if (!LegacyWords.MayBeOld(text))
            return false;

        var foreign = LegacyWords.In(text.Normalize(NormalizationForm.FormC)).FindAll(word => !word.IsVietnamese);
        return IsOldIn(LegacyEncoding.Tcvn3) || IsOldIn(LegacyEncoding.Vni);

        bool IsOldIn(LegacyEncoding encoding) =>
            foreign.Exists(word => !word.IsPlain && ReadsIn(word, encoding)) && foreign.TrueForAll(word => mayBeForeign(word) || ReadsIn(word, encoding));

        // Ư and ạ stand in no old encoding: such a word is foreign, not old.
        static bool ReadsIn(LegacyWord word, LegacyEncoding encoding) => word.IsOfOldLetters && word.ReadsIn(encoding);
    }

    /// <summary>"Chi h?i T?n L?i": a question mark stands before no letter.</summary>
    internal static bool HasLostLetters(string text)
    {
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (text[at] == '?' && char.IsLetter(text[at + 1]))
                return true;
        }

        return text.Contains('\uFFFD', StringComparison.Ordinal);
    }

    /// <summary>In which letters the bytes of a text list are, read by two code pages; <see cref="LegacyEncoding.Unicode"/> stands
    /// for Windows-1258, and <see cref="LegacyEncoding.Auto"/> says that it is not clear.</summary>
    public static LegacyEncoding Recognize(string as1258, string as1252)
    {
        var old = LegacyWords.In(as1252).FindAll(word => !word.IsPlain);
        (LegacyEncoding Encoding, int Words)[] readable =
        [
            (LegacyEncoding.Unicode, LegacyWords.In(as1258).Count(word => !word.IsPlain && word.ReadsIn(LegacyEncoding.Unicode))),
            (LegacyEncoding.Tcvn3, old.Count(word => word.ReadsIn(LegacyEncoding.Tcvn3))),
            (LegacyEncoding.Vni, old.Count(word => word.ReadsIn(LegacyEncoding.Vni))),
        ];
        Array.Sort(readable, (one, other) => other.Words.CompareTo(one.Words));
        var isClear = readable[0].Words >= WordsToRecognize && readable[0].Words * 2 >= old.Count && readable[1].Words * 3 <= readable[0].Words * 2;
        return isClear ? readable[0].Encoding : LegacyEncoding.Auto;
    }

    /// <summary>Whether a letter stands in it that no reading of an old encoding gives: ế, ũ …</summary>
    public static bool IsUnicode(string text) => text.AsSpan().IndexOfAnyInRange('\u0100', '\uFFFF') >= 0
        && text.Any(letter => letter >= '\u0100' && char.IsLetter(letter) && !Mapped1258.Contains(letter));

    /// <summary>Whether the encoding has every character of the text, where it stands.</summary>
    internal static bool Knows(string text, LegacyEncoding encoding)
    {
        var read = ReadAs1252(text);
        for (var at = 0; at < read.Length; at++)
        {
            var letter = read[at];
            var isKnown = letter < '\u0080' || (encoding == LegacyEncoding.Tcvn3
                ? Tcvn3.Contains(letter, StringComparison.Ordinal)
                : Vni.Contains(letter, StringComparison.Ordinal) || IsMarkOf(letter, at == 0 ? ' ' : read[at - 1]));
            if (!isKnown)
                return false;
        }

        return true;
    }

    internal static bool IsAscii(string text) => Ascii.IsValid(text);

    private static string ReadAs1252(string text) =>
        text.AsSpan().ContainsAny(Mapped1258) ? string.Concat(text.Select(letter => Mapped(letter, Of1258, Of1252))) : text;

    private static char Mapped(char letter, string from, string to)
    {
        var at = from.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? letter : to[at];
    }

    private static string OfTcvn3(string text)
    {
        var decoded = string.Concat(text.Select(letter => letter < '\u0080' ? letter : Mapped(letter, Tcvn3, Tcvn3Letters)));
        return decoded.AsSpan().ContainsAny('-', '\u2212') ? WithLostHyphens(decoded) : decoded;
    }

    // ư is the soft hyphen of Windows-1252; some programs turned it into one that can be seen: ph-ờng.
    private static string WithLostHyphens(string text)
    {
        var words = text.Split(' ');
        for (var at = 0; at < words.Length; at++)
        {
            var whole = words[at].Replace('-', 'ư').Replace('\u2212', 'ư');
            if (whole != words[at] && whole.Length > 1 && VietnameseSyllable.IsOne(LegacyWords.Trimmed(whole)))
                words[at] = whole;
        }

        return string.Join(' ', words);
    }

    private static string OfVni(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter >= '\u0080' && CombiningOf(letter, result) is { } combining)
                result.Append(combining);
            else
                result.Append(letter < '\u0080' ? letter : Mapped(letter, Vni, VniLetters));
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? CombiningOf(char letter, StringBuilder before)
    {
        var at = VniMarks.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at >= 0 && before.Length > 0 && Bases(at).Contains(char.ToLower(before[^1], Vietnamese), StringComparison.Ordinal) ? VniCombining[at] : null;
    }

    private static bool IsMarkOf(char letter, char before)
    {
        var at = VniMarks.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at >= 0 && Bases(at).Contains(char.ToLower(Mapped(before, Vni, VniLetters), Vietnamese), StringComparison.Ordinal);
    }

    // The five tones stand behind every vowel; the marks of ă and â, with and without tone, behind some.
    private static string Bases(int mark) => mark < 5 ? "aeouyơư" : mark < 11 ? "a" : "aeo";
}
