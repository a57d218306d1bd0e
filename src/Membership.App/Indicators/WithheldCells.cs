using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Domain.Users;

namespace Membership.App.Indicators;

/// <summary>Takes out of a figure what an actor may not be shown who may not see the people behind it (<see cref="WithheldTable"/>).</summary>
internal sealed class WithheldCells(Actor actor, ScopedPlaces places, WithheldTables tables)
{
    public async Task<IndicatorProgress> ApplyAsync(AskedFigure asked, IndicatorProgress progress, CancellationToken cancellationToken)
    {
        if (MaySeePeople(asked))
            return progress;

        var byDay = await tables.ReadAsync(asked.Definition, [.. progress.Trend.Select(point => point.Day).Append(asked.AsOf).Distinct()], cancellationToken);
        var shown = new ShownOfDay(asked, byDay[asked.AsOf]);
        return progress with
        {
            Whole = shown.Of(progress.Whole),
            // Last and by name, because the order of shares would say what they are.
            Units =
            [
                .. progress.Units.Select(shown.Of)
                    .OrderBy(unit => unit.IsWithheld)
                    .ThenBy(unit => unit.IsWithheld ? unit.Locality.Name : "", LocalityDirectory.ByName),
            ],
            Trend = [.. progress.Trend.Select(point => new ShownOfDay(asked, byDay[point.Day]).Of(point))],
            FullOn = MonthEnds.IsOne(asked.AsOf) ? null : MonthEnds.Before(asked.AsOf, 1)[0],
        };
    }

    public async Task<FigureExplanation> ApplyAsync(AskedFigure asked, FigureExplanation figure, CancellationToken cancellationToken)
    {
        if (await TableAsync(asked, cancellationToken) is not { } table)
            return figure;

        var shown = new ShownOfDay(asked, table);
        var (place, isForAll) = (asked.Locality.LocalityId, asked.Organization is null);
        var showsEveryone = isForAll && table.ShowsEveryone(place);
        return shown.Of(figure) with
        {
            Exclusions = isForAll && table.ShowsReasons(place) ? figure.Exclusions : [.. figure.Exclusions.Select(one => one with { People = 0, IsWithheld = true })],
            Everyone = showsEveryone ? figure.Everyone : 0,
            IsEveryoneWithheld = !showsEveryone,
            LivingElsewhere = 0,
            InOtherCommunes = 0,
            InEndedLocalities = 0,
            CountedByBirthYear = 0,
            AreAsidesWithheld = true,
        };
    }

    /// <summary>Null when nothing is withheld from the actor.</summary>
    public async Task<WithheldTable?> TableAsync(AskedFigure asked, CancellationToken cancellationToken) =>
        MaySeePeople(asked) ? null : (await tables.ReadAsync(asked.Definition, [asked.AsOf], cancellationToken))[asked.AsOf];

    private bool MaySeePeople(AskedFigure asked) =>
        places.Covers(actor.ScopeOf(Permission.SeePeople), asked.Locality, asked.AsOf, asked.Organization?.Id);

    private sealed class ShownOfDay(AskedFigure asked, WithheldTable table)
    {
        public UnitFigure Of(UnitFigure figure) => (ShowsPeople(figure.Locality.Id, figure.People), ShowsMemberships(figure.Locality.Id)) switch
        {
            (false, _) => figure with { People = 0, Memberships = 0, Measure = default, Progress = Progress.Withheld, DistanceFromTarget = null, AreMembershipsWithheld = true },
            (_, false) => figure with { Memberships = 0, AreMembershipsWithheld = true },
            _ => figure,
        };

        public TrendPoint Of(TrendPoint point) => (ShowsPeople(Asked, point.People), ShowsMemberships(Asked)) switch
        {
            (false, _) => new TrendPoint(point.Day, 0, 0, default, IsWithheld: true) { AreMembershipsWithheld = true },
            (_, false) => point with { Memberships = 0, AreMembershipsWithheld = true },
            _ => point,
        };

        public FigureExplanation Of(FigureExplanation figure) => (ShowsPeople(Asked, figure.People), ShowsMemberships(Asked)) switch
        {
            (false, _) => figure with { People = 0, Memberships = 0, Measure = default, Progress = Progress.Withheld, AreMembershipsWithheld = true },
            (_, false) => figure with { Memberships = 0, AreMembershipsWithheld = true },
            _ => figure,
        };

        private long Asked => asked.Locality.LocalityId;

        /// <summary>A figure that is not the table's sum is none that the table could protect.</summary>
        private bool ShowsPeople(long localityId, long people) =>
            table.ShowsPeople(localityId, asked.OrganizationId) && table.PeopleAt(localityId, asked.OrganizationId) == people
            && (asked.Definition.CountingUnit != CountingUnit.Memberships || ShowsMemberships(localityId));

        private bool ShowsMemberships(long localityId) => table.ShowsMemberships(localityId, asked.OrganizationId);
    }
}
