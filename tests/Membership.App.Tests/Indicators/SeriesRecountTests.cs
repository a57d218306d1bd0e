using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Indicators;

public sealed class SeriesRecountTests : IAsyncLifetime
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
    public async Task TouchedPeople_ConcernWhereTheyEverLivedAndBelonged()
    {
        var touched = await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.NinhKieu), new NewMembership("CD", null)));
        await _register.AddMembersAsync(TestRegister.TanAn, 1, "HND");
        await using var connection = await _database.OpenConnectionAsync();
        await ExecuteAsync(connection, $"CREATE TEMP TABLE TouchedPeople (PersonId INTEGER PRIMARY KEY); INSERT INTO TouchedPeople VALUES ({touched})");

        var communes = await SeriesRecount.CommunesOfPeopleAsync(connection, CancellationToken.None);

        Assert.Equal([_register.LocalityOf(TestRegister.CaiKhe), _register.LocalityOf(TestRegister.NinhKieu)], communes.Order());
    }

    [Fact]
    public async Task OneCommune_WhenRecounted_LeavesTheOthersAlone()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 1, "HND");
        await _register.AddMembersAsync(TestRegister.TanAn, 1, "HND");
        await using var connection = await _database.OpenConnectionAsync();

        await SeriesRecount.RecountAsync(connection, [_register.LocalityOf(TestRegister.TanAn)], CancellationToken.None);

        var communes = await _database.With(db => db.SeriesPoints.Select(point => point.LocalityId).Distinct().ToListAsync());
        Assert.Equal([_register.LocalityOf(TestRegister.TanAn)], communes);
    }

    [Fact]
    public async Task SeveralCommunes_WhenCountedTogetherByTwoConnections_AreAsEachAlone()
    {
        await RandomRegister.CreateAsync(_database, seed: 31, people: 60);
        var alone = await StoredAsync();
        await using var connection = await _database.OpenConnectionAsync();
        await using var beside = await _database.OpenConnectionAsync();
        await ExecuteAsync(connection, "DELETE FROM SeriesPoints");

        SeriesRecount.Replace(connection, SeriesRecount.Count([connection, beside], alone.Select(point => point.Commune).ToHashSet(), peopleAtOnce: 7));

        Assert.Equal(alone, await StoredAsync());
    }

    [Fact]
    public async Task Points_WhenRecounted_AreWrittenOnlyWhereTheyDiffer()
    {
        await RandomRegister.CreateAsync(_database, seed: 32, people: 60);
        var right = await StoredAsync();
        var communes = right.Select(point => point.Commune).ToHashSet();
        await using var connection = await _database.OpenConnectionAsync();
        await ExecuteAsync(connection, """
            UPDATE SeriesPoints SET People = People + 1 WHERE rowid = (SELECT MIN(rowid) FROM SeriesPoints);
            UPDATE SeriesPoints SET Memberships = Memberships + 1 WHERE rowid = (SELECT MIN(rowid) + 1 FROM SeriesPoints);
            DELETE FROM SeriesPoints WHERE rowid = (SELECT MAX(rowid) FROM SeriesPoints);
            INSERT INTO SeriesPoints SELECT DefinitionId, OrganizationId, LocalityId, Reason, '1999-12-31', 5, 5 FROM SeriesPoints LIMIT 1;
            """);

        var counted = SeriesRecount.Count([connection], communes);
        SeriesRecount.Replace(connection, counted);

        Assert.Equal((3, 1), (counted.Other.Count, counted.Gone.Count));
        Assert.Equal(right, await StoredAsync());
        Assert.Empty(SeriesRecount.Count([connection], communes).Other);
    }

    [Fact]
    public async Task Transaction_WhenRolledBack_KeepsTheOldSeries()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 1, "HND");
        await using var connection = await _database.OpenConnectionAsync();
        await using (var transaction = connection.BeginTransaction())
            await SeriesRecount.RecountAllAsync(connection, CancellationToken.None);

        Assert.False(await _database.With(db => db.SeriesPoints.AnyAsync()));
    }

    private async Task<List<(long Commune, long Definition, long Organization, CountingReason Reason, DateOnly Day, long People, long Memberships)>> StoredAsync()
    {
        var points = await _database.With(db => db.SeriesPoints.AsNoTracking().ToListAsync());
        return [.. points.Select(point => (point.LocalityId, point.DefinitionId, point.OrganizationId, point.Reason, point.Day, point.People, point.Memberships)).Order()];
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
