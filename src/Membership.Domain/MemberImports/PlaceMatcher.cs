using Membership.Domain.Localities;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Finds the commune that an address means among those of all times, by the old district where it names one. Reads each ending once: the
/// rows of a list have some fifty different ones. Not for several threads.
/// </summary>
public sealed class PlaceMatcher
{
    private const int EndingsAtMost = 10_000;

    private readonly PlaceIndex _index;
    private readonly IReadOnlySet<long> _family;
    private readonly DateOnly _asOf;
    private readonly Dictionary<string, Ending> _endings = [];
    private readonly Dictionary<string, Ending>.AlternateLookup<ReadOnlySpan<char>> _endingsBySpan;
    private readonly Dictionary<(string, string?, string?), PlaceReading> _byColumns = [];

    /// <param name="own">The list's commune.</param>
    /// <param name="family">With those that it was made of and those that it became.</param>
    /// <param name="asOf">The day the list speaks of.</param>
    public PlaceMatcher(CommuneNames names, long own, IReadOnlySet<long> family, DateOnly asOf)
    {
        (Names, Own, _family, _asOf) = (names, own, family, asOf);
        _index = new PlaceIndex(names);
        _endingsBySpan = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public CommuneNames Names { get; }

    public long Own { get; }

    /// <summary>What a whole address says: its last part that names a commune counts.</summary>
    /// <param name="address">Clean, as <see cref="CellText.Kept"/> gives it.</param>
    public PlaceReading Match(string address)
    {
        PlaceReading? unknown = null;
        for (var at = PlaceStart.Before(address, address.Length); at >= 0; at = PlaceStart.Before(address, at))
        {
            var ending = EndingOf(address.AsSpan(at));
            if (ending.Reading.IsKnown)
                return ending.Reading;
            if (ending.Reading.Outcome == PlaceOutcome.Unknown && (ending.IsSure || (ending.IsLikely && PlaceStart.BeginsPart(address, at))))
                unknown ??= ending.Reading;
        }

        return unknown ?? PlaceReading.Nothing;
    }

    /// <summary>The same of an address over several columns.</summary>
    /// <param name="commune">With or without its kind.</param>
    /// <param name="district">Null where the list has no such column, or nothing stands in it.</param>
    public PlaceReading Match(string commune, string? district, string? province)
    {
        if (_byColumns.TryGetValue((commune, district, province), out var known))
            return known;

        var reading = PlaceParts.Of(commune, _index) is { } parts
            ? Resolve(parts with { Uppers = [.. parts.Uppers, .. UppersOf(district), .. UppersOf(province)] })
            : PlaceReading.Nothing;
        if (_byColumns.Count < EndingsAtMost)
            _byColumns.Add((commune, district, province), reading);
        return reading;
    }

    private IReadOnlyList<UpperPart> UppersOf(string? cell) => cell is null ? [] : PlaceParts.UppersOf(cell, _index);

    private Ending EndingOf(ReadOnlySpan<char> text)
    {
        if (_endingsBySpan.TryGetValue(text, out var known))
            return known;

        var ending = Read(text.ToString());
        if (_endings.Count < EndingsAtMost)
            _endingsBySpan.TryAdd(text, ending);
        return ending;
    }

    private Ending Read(string text)
    {
        if (PlaceParts.Of(text, _index) is not { Kind: not null } parts)
            return Ending.Nothing;

        var reading = Resolve(parts);
        if (!reading.IsKnown && PlaceStart.IsOtherWord(parts.Key))
            return Ending.Nothing;

        // P.302 is a room where no ward is called so.
        return new Ending(reading, IsSure: parts.Uppers.Count > 0 && !(parts.IsShort && parts.IsNumber), IsLikely: !parts.IsShort);
    }

    private PlaceReading Resolve(PlaceParts parts)
    {
        var named = _index.Communes(parts.Key).ToArray();
        var ofKind = Array.FindAll(named, commune => PlaceWords.Divided(commune.Name).Kind == parts.Kind);
        var likely = ofKind.Length > 0 ? ofKind : named;
        var withMarks = Array.FindAll(likely, commune => parts.IsNumber || PlaceWords.WithTonesLast(PlaceWords.Divided(commune.Name).Bare) == PlaceWords.WithTonesLast(parts.Written));
        var isTold = withMarks.Length > 0 && withMarks.Length < likely.Length;
        if (!isTold)
            withMarks = likely;

        foreach (var (tried, isFormer) in new[] { (withMarks, false), (withMarks, true), (likely, false), (likely, true), (named, false) })
        {
            if (Within(tried, parts.Uppers, isFormer) is { Communes.Length: > 0 } found)
            {
                return Chosen(
                    found.Communes,
                    meant => isTold && !found.Told.Exists(upper => upper.IsBinding) ? WithParent(meant) : TextOf(parts, found.Communes, found.Told));
            }
        }

        return new PlaceReading(PlaceOutcome.Unknown, TextOf(parts, parts.Kind is null ? withMarks : Array.FindAll(withMarks, ofKind.Contains), parts.Uppers), []);
    }

    /// <summary>Those that lie where the address says, and which of its words said so.</summary>
    /// <param name="isFormer">Also where the communes lay that they were made of.</param>
    private static (CommuneName[] Communes, List<UpperPart> Told) Within(CommuneName[] communes, IReadOnlyList<UpperPart> uppers, bool isFormer)
    {
        var told = new List<UpperPart>();
        foreach (var upper in uppers)
        {
            var within = Array.FindAll(communes, commune => upper.Meant.Any(place => LiesIn(commune, place.Name, isFormer)));
            if (within.Length == 0 && (upper.IsBinding || upper.Meant.Count == 0))
                return ([], told);
            if (upper.IsBinding || (within.Length > 0 && within.Length < communes.Length))
                told.Add(upper);
            if (within.Length > 0)
                communes = within;
        }

        return (communes, told);
    }

    private static bool LiesIn(CommuneName commune, string place, bool isFormer) =>
        place == commune.Parent || place == commune.Province || (isFormer && commune.FormerParents.Contains(place));

    private PlaceReading Chosen(CommuneName[] communes, Func<CommuneName, string> textOf)
    {
        if (Array.Exists(communes, commune => _family.Contains(commune.LocalityId)))
            return new PlaceReading(PlaceOutcome.Own, "", []);

        var today = Array.FindAll(communes, commune => commune.HoldsOn(_asOf));
        // The last name that each of them had.
        CommuneName[] meant = [.. (today.Length > 0 ? today : communes).GroupBy(commune => commune.LocalityId).Select(names => names.MaxBy(name => name.From)!)];
        return new PlaceReading(meant.Length == 1 ? PlaceOutcome.Another : PlaceOutcome.Several, textOf(meant[0]), meant);
    }

    /// <summary>Where only its marks tell a name from another one: answers are kept without them.</summary>
    private static string WithParent(CommuneName commune) => $"{PlaceWords.InText(commune.Name)}, {PlaceWords.InText(commune.Parent)}";

    private static string TextOf(PlaceParts parts, CommuneName[] named, IEnumerable<UpperPart> uppers)
    {
        var kind = parts.Kind is { } said ? PlaceWords.NameOf(said) + " " : "";
        var commune = named.Select(one => one.Name).Distinct().ToArray() is [var only] ? PlaceWords.InText(only) : kind + parts.Written;
        return string.Join(", ", uppers.Select(upper => upper.Text).Prepend(commune));
    }

    /// <param name="IsSure">Read as a place wherever it stands: it says a district or a province as well.</param>
    /// <param name="IsLikely">Read as a place where a part of the address begins.</param>
    private sealed record Ending(PlaceReading Reading, bool IsSure, bool IsLikely)
    {
        public static readonly Ending Nothing = new(PlaceReading.Nothing, false, false);
    }
}
