using System.Text;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>How far two spellings of a name agree; the higher, the more.</summary>
public enum NameLikeness
{
    Different = 0,

    /// <summary>Only the last word.</summary>
    GivenName,

    /// <summary>One letter of one word is another, is missing, or two are exchanged.</summary>
    OneLetterOff,

    /// <summary>Words of one side are missing on the other, not the last.</summary>
    WordsMissing,

    /// <summary>The same letters with other marks: Hùng and Hưng are two names.</summary>
    OtherMarks,

    /// <summary>The same letters, divided into words in another way.</summary>
    WordsJoined,

    /// <summary>A word, or all of the name, has no marks on one side: poorer typing.</summary>
    WithoutMarks,

    /// <summary>The same name, apart from case, blanks, where the tone mark stands, and i for y where both are written.</summary>
    Equal,
}

/// <summary>Compares two names as a clerk would who knows how they are mistyped.</summary>
public static class NameComparison
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const string OnsetsOfBoth = "hklmstv";

    private enum Words
    {
        Different,
        OneLetterOff,
        OtherMarks,
        WithoutMarks,
        Equal,
    }

    /// <param name="folded"><see cref="PersonName.Fold"/> of <paramref name="name"/>; likewise of the other.</param>
    public static NameLikeness Of(string name, string folded, string other, string otherFolded)
    {
        if (name == other)
            return NameLikeness.Equal;
        if (!MayBeAlike(folded, otherFolded) && KeyOf(folded) != KeyOf(otherFolded))
            return LastWord(folded).SequenceEqual(LastWord(otherFolded)) ? NameLikeness.GivenName : NameLikeness.Different;

        var (words, others) = (WordsOf(name), WordsOf(other));
        var likeness = words.Length == others.Length ? OfWords(words, others) : NameLikeness.Different;
        if (likeness != NameLikeness.Different)
            return likeness;
        return Joined(words) == Joined(others) ? NameLikeness.WordsJoined : OfOtherWords(words, others);
    }

    /// <summary>Of names that have not as many words, or none in common.</summary>
    private static NameLikeness OfOtherWords(string[] words, string[] others)
    {
        var (shorter, longer) = words.Length < others.Length ? (words, others) : (others, words);
        return shorter.Length < longer.Length && AreMissing(shorter, longer) ? NameLikeness.WordsMissing
            : words.Length > 0 && others.Length > 0 && Compare(words[^1], others[^1]) >= Words.WithoutMarks ? NameLikeness.GivenName
            : NameLikeness.Different;
    }

    /// <summary>
    /// Whether two folded names can be more alike than in the given name. Costs one look at each letter: of those who share a birth
    /// date nearly all are told apart by it.
    /// </summary>
    public static bool MayBeAlike(ReadOnlySpan<char> folded, ReadOnlySpan<char> other)
    {
        var most = Math.Min(folded.Length, other.Length);
        var (begins, ends) = (0, 0);
        while (begins < most && IsOne(folded[begins], other[begins]))
            begins++;
        while (ends < most - begins && IsOne(folded[^(ends + 1)], other[^(ends + 1)]))
            ends++;
        // Two letters exchanged, or a word left out with the blank beside it.
        return begins + ends >= most - 2;
    }

    /// <summary>The letters of a folded name without blanks, y as i: what spellings of one name have in common.</summary>
    public static int KeyOf(ReadOnlySpan<char> folded)
    {
        var key = 2_166_136_261u;
        foreach (var letter in folded)
        {
            if (letter != ' ')
                key = (key ^ (letter == 'y' ? 'i' : letter)) * 16_777_619u;
        }

        return unchecked((int)key);
    }

    private static bool IsOne(char letter, char other) => letter == other || (letter is 'i' or 'y' && other is 'i' or 'y');

    private static ReadOnlySpan<char> LastWord(string folded) => folded.AsSpan(folded.LastIndexOf(' ') + 1);

    private static NameLikeness OfWords(string[] words, string[] others)
    {
        var compared = words.Zip(others, Compare).ToList();
        var off = compared.Count(one => one == Words.OneLetterOff);
        if (compared.Contains(Words.Different) || off > 1 || (off == 1 && compared.Contains(Words.OtherMarks)))
            return compared.Count > 0 && compared[^1] >= Words.WithoutMarks ? NameLikeness.GivenName : NameLikeness.Different;

        return off == 1 ? NameLikeness.OneLetterOff
            : compared.Contains(Words.OtherMarks) ? NameLikeness.OtherMarks
            : compared.Contains(Words.WithoutMarks) ? NameLikeness.WithoutMarks
            : NameLikeness.Equal;
    }

    private static string Joined(string[] words) => string.Concat(words.Select(Bare)).Replace('y', 'i');

    private static bool AreMissing(string[] shorter, string[] longer)
    {
        if (shorter.Length < 2 || Compare(shorter[^1], longer[^1]) < Words.WithoutMarks)
            return false;

        var found = 0;
        foreach (var word in longer)
            found += found < shorter.Length && Compare(shorter[found], word) >= Words.WithoutMarks ? 1 : 0;
        return found == shorter.Length;
    }

    private static Words Compare(string word, string other)
    {
        if (word == other)
            return Words.Equal;

        var (bare, otherBare) = (Bare(word), Bare(other));
        if (bare == otherBare)
            return bare == word || otherBare == other ? Words.WithoutMarks : Words.OtherMarks;

        return IsOneLetterOff(bare, otherBare) ? Words.OneLetterOff : Words.Different;
    }

    private static bool IsOneLetterOff(string word, string other)
    {
        var (shorter, longer) = word.Length <= other.Length ? (word, other) : (other, word);
        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
            at++;
        if (longer.Length == shorter.Length + 1)
            return shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));

        return longer.Length == shorter.Length
            && (shorter.AsSpan(at + 1).SequenceEqual(longer.AsSpan(at + 1))
                || (at + 1 < shorter.Length && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at]
                    && shorter.AsSpan(at + 2).SequenceEqual(longer.AsSpan(at + 2))));
    }

    /// <summary>Lower case, taken apart, the tone last: hòa and hoà are one.</summary>
    private static string[] WordsOf(string name) =>
    [
        .. PersonName.Normalize(name).ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Spelled),
    ];

    private static string Spelled(string word)
    {
        var letters = string.Concat(word.Where(letter => !Tones.Contains(letter, StringComparison.Ordinal)));
        var tone = string.Concat(word.Where(letter => Tones.Contains(letter, StringComparison.Ordinal)));
        // Lý and Lí, Kỳ and Kì, Quý and Quí; Thúy is never Thúi.
        if (letters is [var onset, 'y'] && OnsetsOfBoth.Contains(onset, StringComparison.Ordinal))
            letters = $"{onset}i";
        else if (letters.StartsWith("quy", StringComparison.Ordinal))
            letters = $"qui{letters[3..]}";
        return letters + tone;
    }

    private static string Bare(string spelled) =>
        string.Concat(spelled.Where(letter => letter is < '\u0300' or > '\u036F').Select(letter => letter == 'đ' ? 'd' : letter));
}
