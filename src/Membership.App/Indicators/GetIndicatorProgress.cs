using MediatR;
using Membership.App.Pipeline;
using Membership.Domain;

namespace Membership.App.Indicators;

/// <summary>What the dashboard, the command line and the workbook show: one request, so that their figures are the same.</summary>
/// <param name="IndicatorCode">"participation".</param>
/// <param name="LocalityCode">Official code, read as of <paramref name="AsOf"/>; "92" is the city.</param>
/// <param name="OrganizationCode">Null for all organizations that the definition counts.</param>
/// <param name="TrendMonths">How many months the trend goes back; 0 for none.</param>
[Requires(Permission.SeeFigures)]
public sealed record GetIndicatorProgress(string IndicatorCode, string LocalityCode, DateOnly AsOf, string? OrganizationCode = null, int TrendMonths = 24)
    : IRequest<Outcome<IndicatorProgress>>;
