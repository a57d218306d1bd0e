using System.Collections.Concurrent;
using System.Globalization;
using Membership.Domain.Localities;

namespace Membership.App.Localities;

/// <summary>What <see cref="LocalityDirectory"/> is made of: every fact and every change.</summary>
public sealed record LocalityDirectoryContent(IReadOnlyList<LocalityFact> Facts, IReadOnlyList<LocalityChange> Changes);

/// <summary>
/// All localities of all times in memory: a few hundred facts, read once on first use. Every question takes a day, because
/// neither code nor name says by itself which locality is meant.
/// </summary>
public sealed class LocalityDirectory(Func<LocalityDirectoryContent> read)
{
    /// <summary>The order of places: Phường 2 comes before Phường 10.</summary>
    public static readonly StringComparer ByName =
        StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.NumericOrdering);

    private readonly Lock _gate = new();
    private volatile Snapshot? _snapshot;

    private Snapshot Current => _snapshot ?? LoadOnce();

    /// <summary>The locality that had this official code on the day.</summary>
    public LocalityFact? Find(string code, DateOnly asOf) => OnDay(Current.ByCode[code], asOf);

    /// <summary>What the locality was on the day; null before it began and after it ended.</summary>
    public LocalityFact? FactOf(long localityId, DateOnly asOf) => OnDay(Current.ById[localityId], asOf);

    /// <summary>Every locality of all times.</summary>
    public IReadOnlyCollection<long> Everywhere => Current.Everywhere;

    /// <summary>What the communes of all times were called.</summary>
    public CommuneNames CommuneNames => Current.CommuneNames.Value;

    /// <summary>Every locality there was on the day, by name.</summary>
    public IReadOnlyList<LocalityFact> All(DateOnly asOf) => Current.Facts.Where(fact => fact.HoldsOn(asOf)).ToList();

    /// <summary>The communes and wards in it on the day, by name; a commune gives itself.</summary>
    public IReadOnlyList<LocalityFact> CommunesOf(long localityId, DateOnly asOf) =>
        All(asOf).Where(fact => fact.Kind.IsCommuneLevel() && IsIn(fact, localityId, asOf)).ToList();

    /// <summary>What it belonged to on the day, nearest first.</summary>
    public IReadOnlyList<long> AncestorsOf(long localityId, DateOnly asOf)
    {
        var ancestors = new List<long>();
        for (var fact = FactOf(localityId, asOf); fact?.ParentId is { } parentId; fact = FactOf(parentId, asOf))
            ancestors.Add(parentId);

        return ancestors;
    }

    /// <summary>The first day on which it was no more; null while it exists.</summary>
    public DateOnly? EndOf(long localityId) => Current.ById[localityId].MaxBy(fact => fact.ValidFrom)?.ValidTo;

    /// <summary>
    /// What it became on the day it ended: the unit that took all of it or, of a divided one, the main part. It may itself
    /// have ended since. Null while it exists, and for districts, which nothing followed.
    /// </summary>
    public LocalityFact? DefaultSuccessorOf(long localityId)
    {
        var change = Current.ChangesFrom[localityId].FirstOrDefault(change => change.Extent != TerritoryExtent.SmallPart);
        return change is null ? null : FactOf(change.ToId, change.EffectiveOn);
    }

    /// <summary>What it became by default, and what became of that, until today; nearest first.</summary>
    public IEnumerable<LocalityFact> SuccessorsOf(long localityId)
    {
        for (var next = DefaultSuccessorOf(localityId); next is not null; next = DefaultSuccessorOf(next.LocalityId))
            yield return next;
    }

    /// <summary>The first day on which it existed as such; the first day known where its founding is not.</summary>
    public DateOnly BeginningOf(long localityId) => Current.ById[localityId].Min(fact => fact.ValidFrom);

    /// <summary>The units whose territory, or part of it, it took over.</summary>
    public IReadOnlyList<long> PredecessorsOf(long localityId) => Current.ChangesTo[localityId].Select(change => change.FromId).ToList();

    /// <summary>It, all that it was made of, and what it became by default: whoever lives in one of them may be said to live in another.</summary>
    public IReadOnlySet<long> FamilyOf(long localityId)
    {
        var family = new HashSet<long>();
        var open = new Queue<long>([localityId]);
        while (open.TryDequeue(out var id))
        {
            if (family.Add(id))
                PredecessorsOf(id).ToList().ForEach(open.Enqueue);
        }

        family.UnionWith(SuccessorsOf(localityId).Select(next => next.LocalityId));
        return family;
    }

    /// <summary>Whether its territory went to more than one unit, so that a default successor is not everyone's.</summary>
    public bool WasDivided(long localityId) => Current.ChangesFrom[localityId].Any(change => change.Extent == TerritoryExtent.SmallPart);

    /// <summary>
    /// The locality through all times: itself, everything that was ever below it, what took over its territory when it ended, and what
    /// all of these were made of. Of a divided unit only who took the main part follows it.
    /// </summary>
    public IReadOnlySet<long> TerritoryOf(long localityId) => Current.Territories.GetOrAdd(localityId, FindTerritory);

    /// <summary>To be called after localities were written to.</summary>
    public void Reload()
    {
        lock (_gate)
            _snapshot = new Snapshot(read());
    }

    private static LocalityFact? OnDay(IEnumerable<LocalityFact> facts, DateOnly asOf) => facts.FirstOrDefault(fact => fact.HoldsOn(asOf));

    private bool IsIn(LocalityFact commune, long localityId, DateOnly asOf) =>
        commune.LocalityId == localityId || AncestorsOf(commune.LocalityId, asOf).Contains(localityId);

    private HashSet<long> FindTerritory(long localityId)
    {
        var content = Current;
        var found = new HashSet<long>();
        var open = new Queue<long>([localityId, .. SuccessorsOf(localityId).Select(next => next.LocalityId)]);
        while (open.TryDequeue(out var id))
        {
            if (!found.Add(id))
                continue;

            foreach (var child in content.Children[id])
                open.Enqueue(child);
            foreach (var change in content.ChangesTo[id].Where(change => change.Extent != TerritoryExtent.SmallPart))
                open.Enqueue(change.FromId);
        }

        return found;
    }

    private Snapshot LoadOnce()
    {
        lock (_gate)
            return _snapshot ??= new Snapshot(read());
    }

    private sealed class Snapshot(LocalityDirectoryContent content)
    {
        public IReadOnlyList<LocalityFact> Facts { get; } = content.Facts.OrderBy(fact => fact.Name, ByName).ToList();

        public ILookup<string, LocalityFact> ByCode { get; } = content.Facts.ToLookup(fact => fact.Code);

        public Lazy<CommuneNames> CommuneNames { get; } = new(() => new CommuneNames([.. NamesOf(content)]));

        public ILookup<long, LocalityFact> ById { get; } = content.Facts.ToLookup(fact => fact.LocalityId);

        public ILookup<long, long> Children { get; } =
            content.Facts.Where(fact => fact.ParentId is not null).ToLookup(fact => fact.ParentId!.Value, fact => fact.LocalityId);

        public IReadOnlyCollection<long> Everywhere { get; } = content.Facts.Select(fact => fact.LocalityId).ToHashSet();

        public ConcurrentDictionary<long, IReadOnlySet<long>> Territories { get; } = new();

        public ILookup<long, LocalityChange> ChangesTo { get; } = content.Changes.ToLookup(change => change.ToId);

        public ILookup<long, LocalityChange> ChangesFrom { get; } = content.Changes.ToLookup(change => change.FromId);

        private static IEnumerable<CommuneName> NamesOf(LocalityDirectoryContent content)
        {
            var byId = content.Facts.ToLookup(fact => fact.LocalityId);
            var before = content.Changes.ToLookup(change => change.ToId, change => change.FromId);
            return
                from commune in content.Facts
                where commune.Kind.IsCommuneLevel() && commune.ParentId is not null
                from parent in byId[commune.ParentId!.Value]
                from province in parent.ParentId is { } above ? byId[above].Cast<LocalityFact?>() : [null]
                let name = NameOf(commune, parent, province)
                where name.To is null || name.From < name.To
                select name with { FormerParents = [.. before[commune.LocalityId].SelectMany(ParentsOf).Distinct()] };

            IEnumerable<string> ParentsOf(long id) =>
                byId[id].Where(fact => fact.ParentId is not null).SelectMany(fact => byId[fact.ParentId!.Value]).Select(parent => parent.Name);
        }

        /// <summary>For as long as all three were so.</summary>
        private static CommuneName NameOf(LocalityFact commune, LocalityFact parent, LocalityFact? province)
        {
            LocalityFact[] facts = province is null ? [commune, parent] : [commune, parent, province];
            return new CommuneName(
                commune.LocalityId, commune.Name, parent.Name, province?.Name, facts.Max(fact => fact.ValidFrom), facts.Min(fact => fact.ValidTo));
        }
    }
}
