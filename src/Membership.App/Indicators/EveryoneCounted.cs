using Membership.Domain.Indicators;
using Membership.Domain.Localities;

namespace Membership.App.Indicators;

/// <summary>Everyone in the system of a locality, so that numerator and exclusions add up and nobody is hidden.</summary>
internal sealed record EveryoneCounted(IReadOnlyList<ReasonCount> Exclusions, long Everyone, long LivingElsewhere, long InOtherCommunes)
{
    /// <param name="communes">Those that the figure is made of.</param>
    public static EveryoneCounted Of(AskedFigure asked, IReadOnlyCollection<CommuneReasonCount> counts, IReadOnlySet<long> communes)
    {
        // Above a commune, who belongs to a unit in one and lives in another is already in that other one's everyone.
        var isCommune = asked.Locality.Kind.IsCommuneLevel();
        var elsewhere = counts.Where(count => !isCommune && count.Reason == CountingReason.LivesElsewhere).ToList();
        var placed = counts.Except(elsewhere).ToList();
        var within = placed.Where(count => communes.Contains(count.LocalityId)).ToLookup(count => count.Reason, count => count.People);
        var exclusions = Enum.GetValues<CountingReason>()
            .Where(reason => reason != CountingReason.Counted && (isCommune || reason != CountingReason.LivesElsewhere))
            .Select(reason => new ReasonCount(reason, within[reason].Sum()))
            .ToList();
        return new(
            exclusions,
            within[CountingReason.Counted].Sum() + exclusions.Sum(exclusion => exclusion.People),
            elsewhere.Where(count => communes.Contains(count.LocalityId)).Sum(count => count.People),
            placed.Where(count => !communes.Contains(count.LocalityId)).Sum(count => count.People));
    }
}
