using Membership.App.Database;
using Membership.Testing;
using Microsoft.Data.Sqlite;

namespace Membership.App.Tests.Database;

public sealed class LogEmptyingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AfterEachCommit_WhenDisposed_TheRegisterHasAllOfIt()
    {
        await using var writing = await _database.OpenConnectionAsync();
        await ExecuteAsync(writing, "PRAGMA wal_autocheckpoint = 0; CREATE TABLE Numbers (Number INTEGER)");
        await using (var log = new LogEmptying(writing.DataSource))
        {
            for (var number = 0; number < 20; number++)
            {
                await ExecuteAsync(writing, "INSERT INTO Numbers VALUES (1)");
                log.Begin();
            }
        }

        Assert.Equal(20, await CountWithoutLogAsync());
    }

    [Fact]
    public async Task ARegisterThatCannotBeOpened_StopsNobody()
    {
        await using var log = new LogEmptying(Path.Combine(_database.Folder.Root, "nowhere", "membership.db"));

        log.Begin();
    }

    /// <summary>Of a copy of the register's file alone.</summary>
    private async Task<long> CountWithoutLogAsync()
    {
        var copy = Path.Combine(_database.Folder.Root, "copy.db");
        File.Copy(_database.Folder.DatabaseFile, copy);
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Numbers";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
