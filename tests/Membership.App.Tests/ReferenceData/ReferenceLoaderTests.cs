using Membership.App.Localities;
using Membership.App.ReferenceData;
using Membership.Domain.Indicators;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.ReferenceData;

public sealed class ReferenceLoaderTests : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName());
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        CopyData();
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton(new ReferenceFolder(_data)));
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Load_WhenNothingChanged_WritesNothing()
    {
        var before = await DumpAsync();

        var loaded = await LoadAsync();

        Assert.Empty(loaded);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_WhenEveryFileIsReadAgain_LeavesRowsAndIdsAsTheyWere()
    {
        var before = await DumpAsync();
        await ExecuteAsync("DELETE FROM ReferenceVersions");

        var loaded = await LoadAsync();

        Assert.Equal(8, loaded.Count);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_WhenAFileChanged_ChangesItsRowsAndKeepsTheirIds()
    {
        var before = await _database.With(db => db.Organizations.AsNoTracking().SingleAsync(organization => organization.Code == "HND"));
        Edit("organizations.csv", "Hội Nông dân,", "Nông dân,");

        var loaded = await LoadAsync();

        var after = await _database.With(db => db.Organizations.AsNoTracking().SingleAsync(organization => organization.Code == "HND"));
        Assert.Equal(["organizations.csv"], loaded);
        Assert.Equal((before.Id, "Nông dân"), (after.Id, after.ShortName));
    }

    [Fact]
    public async Task Load_WhenAFactWasRedated_KeepsTheLocalityAndDropsTheOldFact()
    {
        var before = await _database.With(db => db.Localities.AsNoTracking().SingleAsync(locality => locality.Key == "31135-2025"));
        Edit("localities/facts.csv", "31135-2025,31135,Phường Ninh Kiều,Ward,92-2019,2025-07-01,", "31135-2025,31135,Phường Ninh Kiều,Ward,92-2019,2025-07-02,");

        await LoadAsync();

        var after = await _database.With(db => db.Localities.AsNoTracking().SingleAsync(locality => locality.Key == "31135-2025"));
        var fact = await _database.With(db => db.LocalityFacts.SingleAsync(held => held.LocalityId == before.Id));
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(new DateOnly(2025, 7, 2), fact.ValidFrom);
    }

    [Fact]
    public async Task Load_WhenAPopulationFigureWasTypedIn_LeavesIt()
    {
        await _database.With(async db =>
        {
            var locality = await db.Localities.SingleAsync(held => held.Key == "31135-2025");
            db.Add(new PopulationFigure { LocalityId = locality.Id, AsOf = new DateOnly(2025, 6, 30), Value = 1, Source = "Công an phường" });
            return await db.SaveChangesAsync();
        });
        Edit("population.csv", ",119547,", ",119548,");

        await LoadAsync();

        var values = await _database.With(db => db.PopulationFigures
            .Where(figure => db.Localities.Any(locality => locality.Id == figure.LocalityId && locality.Key == "31135-2025"))
            .OrderBy(figure => figure.Value).Select(figure => figure.Value).ToListAsync());
        Assert.Equal([1, 119_548], values);
    }

    [Fact]
    public async Task Load_WhenAFileIsBroken_ChangesNothing()
    {
        Edit("organizations.csv", "Hội Nông dân,", "Nông dân,");
        Edit("targets.csv", "92-2019", "no-such-key");
        var before = await DumpAsync();

        await Assert.ThrowsAsync<KeyNotFoundException>(LoadAsync);

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Prepare_WhenTheFolderIsEmpty_MakesADatabaseThatAnswers()
    {
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        using (var connection = await _database.OpenConnectionAsync())
            SqliteConnection.ClearPool(connection);
        File.Delete(_database.Folder.DatabaseFile);

        await PrepareAsync();

        Assert.Equal("Phường Tân An", NameOfTanAn());
    }

    [Fact]
    public async Task Prepare_WhenANameChanged_MakesTheDirectoryKnow()
    {
        var before = NameOfTanAn();
        Edit("localities/facts.csv", "31147-2025,31147,Phường Tân An,", "31147-2025,31147,Phường Tân An Mới,");

        await PrepareAsync();

        Assert.Equal(("Phường Tân An", "Phường Tân An Mới"), (before, NameOfTanAn()));
    }

    private string? NameOfTanAn() => _database.Services.GetRequiredService<LocalityDirectory>().Find("31147", new DateOnly(2026, 1, 1))?.Name;

    private async Task PrepareAsync()
    {
        await using var scope = _database.NewScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> LoadAsync()
    {
        await using var scope = _database.NewScope();
        return await scope.ServiceProvider.GetRequiredService<ReferenceLoader>().LoadAsync(CancellationToken.None);
    }

    /// <summary>Every row of every table with its id, except when which file was loaded.</summary>
    private async Task<string> DumpAsync()
    {
        string[] tables =
            ["Organizations", "OrganizationRules", "Localities", "LocalityFacts", "LocalityChanges", "PopulationFigures", "IndicatorDefinitions", "Resolutions", "Targets"];
        var dump = new System.Text.StringBuilder();
        await using var connection = await _database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY Id";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                dump.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).Append('\n');
        }

        return dump.ToString();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private void CopyData()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "data");
        foreach (var file in Directory.EnumerateFiles(source, "*.csv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_data, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private void Edit(string name, string from, string to)
    {
        var file = Path.Combine(_data, name);
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }
}
