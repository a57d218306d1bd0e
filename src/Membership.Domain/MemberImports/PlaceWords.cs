using System.Text;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What kind of place a word in front of a name says.</summary>
internal enum PlaceKind
{
    Ward = 1,
    Commune,
    Township,
    UrbanDistrict,
    RuralDistrict,
    Town,
    City,
    Province,
}

/// <param name="Text">Without marks and capitals; of a number without leading zeros.</param>
/// <param name="Written">As it stands.</param>
/// <param name="BeginsPart">A comma or its like stands before it.</param>
internal readonly record struct PlaceWord(string Text, string Written, bool BeginsPart, bool HasDot);

/// <param name="Words">How many words say it.</param>
internal readonly record struct PlaceKindWord(PlaceKind Kind, int Words, bool IsShort)
{
    public bool IsCommune => Kind is PlaceKind.Ward or PlaceKind.Commune or PlaceKind.Township;
}

/// <summary>The words of an address, and those among them that say the kind of a place.</summary>
internal static class PlaceWords
{
    // Marks that are tones stand on another vowel in another spelling (Thuỷ, Thủy): they are compared by word.
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly (string Word, PlaceKind Kind, bool IsShort)[] Kinds =
    [
        ("phuong", PlaceKind.Ward, false), ("xa", PlaceKind.Commune, false), ("thi tran", PlaceKind.Township, false),
        ("quan", PlaceKind.UrbanDistrict, false), ("huyen", PlaceKind.RuralDistrict, false), ("thi xa", PlaceKind.Town, false),
        ("thanh pho", PlaceKind.City, false), ("tinh", PlaceKind.Province, false),
        ("p", PlaceKind.Ward, true), ("x", PlaceKind.Commune, true), ("tt", PlaceKind.Township, true),
        ("q", PlaceKind.UrbanDistrict, true), ("h", PlaceKind.RuralDistrict, true), ("tx", PlaceKind.Town, true), ("tp", PlaceKind.City, true), ("t", PlaceKind.Province, true),
    ];

    private static readonly Dictionary<PlaceKind, string> Names = new()
    {
        [PlaceKind.Ward] = "phường",
        [PlaceKind.Commune] = "xã",
        [PlaceKind.Township] = "thị trấn",
        [PlaceKind.UrbanDistrict] = "quận",
        [PlaceKind.RuralDistrict] = "huyện",
        [PlaceKind.Town] = "thị xã",
        [PlaceKind.City] = "thành phố",
        [PlaceKind.Province] = "tỉnh",
    };

    public static string NameOf(PlaceKind kind) => Names[kind];

    /// <summary>What the official name of a place begins with.</summary>
    public static (PlaceKind Kind, string Bare) Divided(string official)
    {
        var kind = Names.First(name => official.StartsWith(name.Value + " ", StringComparison.OrdinalIgnoreCase));
        return (kind.Key, official[(kind.Value.Length + 1)..]);
    }

    /// <summary>An official name within a sentence: "phường An Hội".</summary>
    public static string InText(string official) => char.ToLowerInvariant(official[0]) + official[1..];

    public static List<PlaceWord> Of(string text)
    {
        var words = new List<PlaceWord>();
        var beginsPart = true;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsOfWord(text[end]) && !(end > at && IsBetweenKindAndNumber(text.AsSpan(at, end - at + 1))))
                end++;
            if (end == at)
            {
                beginsPart |= IsBetweenParts(text, at);
                at++;
                continue;
            }

            Add(words, text[at..end], beginsPart, end < text.Length && text[end] == '.');
            (at, beginsPart) = (end, false);
        }

        if (words is [.., { Text: "viet" }, { Text: "nam" }])
            words.RemoveRange(words.Count - 2, 2);
        return words;
    }

    /// <summary>The kind that a word and perhaps the next one say; null when none.</summary>
    public static PlaceKindWord? KindAt(IReadOnlyList<PlaceWord> words, int at)
    {
        foreach (var (word, kind, isShort) in Kinds)
        {
            var count = word.Contains(' ', StringComparison.Ordinal) ? 2 : 1;
            if (at + count < words.Count && Join(words, at, count) == word && !words[at + count].BeginsPart && (!isShort || IsClear(words, at)))
                return new PlaceKindWord(kind, count, isShort);
        }

        return null;
    }

    public static string Join(IReadOnlyList<PlaceWord> words) => Join(words, 0, words.Count);

    public static string Join(IReadOnlyList<PlaceWord> words, int from, int count) =>
        count == 1 ? words[from].Text : string.Join(' ', words.Skip(from).Take(count).Select(word => word.Text));

    public static string Written(IReadOnlyList<PlaceWord> words, int from, int count) => string.Join(' ', words.Skip(from).Take(count).Select(word => word.Written));

    /// <summary>The name with its marks, but with the tone of each word at its end.</summary>
    public static string WithTonesLast(string name) =>
        string.Join(' ', name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Split(' ').Select(word => string.Concat(word.OrderBy(Tones.Contains))));

    // One letter alone is too little: "H 5" may be a hẻm, "T" a tổ.
    private static bool IsClear(IReadOnlyList<PlaceWord> words, int at) => words[at].HasDot || words[at].Text switch
    {
        "p" or "q" or "tt" or "tx" or "tp" => true,
        "x" or "h" => !char.IsAsciiDigit(words[at + 1].Text[0]),
        _ => false,
    };

    private static void Add(List<PlaceWord> words, string written, bool beginsPart, bool hasDot)
    {
        var text = PersonName.Fold(written);
        // TPCT, TPHCM.
        if (text is "tpct" or "tphcm")
        {
            words.Add(new PlaceWord(text[..2], written[..2], beginsPart, true));
            (text, written, beginsPart) = (text[2..], written[2..], false);
        }

        words.Add(new PlaceWord(text.Length > 1 && text.All(char.IsAsciiDigit) ? text.TrimStart('0') : text, written, beginsPart, hasDot));
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>P1, Q.1: the letter is a word of its own.</summary>
    private static bool IsBetweenKindAndNumber(ReadOnlySpan<char> text) => text.Length == 2 && "pPqQ".Contains(text[0], StringComparison.Ordinal) && char.IsAsciiDigit(text[1]);

    private static bool IsBetweenParts(string text, int at) => ",;–—()/\n|".Contains(text[at], StringComparison.Ordinal) || text[at] == '-';
}
