using Membership.App.Database;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Samples;

/// <summary>A locality of its time.</summary>
internal sealed record NamedLocality(long Id, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A part of today's commune belonged to this locality, [From, To).</summary>
internal sealed record PlaceStage(NamedLocality Locality, DateOnly From, DateOnly? To);

/// <summary>A stay in one locality, [From, To): a longer stay is cut where one locality became another.</summary>
/// <param name="IsContinued">The stay goes on from a locality before this one.</param>
/// <param name="GoesOn">The stay goes on in the locality after this one.</param>
internal sealed record PlaceInterval(NamedLocality Locality, DateOnly From, DateOnly? To, bool IsContinued, bool GoesOn);

/// <summary>
/// A commune of the sample in the database. Its parts are the communes of the first day; each went through others, by mergers,
/// until it became today's.
/// </summary>
internal sealed class SamplePlace(IReadOnlyList<IReadOnlyList<PlaceStage>> parts)
{
    private const int PerMille = 1000;

    public int Parts => parts.Count;

    public int PartOf(int partPerMille) => partPerMille * parts.Count / PerMille;

    /// <summary>What the part belonged to on a day.</summary>
    public NamedLocality LocalityOn(int part, DateOnly day) =>
        parts[part].First(stage => stage.From <= day && (stage.To is null || stage.To > day)).Locality;

    /// <summary>The localities in which somebody stayed who lived in this part of the commune.</summary>
    public IEnumerable<PlaceInterval> Over(DateOnly from, DateOnly? to, int partPerMille)
    {
        foreach (var stage in parts[PartOf(partPerMille)])
        {
            if (stage.From >= to || stage.To <= from)
                continue;

            var isContinued = stage.From > from;
            var goesOn = stage.To is not null && (to is null || to > stage.To);
            yield return new PlaceInterval(stage.Locality, isContinued ? stage.From : from, goesOn ? stage.To : to, isContinued, goesOn);
        }
    }

    public static async Task<IReadOnlyDictionary<SampleCommune, SamplePlace>> LoadAsync(
        MembershipDb db, IReadOnlyList<SampleCommune> communes, CancellationToken cancellationToken)
    {
        var facts = await db.LocalityFacts.AsNoTracking().ToListAsync(cancellationToken);
        var changes = await db.LocalityChanges.AsNoTracking()
            .Where(change => change.EffectiveOn > PersonStory.FirstDay && change.Extent != TerritoryExtent.SmallPart && change.FromId != change.ToId)
            .OrderBy(change => change.FromId).ToListAsync(cancellationToken);
        var past = new Lineage(facts.ToLookup(fact => fact.LocalityId), changes.ToLookup(change => change.ToId));
        return communes.ToDictionary(commune => commune, commune => new SamplePlace([.. past.PartsOf(TodayOf(commune, facts), null)]));
    }

    private static long TodayOf(SampleCommune commune, List<LocalityFact> facts)
    {
        var day = PeopleGenerator.LastDay;
        return facts.Single(fact => fact.Code == commune.Code && fact.ValidFrom <= day && (fact.ValidTo is null || fact.ValidTo > day)).LocalityId;
    }

    private sealed record Lineage(ILookup<long, LocalityFact> Facts, ILookup<long, LocalityChange> ChangesTo)
    {
        /// <summary>Each chain of stages from the first day up to the locality, which the part left on <paramref name="until"/>.</summary>
        public IEnumerable<IReadOnlyList<PlaceStage>> PartsOf(long localityId, DateOnly? until)
        {
            var locality = Named(localityId);
            if (locality.ValidFrom <= PersonStory.FirstDay)
                yield return [new PlaceStage(locality, PersonStory.FirstDay, until)];

            foreach (var change in ChangesTo[localityId])
                foreach (var before in PartsOf(change.FromId, change.EffectiveOn))
                    yield return [.. before, new PlaceStage(locality, change.EffectiveOn, until)];
        }

        private NamedLocality Named(long localityId)
        {
            var facts = Facts[localityId].OrderBy(fact => fact.ValidFrom).ToList();
            return new NamedLocality(localityId, facts[^1].Name, facts[0].ValidFrom, facts[^1].ValidTo);
        }
    }
}
