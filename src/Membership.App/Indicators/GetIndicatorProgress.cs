using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.Users;

namespace Membership.App.Indicators;

/// <summary>What the dashboard, the command line and the workbook show: one request, so that their figures are the same.</summary>
/// <param name="IndicatorCode">"participation".</param>
/// <param name="LocalityCode">Official code, read as of <paramref name="AsOf"/>; "92" is the city.</param>
/// <param name="OrganizationCode">Null for all organizations that the definition counts.</param>
/// <param name="TrendMonths">How many months the trend goes back; 0 for none.</param>
[Requires(Permission.SeeFigures)]
public sealed record GetIndicatorProgress(string IndicatorCode, string LocalityCode, DateOnly AsOf, string? OrganizationCode = null, int TrendMonths = 24)
    : IRequest<Outcome<IndicatorProgress>>, IConcernsPlace;

internal sealed class GetIndicatorProgressHandler(MembershipDb db, LocalityDirectory localities, WithheldCells withheld, TimeProvider clock)
    : IRequestHandler<GetIndicatorProgress, Outcome<IndicatorProgress>>
{
    public async Task<Outcome<IndicatorProgress>> Handle(GetIndicatorProgress request, CancellationToken cancellationToken)
    {
        var found = await new AskedFigureReading(db, localities, clock)
            .FindAsync(request.IndicatorCode, request.LocalityCode, request.AsOf, request.OrganizationCode, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var asked = found.Value;
        // A commune had nobody before it existed, which is not the same as 0.
        var began = localities.BeginningOf(asked.Locality.LocalityId);
        var earlier = MonthEnds.Before(request.AsOf, request.TrendMonths).Where(day => day >= began).ToList();
        var answer = await new FigureReading(db, localities).ReadAsync(asked, earlier, cancellationToken);
        var targets = await TargetReading.ReadAsync(db, localities, asked, cancellationToken);
        return await withheld.ApplyAsync(asked, ProgressOf(asked, answer, targets, request.TrendMonths > 0), cancellationToken);
    }

    private static IndicatorProgress ProgressOf(AskedFigure asked, FigureAnswer answer, TargetReading targets, bool hasTrend)
    {
        var units = answer.Communes.Select(commune => UnitOf(asked, commune, answer.Basis[commune.LocalityId], targets));
        var trend = hasTrend ? answer.Earlier.Append(answer.Whole) : [];
        return new(
            asked.Definition,
            targets.Of(asked.Locality.LocalityId),
            asked.AsOf,
            asked.Organization,
            WholeOf(asked, answer, targets),
            answer.Whole.UnitsCounted,
            answer.Communes.Count,
            units.OrderBy(Rank).ToList(),
            trend.Select(figure => new TrendPoint(figure.Day, figure.People, figure.Memberships, figure.Measure)).ToList());
    }

    /// <summary>Furthest below the target first; by name, as the communes come, where equal.</summary>
    private static decimal Rank(UnitFigure unit) => unit.DistanceFromTarget ?? unit.Measure.Share * 100 ?? decimal.MaxValue;

    private static UnitFigure WholeOf(AskedFigure asked, FigureAnswer answer, TargetReading targets)
    {
        if (asked.Locality.Kind.IsCommuneLevel())
            return UnitOf(asked, asked.Locality, answer.Basis[asked.Locality.LocalityId], targets);

        var hasRegister = answer.Basis.Values.Any(commune => commune.Count is not null);
        return FigureOf(asked.Locality, hasRegister, answer.Whole, null, targets);
    }

    private static UnitFigure UnitOf(AskedFigure asked, LocalityFact commune, CommuneBasis basis, TargetReading targets) =>
        FigureOf(commune, basis.Count is not null, FigureOfDay.Of(asked, asked.AsOf, [basis]), basis.Population, targets);

    private static UnitFigure FigureOf(LocalityFact locality, bool hasRegister, FigureOfDay figure, PopulationSource? population, TargetReading targets)
    {
        var target = targets.Of(locality.LocalityId);
        return new(
            AskedFigure.NameOf(locality),
            hasRegister,
            figure.People,
            figure.Memberships,
            figure.Measure,
            population,
            figure.Measure.Against(target?.Value, target?.Comparator ?? default),
            target is null ? null : figure.Measure.DistanceFrom(target.Value));
    }
}
