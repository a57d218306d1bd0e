using Membership.Domain.Localities;

namespace Membership.Domain.MemberImports;

/// <summary>A district or a province as addresses may name it.</summary>
/// <param name="Name">With its kind.</param>
/// <param name="IsDistrict">Below a province or a city of its own.</param>
internal sealed record UpperPlace(string Name, PlaceKind Kind, bool IsDistrict);

/// <summary>Communes, districts and provinces of all times by their names without kind, marks and capitals.</summary>
internal sealed class PlaceIndex
{
    private const int LongestName = 5;

    // The wards of Vị Thanh, which people write like those of other towns.
    private static readonly Dictionary<string, string> RomanNumbers = new() { ["i"] = "1", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4", ["v"] = "5", ["vi"] = "6", ["vii"] = "7" };

    private readonly ILookup<string, CommuneName> _communes;
    private readonly ILookup<string, UpperPlace> _uppers;
    private readonly ILookup<string, UpperPlace> _uppersByInitials;

    public PlaceIndex(CommuneNames names)
    {
        _communes = names.All.SelectMany(commune => KeysOf(commune).Select(key => (Key: key, Commune: commune))).ToLookup(named => named.Key, named => named.Commune);
        var uppers = names.All.SelectMany(UppersOf).Distinct().Select(upper => (Upper: upper, Key: Key(PlaceWords.Divided(upper.Name).Bare))).ToArray();
        _uppers = uppers.ToLookup(named => named.Key, named => named.Upper);
        _uppersByInitials = uppers.ToLookup(named => string.Concat(named.Key.Split(' ').Select(word => word[0])), named => named.Upper);
    }

    public IEnumerable<CommuneName> Communes(string key) => _communes[key];

    /// <summary>How many words from there on are the name of a commune, at most; 0 when they are none.</summary>
    public int CommuneWords(IReadOnlyList<PlaceWord> words, int at) =>
        Longest(words, at, count => _communes.Contains(PlaceWords.Join(words, at, count)) && EndsName(words, at + count));

    /// <summary>How many words from there on are the name of a district or a province, at most.</summary>
    public int UpperWords(IReadOnlyList<PlaceWord> words, int at) => Longest(words, at, count => _uppers.Contains(PlaceWords.Join(words, at, count)) && EndsName(words, at + count));

    /// <param name="kind">Null when it is not written.</param>
    public IReadOnlyList<UpperPlace> Uppers(string key, PlaceKind? kind)
    {
        UpperPlace[] named = [.. _uppers[key]];
        if (named.Length == 0 && kind is not null)
            return [.. _uppersByInitials[key].Where(upper => upper.Kind == kind)];

        var ofKind = Array.FindAll(named, upper => upper.Kind == kind);
        return ofKind.Length > 0 ? ofKind : named;
    }

    private static IEnumerable<string> KeysOf(CommuneName commune)
    {
        var key = Key(PlaceWords.Divided(commune.Name).Bare);
        return RomanNumbers.TryGetValue(key, out var number) ? [key, number] : [key];
    }

    private static string Key(string bare) => PlaceWords.Of(bare) is var words ? PlaceWords.Join(words, 0, words.Count) : "";

    private static IEnumerable<UpperPlace> UppersOf(CommuneName commune)
    {
        yield return new UpperPlace(commune.Parent, PlaceWords.Divided(commune.Parent).Kind, commune.Province is not null);
        if (commune.Province is { } province)
            yield return new UpperPlace(province, PlaceWords.Divided(province).Kind, false);
    }

    private static int Longest(IReadOnlyList<PlaceWord> words, int at, Func<int, bool> isName)
    {
        var most = 1;
        while (most < LongestName && at + most < words.Count && !words[at + most].BeginsPart)
            most++;
        for (var count = Math.Min(most, words.Count - at); count > 0; count--)
        {
            if (isName(count))
                return count;
        }

        return 0;
    }

    private bool EndsName(IReadOnlyList<PlaceWord> words, int at) =>
        at >= words.Count || words[at].BeginsPart || PlaceWords.KindAt(words, at) is not null || UpperWords(words, at) > 0;
}
