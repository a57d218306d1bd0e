using Membership.App.Samples;
using Membership.Domain.Members;

namespace Membership.Testing.Matching;

/// <summary>Names as lists mistype them.</summary>
internal static class ListedName
{
    private static readonly (string, string)[] Spellings =
        [("òa", "oà"), ("óa", "oá"), ("ùy", "uỳ"), ("úy", "uý"), ("Lý", "Lí"), ("Mỹ", "Mĩ"), ("Quý", "Quí"), ("Quí", "Quý"), ("Vy", "Vi"), ("Kỳ", "Kì")];

    /// <summary>Of names that are other names with other marks.</summary>
    private static readonly (string, string)[] Marks =
    [
        ("Hùng", "Hưng"), ("Hưng", "Hùng"), ("Ngân", "Ngăn"), ("Hồng", "Hống"), ("Hương", "Hường"), ("Phượng", "Phương"), ("Hạnh", "Hành"), ("Tuấn", "Tuân"),
        ("Dũng", "Dụng"), ("Hằng", "Hăng"), ("Thắm", "Thấm"), ("Trân", "Trần"), ("Thành", "Thạnh"), ("Lợi", "Lội"), ("Tiến", "Tiên"), ("Hải", "Hài"),
    ];

    /// <summary>Null: the mistake cannot be made with this name.</summary>
    public static string? With(string name, ListedMistake mistake, SampleRandom random) => mistake switch
    {
        ListedMistake.NumberNoMarks => PersonName.Fold(name).ToUpperInvariant(),
        ListedMistake.NoMarks => PersonName.Fold(name) is var folded && !string.Equals(folded, name, StringComparison.OrdinalIgnoreCase) ? PersonName.InTitleCase(folded) : null,
        ListedMistake.OtherSpelling => Replaced(name, Spellings),
        ListedMistake.OtherMarks => Replaced(name, Marks),
        ListedMistake.OneLetterOff => OtherLetter(name, random),
        ListedMistake.MiddleNameMissing => name.Split(' ') is { Length: > 2 } words ? string.Join(' ', words.Where((_, place) => place != words.Length - 2)) : null,
        ListedMistake.WordsJoined => name.Split(' ') is { Length: > 2 } words ? $"{string.Join(' ', words[..^2])} {words[^2]}{words[^1]}" : null,
        _ => name,
    };

    public static string OtherDigit(string number, SampleRandom random)
    {
        var place = random.Between(6, 11);
        return $"{number[..place]}{(number[place] - '0' + random.Between(1, 9)) % 10}{number[(place + 1)..]}";
    }

    private static string? Replaced(string name, (string From, string To)[] pairs)
    {
        foreach (var (from, to) in pairs)
        {
            if (name.EndsWith(from, StringComparison.Ordinal))
                return name[..^from.Length] + to;
        }

        return null;
    }

    /// <summary>The last consonant of the given name, without which it is still a word to a clerk in a hurry.</summary>
    private static string? OtherLetter(string name, SampleRandom random)
    {
        var last = name[^1];
        return "nmgthc".Contains(last, StringComparison.Ordinal) && name[^2] != ' '
            ? name[..^1] + (random.Chance(500) ? "" : last == 'n' ? "m" : "n")
            : null;
    }
}
