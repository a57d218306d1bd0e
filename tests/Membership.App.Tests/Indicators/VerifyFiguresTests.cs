using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Indicators;

public sealed class VerifyFiguresTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(11, null, AgeReference.AsOfDate, ResidenceRule.LivesThere)]
    [InlineData(12, 40, AgeReference.AsOfDate, ResidenceRule.LivesThere)]
    [InlineData(13, 40, AgeReference.EndOfYear, ResidenceRule.LivesThere)]
    [InlineData(14, 40, AgeReference.AsOfDate, ResidenceRule.BelongsToUnitThere)]
    public async Task RandomRegister_WhenRecounted_HasNoDifference(int seed, int? ageTo, AgeReference age, ResidenceRule residence)
    {
        await AddDefinitionAsync(ageTo, age, residence);
        await RandomRegister.CreateAsync(_database, seed);

        var verification = await _database.Send(new VerifyFigures());

        Assert.Empty(verification.Differences);
        Assert.InRange(verification.PointsChecked, 500, int.MaxValue);
    }

    [Fact]
    public async Task PlantedDifferences_WhenVerified_AreNamed()
    {
        var register = await RandomRegister.CreateAsync(_database, 21);
        var commune = register.LocalityOf(TestRegister.CaiKhe);
        await PlantAsync("UPDATE SeriesPoints SET People = People + 1 WHERE rowid = (SELECT MIN(rowid) FROM SeriesPoints WHERE Reason = 0 AND OrganizationId = 0 AND LocalityId = {0})", commune);
        await PlantAsync("DELETE FROM SeriesPoints WHERE rowid = (SELECT MIN(rowid) FROM SeriesPoints WHERE Reason = 3 AND OrganizationId = 0 AND LocalityId = {0})", commune);
        await PlantAsync("INSERT INTO SeriesPoints SELECT DefinitionId, OrganizationId, LocalityId, 7, '2019-01-01', 5, 5 FROM SeriesPoints WHERE LocalityId = {0} LIMIT 1", commune);

        var differences = (await _database.Send(new VerifyFigures())).Differences;

        Assert.All(differences, difference => Assert.Equal(commune, difference.LocalityId));
        var wrong = Assert.Single(differences, difference => difference.Reason == CountingReason.Counted);
        Assert.Equal(wrong.Stored, wrong.Counted! with { People = wrong.Counted.People + 1 });
        Assert.Null(Assert.Single(differences, difference => difference.Reason == CountingReason.NoActiveMembership).Stored);
        Assert.Null(Assert.Single(differences, difference => difference.Reason == CountingReason.AboveAge).Counted);
    }

    [Fact]
    public async Task ACommuneThatWasNotRecounted_WhenVerified_IsFound()
    {
        var register = new TestRegister(_database);
        await register.AddMembersAsync(TestRegister.TanAn, 1, "HND");

        var differences = (await _database.Send(new VerifyFigures())).Differences;

        Assert.All(differences, difference => Assert.Equal((register.LocalityOf(TestRegister.TanAn), null), (difference.LocalityId, difference.Stored)));
        Assert.Contains(differences, difference => difference.Counted == new PointTotals(1, 1));
    }

    private Task<int> PlantAsync(string sql, long commune) => _database.With(db => db.Database.ExecuteSqlRawAsync(sql, commune));

    private Task<int> AddDefinitionAsync(int? ageTo, AgeReference age, ResidenceRule residence) => _database.With(db =>
    {
        db.Add(new IndicatorDefinition
        {
            Code = "other",
            Version = 1,
            Name = "Khác",
            Note = "",
            CountingUnit = CountingUnit.People,
            AgeFrom = 15,
            AgeTo = ageTo,
            AgeReference = age,
            ResidenceRule = residence,
            CountedOrganizations = ["HND", "DTN"],
            IsCounted = true,
        });
        return db.SaveChangesAsync();
    });
}
