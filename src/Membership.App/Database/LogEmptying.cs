using Microsoft.Data.Sqlite;

namespace Membership.App.Database;

/// <summary>
/// Brings the pages that a long write leaves in the write-ahead log to the register, beside the write, on a connection of its own.
/// Nobody waits for it; otherwise the next small write of anybody would have to do it.
/// </summary>
internal sealed class LogEmptying(string registerFile) : IAsyncDisposable
{
    private const string Empty = "PRAGMA wal_checkpoint(PASSIVE)";

    private Task _going = Task.CompletedTask;

    /// <summary>To be called after each commit; returns at once.</summary>
    public void Begin() => _going = EmptyAsync(_going);

    /// <summary>Returns when the register has all that was committed before the last beginning, unless somebody still reads an older state.</summary>
    public async ValueTask DisposeAsync() => await _going;

    private async Task EmptyAsync(Task earlier)
    {
        await earlier;
        await Task.Run(EmptyAsync);
    }

    private async Task EmptyAsync()
    {
        try
        {
            await using var beside = await SqliteSetup.OpenAloneAsync(registerFile, CancellationToken.None);
            await using var command = beside.CreateCommand();
            command.CommandText = Empty;
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException)
        {
            // What was written is in the register, whichever of its files it is in: with a full disk, somebody's later write empties the log.
        }
    }
}
