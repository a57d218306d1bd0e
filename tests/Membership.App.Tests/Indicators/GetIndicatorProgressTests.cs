using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Testing;

namespace Membership.App.Tests.Indicators;

public sealed class GetIndicatorProgressTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task City_WhenTwoOfThreeRegistersHaveAPopulation_IsTakenOverThoseTwo()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 3, "HND", "LHPN");
        await _register.AddMembersAsync(TestRegister.NinhKieu, 2, "HND");
        await _register.AddMembersAsync(TestRegister.TanAn, 5, "DTN");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 4);
        await _register.AddPopulationAsync(TestRegister.NinhKieu, 6);
        await _register.RecountAsync();

        var progress = await ProgressAsync();

        Assert.Equal((2, 103), (progress.UnitsCounted, progress.UnitsTotal));
        Assert.Equal((5, 8, new Measure(5, 10)), (progress.Whole.People, progress.Whole.Memberships, progress.Whole.Measure));
        Assert.Equal((7400, Comparator.MoreThan, "08-NQ/TU"), (progress.Target!.Value, progress.Target.Comparator, progress.Target.ResolutionNumber));
    }

    [Fact]
    public async Task Units_AreOrderedFromFurthestBelow_WithoutShareLast()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 3, "HND");
        await _register.AddMembersAsync(TestRegister.NinhKieu, 2, "HND");
        await _register.AddMembersAsync(TestRegister.TanAn, 1, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 4);
        await _register.AddPopulationAsync(TestRegister.NinhKieu, 10);
        await _register.RecountAsync();

        var units = (await ProgressAsync()).Units;

        Assert.Equal([TestRegister.NinhKieu, TestRegister.CaiKhe], units.Take(2).Select(unit => unit.Locality.Code));
        Assert.Equal([-54m, 1m], units.Take(2).Select(unit => unit.DistanceFromTarget));
        Assert.All(units.Skip(2), unit => Assert.Equal(Progress.NotMeasured, unit.Progress));
    }

    [Fact]
    public async Task Commune_WithoutPopulation_HasPeopleAndNoShare()
    {
        await _register.AddMembersAsync(TestRegister.TanAn, 5, "DTN");
        await _register.RecountAsync();

        var progress = await ProgressAsync(TestRegister.TanAn);

        Assert.Equal((0, 1), (progress.UnitsCounted, progress.UnitsTotal));
        Assert.Equal((true, new Measure(5, null), null), (progress.Whole.HasRegister, progress.Whole.Measure, progress.Whole.Population));
        Assert.Equal(Progress.NotMeasured, progress.Whole.Progress);
    }

    [Fact]
    public async Task Commune_WithoutRegister_IsNotZeroPercent()
    {
        await _register.AddPopulationAsync(TestRegister.TanAn, 1000);

        var progress = await ProgressAsync(TestRegister.TanAn);

        Assert.False(progress.Whole.HasRegister);
        Assert.Null(progress.Whole.Measure.Share);
        Assert.Equal(1000, progress.Whole.Population!.Value);
    }

    [Fact]
    public async Task Commune_WithARegisterInWhichNobodyCounts_IsZeroPercent()
    {
        await _register.AddMembersAsync(TestRegister.TanAn, 2, "CTD");
        await _register.AddPopulationAsync(TestRegister.TanAn, 1000);
        await _register.RecountAsync();

        var progress = await ProgressAsync(TestRegister.TanAn);

        Assert.Equal((true, 0m, Progress.Behind), (progress.Whole.HasRegister, progress.Whole.Measure.Share, progress.Whole.Progress));
    }

    [Theory]
    [InlineData(37, Progress.Behind)] // exactly 74 % is not "trên 74%"
    [InlineData(38, Progress.Reached)]
    public async Task Commune_AgainstTheCitysTarget_IsHeldStrictly(int people, Progress expected)
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, people, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 50);
        await _register.RecountAsync();

        var progress = await ProgressAsync(TestRegister.CaiKhe);

        Assert.Equal((expected, 7400), (progress.Whole.Progress, progress.Target!.Value));
    }

    [Fact]
    public async Task Target_BeforeItWasSet_DoesNotApply()
    {
        var progress = await ProgressAsync(day: new DateOnly(2021, 12, 26));

        Assert.Null(progress.Target);
        Assert.Equal(Progress.NotAssigned, progress.Whole.Progress);
    }

    [Fact]
    public async Task Commune_WithATargetOfItsOwn_IsHeldAgainstThat()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 8, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 10);
        await SetTargetAsync(TestRegister.CaiKhe, 8500);
        await _register.RecountAsync();

        var progress = await ProgressAsync();

        var unit = progress.Units[0];
        Assert.Equal((TestRegister.CaiKhe, Progress.Behind, -5m), (unit.Locality.Code, unit.Progress, unit.DistanceFromTarget));
        Assert.Equal(Progress.Reached, progress.Whole.Progress);
    }

    [Fact]
    public async Task OneOrganization_IsCountedAlone_AndHasNoTarget()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 3, "HND", "LHPN");
        await _register.AddMembersAsync(TestRegister.CaiKhe, 4, "LHPN");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 10);
        await _register.RecountAsync();

        var progress = (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.CaiKhe, TestRegister.Day, "HND"))).Value;

        Assert.Equal((3, 3, new Measure(3, 10)), (progress.Whole.People, progress.Whole.Memberships, progress.Whole.Measure));
        Assert.Equal((null, Progress.NotAssigned, "Hội Nông dân"), (progress.Target, progress.Whole.Progress, progress.Organization!.ShortName));
    }

    [Fact]
    public async Task Population_OnADay_IsTheLatestNotAfterIt()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 1, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 10);
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 20, TestRegister.Day);
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 30, TestRegister.Day.AddDays(1));
        await _register.RecountAsync();

        Assert.Equal(10, (await ProgressAsync(TestRegister.CaiKhe, TestRegister.Day.AddDays(-1))).Whole.Measure.Denominator);
        Assert.Equal(20, (await ProgressAsync(TestRegister.CaiKhe)).Whole.Measure.Denominator);
    }

    [Fact]
    public async Task Trend_GoesOverMonthEndsToTheDayItself()
    {
        await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe, new DateOnly(2026, 9, 30))));
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 10);
        await _register.RecountAsync();

        var progress = (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, new DateOnly(2026, 10, 15), null, 3))).Value;

        Assert.Equal(
            [(new DateOnly(2026, 7, 31), 0), (new DateOnly(2026, 8, 31), 0), (new DateOnly(2026, 9, 30), 1), (new DateOnly(2026, 10, 15), 1L)],
            progress.Trend.Select(point => (point.Day, point.People)));
        Assert.All(progress.Trend, point => Assert.Equal(10, point.Measure.Denominator));
    }

    [Fact]
    public async Task UnknownCodes_AreRefused()
    {
        var indicator = await _database.Send(new GetIndicatorProgress("happiness", TestRegister.City, TestRegister.Day));
        var locality = await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, "00000", TestRegister.Day));
        var organization = await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, TestRegister.Day, "XYZ"));
        var notCounted = await _database.Send(new GetIndicatorProgress("key-cadres", TestRegister.City, TestRegister.Day));

        Assert.Equal(new IndicatorNotFound("happiness"), indicator.Refusal);
        Assert.Equal(new LocalityNotFound("00000", TestRegister.Day), locality.Refusal);
        Assert.Equal(new OrganizationNotFound("XYZ"), organization.Refusal);
        Assert.Equal(new IndicatorNotFound("key-cadres"), notCounted.Refusal);
    }

    private async Task<IndicatorProgress> ProgressAsync(string locality = TestRegister.City, DateOnly? day = null) =>
        (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, locality, day ?? TestRegister.Day))).Value;

    private Task<int> SetTargetAsync(string commune, int value) => _database.With(db =>
    {
        db.Add(new Target
        {
            ResolutionId = db.Resolutions.First().Id,
            Clause = "1",
            Quotation = "trên 85%",
            IndicatorCode = IndicatorDefinition.Participation,
            LocalityId = _register.LocalityOf(commune),
            Value = value,
            Unit = TargetUnit.Share,
            ValidFrom = TestRegister.Start,
            Deadline = new DateOnly(2030, 12, 31),
        });
        return db.SaveChangesAsync();
    });
}
