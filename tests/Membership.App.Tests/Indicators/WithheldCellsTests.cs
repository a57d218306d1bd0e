using Membership.App.Indicators;
using Membership.App.Statistics;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.Indicators;

/// <summary>Counts under five are not for who may see figures but no people.</summary>
public sealed class WithheldCellsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var register = new TestRegister(_database);
        await register.AddMembersAsync(TestRegister.CaiKhe, 4, "HND");
        await register.AddMembersAsync(TestRegister.NinhKieu, 8, "HND");
        await register.AddMembersAsync(TestRegister.TanAn, 30, "HND");
        foreach (var commune in new[] { TestRegister.CaiKhe, TestRegister.NinhKieu, TestRegister.TanAn })
            await register.AddPopulationAsync(commune, 100);
        await register.RecountAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Progress_ForAPlanner_WithholdsTheSmallCellAndTheOneThatWouldTellIt()
    {
        var planner = await _database.ActorAsync(Role.Planner, TestRegister.City);

        var progress = (await _database.SendAs(planner, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, TestRegister.Day))).Value;

        var withheld = progress.Units.Where(unit => unit.IsWithheld).ToList();
        Assert.Equal([TestRegister.CaiKhe, TestRegister.NinhKieu], withheld.Select(unit => unit.Locality.Code).Order());
        Assert.All(withheld, unit => Assert.Equal((0, 0, new Measure(0, null), null), (unit.People, unit.Memberships, unit.Measure, unit.DistanceFromTarget)));
        Assert.Equal(42, progress.Whole.People);
        Assert.Equal(30, progress.Units.Single(unit => unit.People > 0).People);
    }

    [Fact]
    public async Task Progress_ForWhoMaySeePeople_ShowsEverything()
    {
        var head = await _database.ActorAsync(Role.Head, TestRegister.City);

        var progress = (await _database.SendAs(head, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, TestRegister.Day))).Value;

        Assert.DoesNotContain(progress.Units, unit => unit.IsWithheld);
        Assert.Equal(4, progress.Units.Single(unit => unit.Locality.Code == TestRegister.CaiKhe).People);
    }

    [Fact]
    public async Task SmallCommune_ForAPlanner_IsWithheldInFigureTrendAndExplanation()
    {
        var planner = await _database.ActorAsync(Role.Planner, TestRegister.City);

        var progress = (await _database.SendAs(planner, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.CaiKhe, TestRegister.Day))).Value;
        var explanation = (await _database.SendAs(planner, new ExplainFigure(IndicatorDefinition.Participation, TestRegister.CaiKhe, TestRegister.Day))).Value;

        Assert.Equal(Progress.Withheld, progress.Whole.Progress);
        Assert.True(progress.Trend[^1].IsWithheld);
        Assert.All(progress.Trend, point => Assert.Equal(0, point.People));
        Assert.True(explanation.IsWithheld);
        Assert.Equal((0, 0, 0), (explanation.People, explanation.Memberships, explanation.Measure.Numerator));
    }

    [Fact]
    public async Task Workbook_ForAPlanner_SaysThatTheNumberIsNotShown()
    {
        var planner = await _database.ActorAsync(Role.Planner, TestRegister.City);

        var exported = (await _database.SendAs(planner, new ExportIndicatorProgress(
            new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, TestRegister.Day)))).Value;

        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(exported.Content));
        var row = workbook.Worksheet("Tỷ lệ tham gia").RowsUsed().Single(one => one.Cell(2).GetString() == "Phường Cái Khế");
        Assert.Equal("không hiện", row.Cell(3).GetString());
        Assert.Equal("không hiện", row.Cell(4).GetString());
        Assert.True(row.Cell(6).IsEmpty());
    }

    [Fact]
    public async Task OrdinaryDay_ForAPlanner_ShowsNoSmallUnitAndOffersTheMonthEnd()
    {
        var planner = await _database.ActorAsync(Role.Planner, TestRegister.City);
        var ordinary = new DateOnly(2026, 10, 30);

        var progress = (await _database.SendAs(planner, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.TanAn, ordinary))).Value;
        var monthEnd = (await _database.SendAs(planner, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.TanAn, progress.FullOn!.Value))).Value;
        var forHead = (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.TanAn, ordinary))).Value;

        Assert.Equal((true, new DateOnly(2026, 9, 30)), (progress.Whole.IsWithheld, progress.FullOn));
        Assert.Equal((30, null), (monthEnd.Whole.People, monthEnd.FullOn));
        Assert.Equal((30, null), (forHead.Whole.People, forHead.FullOn));
        Assert.All(progress.Trend.SkipLast(1).Where(point => point.Day >= TestRegister.Start), point => Assert.False(point.IsWithheld));
    }
}
