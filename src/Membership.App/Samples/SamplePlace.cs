using Membership.App.Database;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Samples;

/// <summary>A locality under the name it had at the time.</summary>
internal sealed record NamedLocality(long Id, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A stay in one locality, [From, To): a longer stay is cut where the commune was founded from others.</summary>
internal sealed record PlaceInterval(NamedLocality Locality, DateOnly From, DateOnly? To, bool GoesOn, bool IsContinued);

/// <summary>A commune of the sample in the database, with the communes it was founded from.</summary>
internal sealed class SamplePlace(NamedLocality today, IReadOnlyList<NamedLocality> former)
{
    private const int PerMille = 1000;

    /// <summary>The reorganization: Nghị quyết 1668/NQ-UBTVQH15.</summary>
    public static readonly DateOnly Reorganization = new(2025, 7, 1);

    public NamedLocality Today => today;

    public IReadOnlyList<NamedLocality> Former => former;

    public int FormerOf(int partPerMille) => partPerMille * former.Count / PerMille;

    /// <summary>The localities in which somebody stayed who lived in this part of the commune.</summary>
    public IEnumerable<PlaceInterval> Over(DateOnly from, DateOnly? to, int partPerMille)
    {
        var goesOn = to is null || to > Reorganization;
        if (former.Count == 0 || from >= Reorganization)
        {
            yield return new PlaceInterval(today, from, to, false, false);
            yield break;
        }

        yield return new PlaceInterval(former[FormerOf(partPerMille)], from, goesOn ? Reorganization : to, goesOn, false);
        if (goesOn)
            yield return new PlaceInterval(today, Reorganization, to, false, true);
    }

    public static async Task<IReadOnlyDictionary<SampleCommune, SamplePlace>> LoadAsync(
        MembershipDb db, IReadOnlyList<SampleCommune> communes, CancellationToken cancellationToken)
    {
        var facts = await db.LocalityFacts.AsNoTracking().ToListAsync(cancellationToken);
        var changes = await db.LocalityChanges.AsNoTracking()
            .Where(change => change.EffectiveOn == Reorganization && change.Extent != TerritoryExtent.SmallPart && change.FromId != change.ToId)
            .OrderBy(change => change.FromId).ToListAsync(cancellationToken);
        return communes.ToDictionary(commune => commune, commune => Find(commune, facts, changes));
    }

    private static SamplePlace Find(SampleCommune commune, List<LocalityFact> facts, List<LocalityChange> changes)
    {
        var today = facts.Single(fact => fact.Code == commune.Code && Holds(fact, PeopleGenerator.LastDay));
        var former = changes.Where(change => change.ToId == today.LocalityId)
            .Select(change => facts.Single(fact => fact.LocalityId == change.FromId && Holds(fact, Reorganization.AddDays(-1))));
        var founded = facts.Where(fact => fact.LocalityId == today.LocalityId).Min(fact => fact.ValidFrom);
        return new SamplePlace(Named(today, founded), [.. former.Select(fact => Named(fact, fact.ValidFrom))]);
    }

    private static bool Holds(LocalityFact fact, DateOnly day) => fact.ValidFrom <= day && (fact.ValidTo is null || fact.ValidTo > day);

    private static NamedLocality Named(LocalityFact fact, DateOnly founded) => new(fact.LocalityId, fact.Name, founded, fact.ValidTo);
}
