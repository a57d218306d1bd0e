namespace Membership.Domain.Indicators;

/// <summary>
/// The places of which one group of counts is withheld, all of the group together: those with a small count in it, and as many more as
/// it takes that every shown sum leaves enough people unexplained. The communes hidden below a shown sum are then one heap of people, of
/// whom nothing says which commune they belong to: each of them may be all of a hidden count, and so it may be any number up to the
/// heap's.
/// </summary>
internal sealed class HiddenPlaces
{
    private readonly Func<CommuneCounts, long[]> _group;
    private readonly long _smallest;
    private readonly IReadOnlySet<long> _before;
    private readonly Dictionary<long, long[]> _cells = [];
    private HashSet<long> _hidden = [];

    private HiddenPlaces(Func<CommuneCounts, long[]> group, long smallest, IReadOnlySet<long> before) =>
        (_group, _smallest, _before) = (group, smallest, before);

    /// <param name="group">The counts of a commune that are shown or withheld together, always in the same order.</param>
    /// <param name="smallest">The smallest count that is shown; 1 shows all.</param>
    /// <param name="before">Places already hidden by a group that this one says more about.</param>
    public static IReadOnlySet<long> Of(
        IReadOnlyList<CountedPlace> roots, Func<CommuneCounts, long[]> group, long smallest, IReadOnlySet<long> before)
    {
        var places = new HiddenPlaces(group, smallest, before);
        foreach (var root in roots)
            places.Decide(root);
        return places._hidden;
    }

    /// <summary>From below, so that the sums inside a place are safe before its own is.</summary>
    private void Decide(CountedPlace place)
    {
        foreach (var part in place.Parts)
            Decide(part);
        if (_before.Contains(place.LocalityId) || CellsOf(place).Any(count => count > 0 && count < _smallest) || !HideMore(place))
            _hidden.Add(place.LocalityId);
    }

    /// <summary>False when even all of the parts are too few: then the sum itself must go, and nothing more than before is hidden for it.</summary>
    private bool HideMore(CountedPlace place)
    {
        var before = _hidden.ToHashSet();
        while (ThinCell(place) is { } cell)
        {
            if (Next(place, cell) is not { } next)
            {
                _hidden = before;
                return false;
            }

            _hidden.Add(next);
        }

        return true;
    }

    /// <summary>The first count of which too few people are hidden, even when each other hidden commune is known to have one; null when there is none.</summary>
    private int? ThinCell(CountedPlace place)
    {
        var heap = HiddenCommunes(place).Select(CellsOf).ToList();
        return heap.Count == 0 ? null : Enumerable.Range(0, heap[0].Length).Where(IsThin).Select(cell => (int?)cell).FirstOrDefault();

        bool IsThin(int cell)
        {
            var parts = heap.Where(cells => cells[cell] > 0).ToList();
            return parts.Count > 0 && parts.Sum(cells => cells[cell]) - (parts.Count - 1) < _smallest;
        }
    }

    /// <summary>The shown part that costs least: the commune with the fewest, else what lies above communes.</summary>
    private long? Next(CountedPlace place, int cell) => Shown(place)
        .Where(part => CellsOf(part)[cell] > 0)
        .OrderBy(part => part.Parts.Count > 0).ThenBy(part => CellsOf(part)[cell]).ThenBy(part => part.LocalityId)
        .Select(part => (long?)part.LocalityId)
        .FirstOrDefault();

    private IEnumerable<CountedPlace> HiddenCommunes(CountedPlace place) => place.Parts
        .Where(part => _hidden.Contains(part.LocalityId))
        .SelectMany(part => part.Counts is null ? HiddenCommunes(part) : [part]);

    /// <summary>The highest shown places below one.</summary>
    private IEnumerable<CountedPlace> Shown(CountedPlace place) => place.Parts
        .SelectMany(part => _hidden.Contains(part.LocalityId) ? Shown(part) : [part]);

    private long[] CellsOf(CountedPlace place)
    {
        if (!_cells.TryGetValue(place.LocalityId, out var cells))
            _cells[place.LocalityId] = cells = place.Counts is { } counts ? _group(counts) : SumOf(place.Parts);
        return cells;
    }

    private long[] SumOf(IReadOnlyList<CountedPlace> parts) => parts.Count == 0
        ? []
        : [.. parts.Select(CellsOf).Aggregate((sum, cells) => sum.Zip(cells, (one, other) => one + other).ToArray())];
}
