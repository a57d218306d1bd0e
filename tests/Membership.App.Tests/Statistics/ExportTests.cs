using System.Globalization;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Statistics;
using Membership.Domain.Indicators;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Statistics;

public sealed class ExportTests
{
    private const string Form = "Thống kê năm";

    /// <summary>Phường Cái Khế since 1 July 2025; until then the code of Phường An Hòa.</summary>
    private const string CaiKhe = "31120";

    private static readonly DateOnly AsOf = new(2026, 6, 30);

    [Fact]
    public async Task Progress_WhenExported_HoldsWhatThePageShows()
    {
        await using var database = await DatabaseAsync();
        var query = new GetIndicatorProgress(IndicatorDefinition.Participation, "92", AsOf);

        var exported = (await database.Send(new ExportIndicatorProgress(query))).Value;

        var page = (await database.Send(query)).Value;
        using var workbook = Written(exported);
        Assert.Empty(workbook.Problems);
        Assert.Equal("ty-le-tham-gia_92_2026-06-30.xlsx", exported.FileName);
        Assert.Equal("741", workbook.Stored("Tỷ lệ tham gia", "C6"));
        Assert.Equal((double)page.Units[0].Measure.Share!.Value, Number(workbook, "Tỷ lệ tham gia", "F6"));
        Assert.Equal((double)page.Whole.Measure.Share!.Value, Number(workbook, "Tỷ lệ tham gia", $"F{6 + page.Units.Count}"));
        Assert.Equal(103, page.Units.Count);
        var explained = (await database.Send(new ExplainFigure(query.IndicatorCode, query.LocalityCode, query.AsOf))).Value;
        Assert.Contains("Cách tính (phiên bản 1): " + explained.Sentence, workbook.Texts("Tỷ lệ tham gia"));
    }

    [Fact]
    public async Task Progress_OfOneOrganization_NamesItInTheFile()
    {
        await using var database = await DatabaseAsync();

        var exported = await database.Send(new ExportIndicatorProgress(new(IndicatorDefinition.Participation, CaiKhe, AsOf, "HND")));

        Assert.Equal("ty-le-tham-gia_31120_HND_2026-06-30.xlsx", exported.Value.FileName);
        using var workbook = Written(exported.Value);
        Assert.Contains(workbook.Texts("Tỷ lệ tham gia"), text => text.Contains("tổ chức: Hội Nông dân", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_OfAnUnknownLocality_IsRefused()
    {
        await using var database = await DatabaseAsync();

        var exported = await database.Send(new ExportIndicatorProgress(new(IndicatorDefinition.Participation, "00000", AsOf)));

        Assert.IsType<LocalityNotFound>(exported.Refusal);
    }

    [Theory]
    [InlineData(2025, "số liệu đến ngày 31/12/2025")]
    [InlineData(2026, "số liệu đến ngày 21/11/2026; năm chưa kết thúc")] // still the 20th in Greenwich
    public async Task Statistics_OfAYear_SpeakOfItsLastDayOrToday(int year, string said)
    {
        await using var database = await DatabaseAsync();

        var exported = (await database.Send(new ExportStatistics(year, "92"))).Value;

        using var workbook = Written(exported);
        Assert.Empty(workbook.Problems);
        Assert.Equal($"thong-ke_92_{year}.xlsx", exported.FileName);
        Assert.Contains(workbook.Texts(Form), text => text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Statistics_OfAYear_AreThePagesFiguresOfTheSameDays()
    {
        await using var database = await DatabaseAsync();

        var exported = (await database.Send(new ExportStatistics(2026, "92"))).Value;

        using var workbook = Written(exported);
        foreach (var (column, day) in new[] { ("H", new DateOnly(2025, 12, 31)), ("I", new DateOnly(2026, 11, 21)) })
        {
            var page = (await database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, "92", day))).Value;
            Assert.Equal(page.Whole.People, Number(workbook, Form, column + workbook.RowOf(Form, "A", "Số người tham gia")));
            Assert.Equal((double)page.Whole.Measure.Share!.Value, Number(workbook, Form, column + workbook.RowOf(Form, "A", "Tỷ lệ tham gia")));
            Assert.Equal("1/103", workbook.Stored(Form, column + workbook.RowOf(Form, "A", "Số đơn vị có số liệu / tổng số đơn vị")));
        }
        Assert.Equal(300, Number(workbook, Form, "I" + workbook.RowOf(Form, "A", "Hội Nông dân (hội viên)")));
    }

    [Fact]
    public async Task Statistics_WhenTheCodeWasAnotherUnits_LeaveThoseYearsBlank()
    {
        await using var database = await DatabaseAsync();

        var exported = (await database.Send(new ExportStatistics(2026, CaiKhe))).Value;

        using var workbook = Written(exported);
        var people = workbook.RowOf(Form, "A", "Số người tham gia");
        Assert.Equal([null, null, null, null, 741, 741], "DEFGHI".Select(column => Number(workbook, Form, $"{column}{people}")));
        Assert.Contains(workbook.Texts(Form), text => text.StartsWith("Không có số liệu năm 2021, 2022, 2023, 2024: Phường Cái Khế", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2027)] // has not begun
    [InlineData(1999)]
    [InlineData(0)] // no year of any calendar
    [InlineData(-1)]
    public async Task Statistics_OfAYearWithoutAny_AreRefused(int year)
    {
        await using var database = await DatabaseAsync();

        var exported = await database.Send(new ExportStatistics(year, "92"));

        Assert.Equal(new NoStatisticsOfYear(year, 2000, 2026), exported.Refusal);
    }

    private static async Task<TestDatabase> DatabaseAsync()
    {
        var clock = new FixedClock(new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero));
        var database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        await database.With(AddFigures);
        return database;
    }

    /// <summary>741 of 1.000 in Cái Khế, 300 of them farmers; 5.000 in the old ward that had its code.</summary>
    private static async Task<int> AddFigures(MembershipDb db)
    {
        var definition = await db.IndicatorDefinitions.SingleAsync(row => row.Code == IndicatorDefinition.Participation);
        var farmers = await db.Organizations.SingleAsync(row => row.Code == "HND");
        var caiKhe = (await db.Localities.SingleAsync(row => row.Key == "31120-2025")).Id;
        var anHoa = (await db.Localities.SingleAsync(row => row.Key == "31120-2019")).Id;
        db.SeriesPoints.AddRange(
            Point(definition, caiKhe, SeriesPoint.AllOrganizations, 741, 990),
            Point(definition, caiKhe, farmers.Id, 300, 300),
            Point(definition, anHoa, SeriesPoint.AllOrganizations, 5_000, 5_000));
        db.PopulationFigures.Add(new()
        {
            LocalityId = caiKhe,
            AgeFrom = definition.AgeFrom,
            AgeTo = definition.AgeTo,
            AsOf = new(2025, 7, 1),
            Value = 1_000,
            Source = "Số liệu mẫu",
            IsSample = true,
        });
        return await db.SaveChangesAsync();
    }

    private static SeriesPoint Point(IndicatorDefinition definition, long locality, long organization, long people, long memberships) => new()
    {
        DefinitionId = definition.Id,
        LocalityId = locality,
        OrganizationId = organization,
        Reason = CountingReason.Counted,
        Day = new(2020, 1, 1),
        People = people,
        Memberships = memberships,
    };

    private static WrittenWorkbook Written(ExportedWorkbook exported) => new(stream => stream.Write(exported.Content));

    private static double? Number(WrittenWorkbook workbook, string sheet, string reference) =>
        workbook.Stored(sheet, reference) is { } stored ? double.Parse(stored, CultureInfo.InvariantCulture) : null;
}
