using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Domain.Users;

namespace Membership.App.Indicators;

/// <summary>Takes small counts out of a figure for an actor who may not see the people behind it (<see cref="SmallCells"/>).</summary>
internal sealed class WithheldCells(Actor actor, ScopedPlaces places, FigureSettings settings)
{
    public IndicatorProgress Apply(AskedFigure asked, IndicatorProgress progress)
    {
        if (MaySeePeople(asked))
            return progress;

        var withheld = SmallCells.Withheld([.. progress.Units.Select(unit => unit.People)], settings.SmallestCell);
        return progress with
        {
            Whole = IsSmall(progress.Whole.People) ? Withhold(progress.Whole) : progress.Whole,
            // Last, because the order of shares would say what they are.
            Units = [.. progress.Units.Zip(withheld, (unit, isWithheld) => isWithheld ? Withhold(unit) : unit).OrderBy(unit => unit.IsWithheld)],
            Trend = [.. progress.Trend.Select(point => IsSmall(point.People) ? new TrendPoint(point.Day, 0, 0, default, IsWithheld: true) : point)],
        };
    }

    public FigureExplanation Apply(AskedFigure asked, FigureExplanation figure)
    {
        if (MaySeePeople(asked))
            return figure;

        var withheld = SmallCells.Withheld([figure.People, .. figure.Exclusions.Select(one => one.People)], settings.SmallestCell);
        var shown = withheld[0] ? figure with { People = 0, Memberships = 0, Measure = default, Progress = Progress.Withheld } : figure;
        return shown with
        {
            Exclusions = [.. figure.Exclusions.Zip(withheld.Skip(1), (one, isWithheld) => isWithheld ? one with { People = 0, IsWithheld = true } : one)],
            LivingElsewhere = Shown(figure.LivingElsewhere),
            InOtherCommunes = Shown(figure.InOtherCommunes),
            InEndedLocalities = Shown(figure.InEndedLocalities),
            CountedByBirthYear = Shown(figure.CountedByBirthYear),
        };
    }

    private bool MaySeePeople(AskedFigure asked) =>
        places.Covers(actor.ScopeOf(Permission.SeePeople), asked.Locality, asked.AsOf, asked.Organization?.Id);

    private bool IsSmall(long count) => SmallCells.IsSmall(count, settings.SmallestCell);

    private long Shown(long count) => IsSmall(count) ? 0 : count;

    private static UnitFigure Withhold(UnitFigure figure) =>
        figure with { People = 0, Memberships = 0, Measure = default, Progress = Progress.Withheld, DistanceFromTarget = null };
}
