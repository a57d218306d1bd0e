using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// What an address says below its commune, by parts: house, alley, street, group, hamlet. Communes and what is above them are left out:
/// the residence says them, and they change their names.
/// </summary>
public sealed class AddressDetail
{
    private static readonly char[] BetweenParts = [',', ';', '–', '—', '\n', '|', '(', ')'];

    // Of several words first. What has no kind is a name: mostly a street.
    private static readonly (string Words, PartKind Kind)[] Kinds =
    [
        ("to dan pho so", PartKind.Group), ("to dan pho", PartKind.Group), ("khu dan cu", PartKind.Hamlet), ("khu vuc", PartKind.Hamlet), ("khu pho", PartKind.Hamlet),
        ("so nha", PartKind.House), ("can nha", PartKind.House), ("nha so", PartKind.House), ("duong pho", PartKind.Name),
        ("tdp", PartKind.Group), ("kdc", PartKind.Hamlet), ("kv", PartKind.Hamlet), ("kp", PartKind.Hamlet), ("khom", PartKind.Hamlet), ("thon", PartKind.Hamlet),
        ("ap", PartKind.Hamlet), ("to", PartKind.Group), ("hem", PartKind.Alley), ("ngo", PartKind.Alley), ("ngach", PartKind.Alley), ("kiet", PartKind.Alley),
        ("duong", PartKind.Name), ("pho", PartKind.Name), ("so", PartKind.House), ("nha", PartKind.House), ("sn", PartKind.House), ("d", PartKind.Name),
    ];

    // Written without a blank before their number: KV3, hẻm41, P1.
    private static readonly string[] BeforeNumber = ["kv", "kp", "tdp", "kdc", "ap", "to", "hem", "so", "khom", "thon", "p", "q"];

    private readonly HashSet<AddressPart> _parts = [];

    private AddressDetail()
    {
    }

    private enum PartKind
    {
        House,
        Alley,
        Name,
        Group,
        Hamlet,
    }

    /// <param name="places">Folded names of the commune of all times, and of what it lies in: they are left out also without their kind.</param>
    public static AddressDetail Of(string address, IReadOnlySet<string>? places = null)
    {
        var detail = new AddressDetail();
        foreach (var part in address.Replace(" - ", ",", StringComparison.Ordinal).Split(BetweenParts))
        {
            var words = WordsOf(part);
            if (PlaceWords.KindAt(words, 0) is not null || (detail._parts.Count > 0 && places?.Contains(PlaceWords.Join(words)) == true) || !detail.Add(words))
                break;
        }

        return detail;
    }

    /// <summary>Both say the same, however it is written.</summary>
    public bool IsSameAs(AddressDetail other) => other.ContainsAllOf(this) && ContainsAllOf(other);

    /// <summary>It lacks something that the other one says, and is not merely another place of the same precision.</summary>
    public bool IsVaguerThan(AddressDetail other) =>
        (other.ContainsAllOf(this) && !ContainsAllOf(other)) || Lacks(other, PartKind.House) || Lacks(other, PartKind.Name, PartKind.Alley);

    private bool Lacks(AddressDetail other, PartKind kind, PartKind? instead = null) =>
        other._parts.Any(part => part.Kind == kind && !Contains(part)) && !_parts.Any(part => part.Kind == kind || part.Kind == instead);

    private bool ContainsAllOf(AddressDetail other) => other._parts.All(Contains);

    private bool Contains(AddressPart part) => _parts.Any(own => own.IsSameAs(part));

    /// <summary>False when the part ends with a commune: what follows is above it.</summary>
    private bool Add(List<PlaceWord> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var (kind, skipped) = KindAt(words, at);
            var start = at + skipped;
            if (PlaceWords.KindAt(words, start) is not null)
                return false;

            var isNumber = IsNumber(words[start]);
            at = isNumber || kind == PartKind.House ? start + 1 : EndOfName(words, start);
            _parts.Add(AddressPart.Of(kind ?? (isNumber ? PartKind.House : PartKind.Name), words, start, at));
        }

        return true;
    }

    /// <summary>How many words say it; none for a name, or a number alone.</summary>
    private static (PartKind? Kind, int Words) KindAt(List<PlaceWord> words, int at)
    {
        foreach (var (said, kind) in Kinds)
        {
            var count = said.Count(letter => letter == ' ') + 1;
            if (at + count < words.Count && PlaceWords.Join(words, at, count) == said && (said.Length > 1 || words[at].HasDot))
                return (kind, count);
        }

        return (null, 0);
    }

    /// <summary>Up to the next part, or a commune.</summary>
    private static int EndOfName(List<PlaceWord> words, int start)
    {
        var end = start + 1;
        while (end < words.Count && !BeginsPart(words, end) && PlaceWords.KindAt(words, end) is null)
            end++;
        return end;
    }

    /// <summary>Short words may belong to a name: only before a number, or when nothing else is called so, they do not.</summary>
    private static bool BeginsPart(List<PlaceWord> words, int at) => KindAt(words, at) is (not null, var count)
        && (IsNumber(words[at + count]) || (count > 1) || words[at].Text is "ap" or "kv" or "hem" or "khom");

    private static bool IsNumber(PlaceWord word) => char.IsAsciiDigit(word.Text[0]);

    private static List<PlaceWord> WordsOf(string part)
    {
        var words = new List<PlaceWord>();
        foreach (var written in VietnameseText.Clean(part).Replace(".", ". ", StringComparison.Ordinal).Replace(":", " ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Add(words, written.Trim('.', '"', '“', '”', '-', '/'), written.EndsWith('.'));
        return words;
    }

    private static void Add(List<PlaceWord> words, string written, bool hasDot)
    {
        var digit = written.AsSpan().IndexOfAnyInRange('0', '9');
        var folded = PersonName.Fold(written);
        if (digit > 0 && digit < folded.Length && BeforeNumber.Contains(folded[..digit]))
        {
            Add(words, written[..digit], true);
            Add(words, written[digit..], false);
        }
        else if (folded.Length > 0)
            words.Add(new PlaceWord(char.IsAsciiDigit(folded[0]) ? folded.TrimStart('0') is { Length: > 0 } number ? number : "0" : folded, written, false, hasDot));
    }

    /// <param name="Key">With marks.</param>
    private sealed record AddressPart(PartKind Kind, string Folded, string Key)
    {
        public static AddressPart Of(PartKind kind, List<PlaceWord> words, int from, int to)
        {
            var written = string.Join(' ', words[from..to].Select(word => IsNumber(word) ? word.Text : word.Written));
            return new AddressPart(kind, PersonName.Fold(written), NameSpelling.Key(written));
        }

        /// <summary>A name may lack its marks, or the word that says what it is the name of; a number may not.</summary>
        public bool IsSameAs(AddressPart other) => Folded == other.Folded
            && (Key == other.Key || Key == Folded || other.Key == other.Folded)
            && (Kind == other.Kind || !char.IsAsciiDigit(Folded[0]));
    }
}
