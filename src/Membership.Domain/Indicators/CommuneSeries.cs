using System.Runtime.InteropServices;

namespace Membership.Domain.Indicators;

/// <summary>Adds up the segments of all people of some communes under one definition to the communes' series.</summary>
public sealed class CommuneSeries(long definitionId, IReadOnlySet<long> localityIds)
{
    private readonly Dictionary<Key, Dictionary<DateOnly, Change>> _changes = [];

    /// <summary>Takes those segments that lie in the communes.</summary>
    public void Add(IReadOnlyList<CountedSegment> segments)
    {
        foreach (var segment in segments)
        {
            if (localityIds.Contains(segment.LocalityId))
                Add(segment);
        }
    }

    /// <summary>Takes what was added up of other people.</summary>
    public void Add(CommuneSeries others)
    {
        foreach (var (key, days) in others._changes)
        {
            var own = DaysOf(key);
            foreach (var (day, change) in days)
                Add(own, day, change.People, change.Memberships);
        }
    }

    /// <summary>The running totals; a day on which nothing changes in sum has no point.</summary>
    public IEnumerable<SeriesPoint> Points() => _changes.SelectMany(series => PointsOf(series.Key, series.Value));

    private void Add(CountedSegment segment)
    {
        var days = DaysOf(new Key(segment.LocalityId, segment.OrganizationId, segment.Reason));
        Add(days, segment.From, 1, segment.Memberships);
        if (segment.To is not null)
            Add(days, segment.To.Value, -1, -segment.Memberships);
    }

    private Dictionary<DateOnly, Change> DaysOf(Key key)
    {
        ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, key, out _);
        return days ??= [];
    }

    private static void Add(Dictionary<DateOnly, Change> days, DateOnly day, long people, long memberships)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(days, day, out _);
        change = new(change.People + people, change.Memberships + memberships);
    }

    private IEnumerable<SeriesPoint> PointsOf(Key key, Dictionary<DateOnly, Change> days)
    {
        var (people, memberships) = (0L, 0L);
        foreach (var (day, change) in days.Where(day => day.Value != default).OrderBy(day => day.Key))
        {
            people += change.People;
            memberships += change.Memberships;
            yield return new SeriesPoint
            {
                DefinitionId = definitionId,
                OrganizationId = key.OrganizationId,
                LocalityId = key.LocalityId,
                Reason = key.Reason,
                Day = day,
                People = people,
                Memberships = memberships,
            };
        }
    }

    private readonly record struct Key(long LocalityId, long OrganizationId, CountingReason Reason);

    private readonly record struct Change(long People, long Memberships);
}
