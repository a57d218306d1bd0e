using Membership.App.Indicators;
using Membership.App.Statistics;

namespace Membership.App.Tests.Statistics;

/// <summary>Six years of the city of <see cref="SomeProgress"/>: 2021 did not exist, until 2024 there were fewer communes.</summary>
internal static class SomeStatistics
{
    private static readonly OrganizationName[] Organizations = [new(1, "HND", "Hội Nông dân", "hội viên"), new(2, "DTN", "Đoàn Thanh niên", "đoàn viên")];

    public static YearlyStatistics City() => new(
        [
            new(2021, new(2021, 12, 31), null, new Dictionary<string, UnitFigure>()),
            .. Enumerable.Range(2022, 4).Select(year => Year(year, new(year, 12, 31), SomeProgress.Of(
                SomeProgress.Unit("31117", "Phường Ninh Kiều", 5_000 + year, 6_400, 8_000 + year),
                SomeProgress.Unit("31120", "Phường Tân An", 700, 900, 1_000)))),
            Year(2026, SomeProgress.AsOf, SomeProgress.City()),
        ],
        Organizations);

    private static YearColumn Year(int year, DateOnly asOf, IndicatorProgress progress) =>
        new(year, asOf, progress, Organizations.ToDictionary(organization => organization.Code, organization => progress.Units[(int)organization.Id - 1]));
}
