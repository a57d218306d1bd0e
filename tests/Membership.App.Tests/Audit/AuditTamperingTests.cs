using System.Text;
using Membership.App.Audit;
using Membership.Testing;

namespace Membership.App.Tests.Audit;

/// <summary>Whatever byte is not as it was written is found. What was changed is put back, and all is well again.</summary>
public sealed class AuditTamperingTests : IAsyncLifetime
{
    private static readonly string[] Columns = [.. AuditWriting.Columns, "Hash"];

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await SomeLog.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Entry_WhenAnyByteOfAnyColumnIsFlipped_IsFound(int seed)
    {
        var random = new Random(seed);
        var ids = (await _database.EntriesAsync()).ConvertAll(entry => entry.Id);
        foreach (var id in ids)
        {
            foreach (var column in Columns)
            {
                var stored = await ReadAsync("AuditEntries", column, id);
                var id2 = await WriteAsync("AuditEntries", column, id, Flipped(stored, random));

                var found = (await _database.VerifyAsync()).Breaks;

                Assert.True(found.Count > 0, $"{column} of {id}: {stored}");
                Assert.Contains(found, one => one.EntryId == id);
                await WriteAsync("AuditEntries", column, id2, stored);
            }
        }

        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Head_WhenAnyByteIsFlipped_IsFound()
    {
        foreach (var column in new[] { "Id", "Entries", "LastHash", "Seal" })
        {
            var stored = await ReadAsync("AuditHeads", column, 1);
            for (var seed = 0; seed < 10; seed++)
            {
                var id = await WriteAsync("AuditHeads", column, 1, Flipped(stored, new Random(seed)));

                var found = (await _database.VerifyAsync()).Breaks;

                Assert.Contains(found, one => one.Kind == AuditBreakKind.HeadChanged);
                await WriteAsync("AuditHeads", column, id, stored);
            }
        }

        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    /// <summary>One bit of one byte; what is nothing becomes something.</summary>
    private static object? Flipped(object? stored, Random random)
    {
        switch (stored)
        {
            case long number:
                return number ^ (1L << random.Next(40, 62));
            case string { Length: > 0 } text:
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            default:
                return random.Next(2) == 0 ? "" : 0L;
        }
    }

    private async Task<object?> ReadAsync(string table, string column, long id)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"{column}\" FROM {table} WHERE Id = {id}";
        return await command.ExecuteScalarAsync() is var value && value is DBNull ? null : value;
    }

    /// <summary>Bytes are put in as the text they are, valid or not. Gives the row's id afterwards.</summary>
    private async Task<long> WriteAsync(string table, string column, long id, object? value)
    {
        await _database.TamperAsync($"UPDATE {table} SET \"{column}\" = {(value is byte[]? "CAST(@value AS TEXT)" : "@value")} WHERE Id = {id}", ("@value", value));
        return column == "Id" ? (long)value! : id;
    }
}
