using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>Reads what is withheld on days: over all places and organizations, whichever of them is asked for, so that no two pages differ.</summary>
internal sealed class WithheldTables(MembershipDb db, LocalityDirectory localities, FigureSettings settings)
{
    public async Task<IReadOnlyDictionary<DateOnly, WithheldTable>> ReadAsync(
        IndicatorDefinition definition, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        var counted = await db.Organizations
            .Where(organization => definition.CountedOrganizations.Contains(organization.Code))
            .OrderBy(organization => organization.Id)
            .Select(organization => organization.Id)
            .ToListAsync(cancellationToken);
        var populations = await PopulationReading.ReadAsync(db, definition, cancellationToken);
        var asked = days.Select(day => new AskedDay(day, [.. localities.All(day).Where(fact => fact.Kind.IsCommuneLevel()).Select(fact => fact.LocalityId)]));
        var counts = (await new SeriesReading(db).AllCountsAsync(definition, asked, cancellationToken)).ToLookup(count => (count.LocalityId, count.Day));
        return days.ToDictionary(day => day, day => new WithheldTable(
            new PlacesOfDay(localities.All(day), id => CountsOf(counts[(id, day)]), id => populations.Of(id, day) is { Value: > 0 }).Roots(),
            counted,
            settings.SmallestCell,
            MonthEnds.IsOne(day) ? 1 : settings.SmallestDailyUnit));
    }

    private static CommuneCounts CountsOf(IEnumerable<CommuneCell> cells)
    {
        var byReason = cells.ToLookup(cell => cell.Reason);
        return new(
            byReason[CountingReason.Counted].ToDictionary(cell => cell.OrganizationId, cell => new Numerator(cell.People, cell.Memberships)),
            byReason.Where(same => same.Key != CountingReason.Counted).ToDictionary(same => same.Key, same => same.Sum(cell => cell.People)));
    }

    /// <summary>The places of a day as their figures are summed (<see cref="FigureOfDay"/>): over communes with register and population, where there are such.</summary>
    private sealed class PlacesOfDay(IReadOnlyList<LocalityFact> facts, Func<long, CommuneCounts> countsOf, Func<long, bool> hasPopulation)
    {
        private readonly ILookup<long?, LocalityFact> _children = facts.ToLookup(fact => fact.ParentId);
        private readonly List<CountedPlace> _apart = [];

        public IReadOnlyList<CountedPlace> Roots()
        {
            var known = facts.Select(fact => fact.LocalityId).ToHashSet();
            var roots = facts.Where(fact => fact.ParentId is not { } parent || !known.Contains(parent)).Select(fact => PlaceOf(fact).Place).ToList();
            return [.. roots, .. _apart];
        }

        private (CountedPlace Place, bool IsMeasured) PlaceOf(LocalityFact fact)
        {
            if (fact.Kind.IsCommuneLevel())
            {
                var counts = countsOf(fact.LocalityId);
                return (new(fact.LocalityId, counts, []), (counts.Numerators.Count > 0 || counts.LeftOut.Count > 0) && hasPopulation(fact.LocalityId));
            }

            var parts = _children[fact.LocalityId].Select(PlaceOf).ToList();
            var isMeasured = parts.Exists(part => part.IsMeasured);
            _apart.AddRange(parts.Where(part => isMeasured && !part.IsMeasured).Select(part => part.Place));
            return (new(fact.LocalityId, null, [.. parts.Where(part => part.IsMeasured || !isMeasured).Select(part => part.Place)]), isMeasured);
        }
    }
}
