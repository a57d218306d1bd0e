using Membership.App.Samples;
using Membership.Domain.Indicators;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Samples;

/// <summary>One filled database for tests that only read it.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public DemoSummary Summary { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Summary = (await Database.With(db => new DemoFill(db, Database.Cipher).FillAsync(null, CancellationToken.None))).Value;
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}

public sealed class DemoFillTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private static readonly DateOnly LastDay = PeopleGenerator.LastDay;

    private readonly TestDatabase _database = filled.Database;
    private readonly DemoSummary _summary = filled.Summary;

    [Fact]
    public async Task TelephonesAndNames_OfThePeople_HaveTheirBuckets()
    {
        var people = await _database.With(db => db.People
            .Select(person => new { person.PhoneIndex, person.PhoneBucket, person.NameOrderKey, person.NameBucket }).ToListAsync());

        Assert.Contains(people, person => person.PhoneIndex is not null);
        Assert.All(people, person => Assert.Equal(person.PhoneIndex?[..2], person.PhoneBucket));
        Assert.All(people, person => Assert.Equal(person.NameOrderKey[..8], person.NameBucket));
    }

    [Fact]
    public async Task Fill_WhenRegisterIsEmpty_MakesAboutThirtyThousandPeopleWithHistory()
    {
        var people = await _database.With(db => db.People.CountAsync(person => person.IsSample));
        var communes = await _database.With(db => db.Residences.Where(residence => residence.To == null)
            .Select(residence => residence.LocalityId).Distinct().CountAsync());
        var organizations = await _database.With(db => db.Memberships.Where(membership => membership.To == null)
            .Select(membership => membership.OrganizationId).Distinct().CountAsync());
        var first = await _database.With(db => db.Memberships.MinAsync(membership => membership.From));
        var version = await _database.With(db => db.RegisterStates.Select(state => state.Version).SingleAsync());

        Assert.InRange(people, 29_900, 30_000);
        Assert.Equal(people, _summary.People);
        Assert.Equal(7, communes);
        Assert.True(organizations >= 6);
        Assert.Equal(PersonStory.FirstDay, first);
        Assert.True(version > 0);
    }

    [Fact]
    public async Task Fill_WhenCommunesWereReorganized_NobodyLivesInAFormerOneAfterwards()
    {
        var cut = new DateOnly(2025, 7, 1);

        var stays = await _database.With(db => db.Residences.ToListAsync());
        var facts = (await _database.With(db => db.LocalityFacts.ToListAsync())).ToLookup(fact => fact.LocalityId);

        Assert.DoesNotContain(stays, stay => stay.From < facts[stay.LocalityId].Min(fact => fact.ValidFrom));
        Assert.DoesNotContain(stays, stay => stay.To is { } to ? facts[stay.LocalityId].All(fact => fact.ValidTo < to) : facts[stay.LocalityId].All(fact => fact.ValidTo is not null));
        Assert.Contains(stays, stay => stay.From < cut && stay.To == cut);
        Assert.Contains(stays, stay => stay.From == cut);
    }

    [Fact]
    public async Task Fill_WhenUnitsAreMade_EachMembershipLiesWithinItsUnit()
    {
        var pairs = await _database.With(db => db.Memberships.Join(
            db.OrganizationUnits, membership => membership.UnitId, unit => unit.Id, (membership, unit) => new { membership, unit }).ToListAsync());

        Assert.DoesNotContain(pairs, pair => pair.unit.OrganizationId != pair.membership.OrganizationId);
        Assert.DoesNotContain(pairs, pair => pair.membership.From < pair.unit.ValidFrom);
        Assert.DoesNotContain(pairs, pair => pair.unit.ValidTo is { } to && !(pair.membership.To <= to));
        Assert.Contains(pairs, pair => pair.unit.Name == "Chi hội khu vực 3");
    }

    [Theory]
    [InlineData("31120", 78.20, "above")]
    [InlineData("31135", 68.40, "clearly below")]
    [InlineData("31147", 74.01, "just above the line")]
    [InlineData("31299", 81.50, "above")]
    [InlineData("31510", 63.50, "clearly below")]
    public async Task Fill_WhenPopulationIsGiven_TheRateIsThePlannedOne(string code, double percent, string reason)
    {
        var locality = await _database.With(db => db.LocalityFacts.Where(fact => fact.Code == code && fact.ValidTo == null).Select(fact => fact.LocalityId).SingleAsync());

        var population = await _database.With(db => db.PopulationFigures.SingleAsync(figure => figure.LocalityId == locality && figure.AgeFrom == 16 && figure.AsOf == LastDay));
        var members = await MembersOfAsync(locality, LastDay);

        Assert.True(Math.Abs((100.0 * members / population.Value) - percent) < 0.02, reason);
        Assert.True(population.IsSample);
        Assert.Equal("Số liệu mẫu, sinh tự động", population.Source);
    }

    [Fact]
    public async Task Fill_WhenDone_ThePrecomputedFiguresAreThoseOfTheRegister()
    {
        var points = await _database.With(db => db.SeriesPoints
            .Where(point => point.OrganizationId == SeriesPoint.AllOrganizations && point.Reason == CountingReason.Counted).ToListAsync());

        var latest = points.GroupBy(point => point.LocalityId).Select(series => series.MaxBy(point => point.Day)!);
        Assert.NotEmpty(points);
        foreach (var point in latest)
            Assert.Equal(await MembersOfAsync(point.LocalityId, LastDay), point.People);
    }

    [Fact]
    public async Task Fill_WhenFiguresAreOfFormerCommunes_TheirRatesAreRealistic()
    {
        var figures = await _database.With(db => db.PopulationFigures.Where(figure => figure.IsSample).ToListAsync());

        var rates = new List<double>();
        foreach (var figure in figures)
            rates.Add(100.0 * await MembersOfAsync(figure.LocalityId, figure.AsOf) / figure.Value);

        Assert.Contains(figures, figure => figure.AsOf == new DateOnly(2021, 12, 31));
        Assert.All(rates, rate => Assert.InRange(rate, 50, 88));
    }

    [Fact]
    public async Task Fill_WhenCommuneHasNoFigure_ItStillHasPeople()
    {
        var locality = await _database.With(db => db.LocalityFacts.Where(fact => fact.Code == "31687" && fact.ValidTo == null).Select(fact => fact.LocalityId).SingleAsync());

        Assert.True(await MembersOfAsync(locality, LastDay) > 500);
        Assert.False(await _database.With(db => db.PopulationFigures.AnyAsync(figure => figure.LocalityId == locality && figure.AgeFrom == 16)));
    }

    [Fact]
    public async Task Fill_WhenRegisterHasPeople_IsRefused()
    {
        var outcome = await _database.With(db => new DemoFill(db, _database.Cipher).FillAsync(null, CancellationToken.None));

        Assert.Equal(_summary.People, Assert.IsType<RegisterNotEmpty>(outcome.Refusal).People);
    }

    /// <summary>Distinct people who live there and belong to a counted organization on the day.</summary>
    private Task<int> MembersOfAsync(long locality, DateOnly day) => _database.With(db => db.Residences
        .Where(residence => residence.LocalityId == locality && residence.From <= day && (residence.To == null || residence.To > day))
        .Join(db.People.Where(person => person.BirthDate != null), residence => residence.PersonId, person => person.Id, (residence, person) => person.Id)
        .Where(id => db.Memberships.Any(membership => membership.PersonId == id && membership.From <= day && (membership.To == null || membership.To > day)
            && db.Organizations.Any(organization => organization.Id == membership.OrganizationId && organization.Code != "MTTQ")))
        .CountAsync());
}
