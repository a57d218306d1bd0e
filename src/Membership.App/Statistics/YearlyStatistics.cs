using Membership.App.Indicators;

namespace Membership.App.Statistics;

/// <summary>An indicator over the years of a term, each as the page shows it for that day.</summary>
/// <param name="Years">Oldest first; the last one always has its progress.</param>
/// <param name="Organizations">Those with a row of their own, in order.</param>
internal sealed record YearlyStatistics(IReadOnlyList<YearColumn> Years, IReadOnlyList<OrganizationName> Organizations)
{
    public YearColumn Latest => Years[^1];

    public IndicatorProgress Progress => Latest.Progress!;
}

/// <param name="AsOf">31 December, or today in a year that is not over.</param>
/// <param name="Progress">Null when the locality did not exist on that day: its code may have been another unit's.</param>
/// <param name="ByOrganization">By the organization's code.</param>
internal sealed record YearColumn(int Year, DateOnly AsOf, IndicatorProgress? Progress, IReadOnlyDictionary<string, UnitFigure> ByOrganization)
{
    public bool IsOver => AsOf == new DateOnly(Year, 12, 31);
}
