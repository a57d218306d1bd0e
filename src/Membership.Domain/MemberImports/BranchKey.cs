using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// A branch's name without what clerks write in different ways: the words for "branch" and for the kind of place, full stops, hyphens, colons,
/// marks, capitals, leading zeros, Roman numbers.
/// </summary>
/// <param name="Core">What is left: "binh thanh", "3".</param>
/// <param name="Spelled">The same with its marks, by <see cref="NameSpelling"/>; equal to it in a name that was typed without.</param>
/// <param name="Place">The kind of place that it says: "ap", "khu vuc"; null where it says none.</param>
public sealed record BranchKey(string Core, string Spelled, string? Place)
{
    private static readonly string[] OfBranch =
    [
        "cong doan co so thanh vien", "cong doan bo phan", "lien chi hoi", "lien chi doan", "chi to hoi", "chi hoi", "chi doan", "chi bo", "phan hoi", "phan doan",
        "lchd", "lch", "lcd", "ch", "cd", "cb", "c h", "c d",
    ];

    /// <summary>Whose branch it is: said in lists of every organization, and never in two ways in one.</summary>
    private static readonly string[] OfOrganization =
    [
        "lien hiep phu nu", "phu nu", "nong dan", "cuu chien binh", "thanh nien", "thanh nien cong san", "lhpn", "ccb", "pn", "nd", "tn",
    ];

    private static readonly (string Written, string Kind)[] Places =
    [
        ("to dan pho", "to dan pho"), ("khu dan cu", "khu dan cu"), ("khu vuc", "khu vuc"), ("khu pho", "khu pho"), ("to hoi", "to"), ("to phu nu", "to"),
        ("to cong doan", "to"), ("tdp", "to dan pho"), ("kdc", "khu dan cu"), ("kv", "khu vuc"), ("kp", "khu pho"), ("ap", "ap"), ("khom", "khom"), ("thon", "thon"),
        ("to", "to"), ("so", ""),
    ];

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    /// <summary>Numbers, single letters and words with digits, in order: what sets neighbours apart.</summary>
    public string Marks { get; } = string.Join(' ', Core.Split(' ').Where(IsMark));

    /// <summary>The other words, run together.</summary>
    public string Name { get; } = string.Concat(Core.Split(' ').Where(word => !IsMark(word)));

    public static BranchKey Of(string branch)
    {
        var words = WordsOf(branch);
        var (at, place) = (0, (string?)null);
        for (var more = true; more;)
        {
            more = Skip(words, OfBranch, ref at) || (at > 0 && Skip(words, OfOrganization, ref at));
            foreach (var (written, kind) in Places)
            {
                if (!Skip(words, [written], ref at))
                    continue;
                (place, more) = (kind.Length > 0 ? kind : place, true);
                break;
            }
        }

        var core = words[at..];
        if (core is [var only] && Array.IndexOf(Roman, only.Text) is >= 0 and var number && only.IsUpper)
            core = [Word.Number((number + 1).ToString(CultureInfo.InvariantCulture))];
        return new BranchKey(string.Join(' ', core.Select(word => word.Text)), string.Join(' ', core.Select(word => word.Spelled)), place);
    }

    /// <summary>Certainly one branch: the same words, as far as they have marks, and no two kinds of place.</summary>
    public bool IsSameAs(BranchKey other) => Core == other.Core && (Spelled == other.Spelled || Spelled == Core || other.Spelled == other.Core) && (Place is null || other.Place is null || Place == other.Place);

    /// <summary>Perhaps one branch, misspelled or said with more words: never with other numbers or letters.</summary>
    /// <returns>How far they are apart; null when they are two.</returns>
    public int? DistanceTo(BranchKey other)
    {
        if (Marks != other.Marks || Name.Length == 0 != (other.Name.Length == 0))
            return null;
        if (Name == other.Name)
            return 0;

        var distance = EditDistance.Between(Name, other.Name);
        var shorter = Math.Min(Name.Length, other.Name.Length);
        if (distance <= (shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0))
            return distance;
        return IsPartOf(other) || other.IsPartOf(this) ? distance : null;
    }

    /// <summary>Whole words of a longer name, in a row: "An Bình" of "An Bình chợ Mới".</summary>
    private bool IsPartOf(BranchKey longer) => Core.Contains(' ', StringComparison.Ordinal) && $" {longer.Core} ".Contains($" {Core} ", StringComparison.Ordinal);

    private static bool IsMark(string word) => word.Length == 1 || word.Any(char.IsAsciiDigit);

    /// <summary>Only where something follows: a branch may be called nothing else.</summary>
    private static bool Skip(List<Word> words, string[] phrases, ref int at)
    {
        foreach (var phrase in phrases)
        {
            var count = phrase.Count(letter => letter == ' ') + 1;
            if (at + count >= words.Count || string.Join(' ', words.Skip(at).Take(count).Select(word => word.Text)) != phrase)
                continue;
            at += count;
            return true;
        }

        return false;
    }

    private static List<Word> WordsOf(string branch)
    {
        var words = new List<Word>();
        var clean = VietnameseText.Clean(branch);
        for (var at = 0; at < clean.Length;)
        {
            var end = at;
            while (end < clean.Length && (char.IsLetterOrDigit(clean[end]) || char.GetUnicodeCategory(clean[end]) == UnicodeCategory.NonSpacingMark) && !IsBetween(clean, at, end))
                end++;
            if (end > at)
                Add(words, clean[at..end]);
            at = Math.Max(end, at + 1);
        }

        return words;
    }

    private static void Add(List<Word> words, string written)
    {
        var folded = PersonName.Fold(written);
        var text = char.IsAsciiDigit(folded[0]) && folded.TrimStart('0') is { Length: > 0 } number ? number : folded;
        // "2 A" is 2A.
        if (text.Length == 1 && char.IsLetter(text[0]) && words is [.., { } before] && before.Text.All(char.IsAsciiDigit))
            words[^1] = before with { Text = before.Text + text, Spelled = before.Text + text };
        else
            words.Add(new Word(text, char.IsAsciiDigit(text[0]) ? text : NameSpelling.Key(written), written.All(char.IsUpper)));
    }

    /// <summary>KV3, ấp3: the number is a word of its own.</summary>
    private static bool IsBetween(string text, int start, int at) => at > start && char.IsAsciiDigit(text[at]) && !char.IsAsciiDigit(text[at - 1]) && at - start > 1;

    private sealed record Word(string Text, string Spelled, bool IsUpper)
    {
        public static Word Number(string digits) => new(digits, digits, false);
    }
}
