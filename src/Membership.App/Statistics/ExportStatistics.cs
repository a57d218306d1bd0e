using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Users;

namespace Membership.App.Statistics;

/// <summary>The yearly statistics of a locality as a workbook. Each year is what the page shows for its last day.</summary>
/// <param name="LocalityCode">Read as of the last day of <paramref name="Year"/>.</param>
/// <param name="OrganizationCode">Null for all organizations that are counted, each with a row of its own.</param>
/// <param name="Heading">Null for one to be filled in by hand.</param>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("asks GetIndicatorProgress, which is held against the scope")]
public sealed record ExportStatistics(int Year, string LocalityCode, string? OrganizationCode = null, ReportHeading? Heading = null) : IRequest<Outcome<ExportedWorkbook>>;

internal sealed class ExportStatisticsHandler(IMediator mediator, MembershipDb db, LocalityDirectory localities, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<ExportStatistics, Outcome<ExportedWorkbook>>
{
    private const int EarliestYear = 2000;

    /// <summary>Resolution 08-NQ/TU of Cần Thơ, whose targets these statistics are held against, is of December 2021.</summary>
    private const int FirstYearOfTerm = 2021;

    public async Task<Outcome<ExportedWorkbook>> Handle(ExportStatistics request, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        if (request.Year < EarliestYear || request.Year > today.Year)
            return new NoStatisticsOfYear(request.Year, EarliestYear, today.Year);

        var asOf = LastDay(request.Year, today);
        var found = await mediator.Send(
            new GetIndicatorProgress(IndicatorDefinition.Participation, request.LocalityCode, asOf, request.OrganizationCode), cancellationToken);
        if (found.Refusal is { } refusal)
            return refusal;

        var statistics = await Gather(request, found.Value, cancellationToken);
        var sentence = await DefinitionReading.SentenceAsync(db, found.Value, cancellationToken);
        using var content = new MemoryStream();
        YearlyWorkbook.Write(statistics, sentence, request.Heading ?? ReportHeading.Neutral, today, content);
        trail.Note(new AuditNote(AuditKind.Exported)
        {
            LocalityId = found.Value.Whole.Locality.Id,
            Details = new Dictionary<string, object?> { ["what"] = nameof(ExportStatistics), ["year"] = request.Year },
        });
        return new ExportedWorkbook(FormattableString.Invariant($"thong-ke_{found.Value.Whole.Locality.Code}_{request.Year}.xlsx"), content.ToArray());
    }

    private async Task<YearlyStatistics> Gather(ExportStatistics request, IndicatorProgress latest, CancellationToken cancellationToken)
    {
        var codes = request.OrganizationCode is { } only ? [only] : latest.Definition.CountedOrganizations;
        var organizations = new Dictionary<string, OrganizationName>();
        var years = new List<YearColumn>();
        for (var year = Math.Min(FirstYearOfTerm, request.Year); year <= request.Year; year++)
        {
            var asOf = LastDay(year, latest.AsOf);
            var progress = year == request.Year ? latest : await SameLocality(latest, Query(request, asOf, request.OrganizationCode), cancellationToken);
            var figures = new Dictionary<string, UnitFigure>();
            foreach (var code in progress is null ? [] : codes)
            {
                if (await SameLocality(latest, Query(request, asOf, code), cancellationToken) is not { Organization: { } organization } of)
                    continue;
                organizations[code] = organization;
                figures[code] = of.Whole;
            }
            years.Add(new(year, asOf, progress, figures));
        }
        return new(years, [.. codes.Where(organizations.ContainsKey).Select(code => organizations[code])]);
    }

    /// <summary>Null when the code was nobody's, or another unit's, on that day: a code is never followed without its date.</summary>
    private async Task<IndicatorProgress?> SameLocality(IndicatorProgress latest, GetIndicatorProgress query, CancellationToken cancellationToken)
    {
        if (localities.Find(query.LocalityCode, query.AsOf)?.LocalityId != latest.Whole.Locality.Id)
            return null;

        var found = await mediator.Send(query, cancellationToken);
        return found.IsRefused ? null : found.Value;
    }

    private static GetIndicatorProgress Query(ExportStatistics request, DateOnly asOf, string? organization) =>
        new(IndicatorDefinition.Participation, request.LocalityCode, asOf, organization, TrendMonths: 0);

    private static DateOnly LastDay(int year, DateOnly today)
    {
        var end = new DateOnly(year, 12, 31);
        return end < today ? end : today;
    }
}
