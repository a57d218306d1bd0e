using System.Globalization;
using System.Runtime.CompilerServices;
using Membership.App.Database;
using Membership.App.Keys;
using Microsoft.Data.Sqlite;

namespace Membership.App.Audit;

/// <summary>
/// How many entries the log has and the last one's hash, kept outside of the database as well, in a file beside the keys. Whoever puts an
/// older database in place, or shortens the log and gives it an older head, has a log that the file does not fit. The file is
/// written after each commit that wrote entries, once these are on the disk: a process that dies in between leaves it behind the
/// log, which is in order; ahead of the log it never is.
/// </summary>
public sealed class LogHeads(DataFolder folder, KeyRing keys, AuditChain chain)
{
    private const string Claim = "keys/log-head";
    private const int ClaimAttempts = 200;
    private static readonly TimeSpan BetweenClaimAttempts = TimeSpan.FromMilliseconds(5);

    private readonly ConditionalWeakTable<SqliteTransaction, LogGrowth> _waiting = [];
    private readonly Lock _inProcess = new();

    internal string HeadFile => Path.Combine(folder.KeyFolder, "log-head");

    /// <summary>Whether the log was found to go on from the file when the program started.</summary>
    public bool FitsSinceStart { get; private set; } = true;

    /// <summary>Entries were appended in a transaction that is still to be committed.</summary>
    internal void Appended(SqliteTransaction transaction, LogHead before, LogHead after)
    {
        var first = _waiting.TryGetValue(transaction, out var earlier) ? earlier.Before : before;
        _waiting.AddOrUpdate(transaction, new LogGrowth(first, after));
    }

    /// <summary>What the transaction appended is in the database: the file follows.</summary>
    internal void Committed(SqliteTransaction transaction)
    {
        if (!_waiting.TryGetValue(transaction, out var growth))
            return;

        _waiting.Remove(transaction);
        Exclusively(() => Follow(growth));
    }

    /// <summary>Null when there is none, or none that this installation wrote.</summary>
    internal LogHead? Read() =>
        TryReadAll() is [var entries, var hash, var seal] && long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && seal == chain.OutsideSeal(count, hash)
            ? new LogHead(count, hash)
            : null;

    /// <summary>
    /// Whether the log goes on from where the file knows it to have been. To be asked before a state of the log is read, not after:
    /// the file may be behind that, never ahead.
    /// </summary>
    internal LogHeadStanding StandingOf(LogHead? outside, SqliteConnection connection) => outside switch
    {
        null when File.Exists(HeadFile) => LogHeadStanding.Changed,
        null => keys.KeepsLogHead ? LogHeadStanding.Missing : LogHeadStanding.NotBegun,
        { Entries: 0 } => LogHeadStanding.Fits,
        _ => HashOf(outside.Entries, connection) == outside.LastHash ? LogHeadStanding.Fits : LogHeadStanding.Shortened,
    };

    /// <summary>At start: makes the file of a folder that never had one, brings it up after a process that died, and holds the log against it.</summary>
    internal void Begin(SqliteConnection connection)
    {
        var outside = Read();
        var standing = StandingOf(outside, connection);
        if (standing is LogHeadStanding.NotBegun or LogHeadStanding.Fits && SealedHead(connection) is { Entries: > 0 } head && head.Entries > (outside?.Entries ?? 0))
            Exclusively(() => Follow(new LogGrowth(outside ?? head, head)));
        FitsSinceStart = standing is LogHeadStanding.NotBegun or LogHeadStanding.Fits;
    }

    /// <summary>Takes the log for the right one as it is, whatever the file says.</summary>
    internal void Accept(SqliteConnection connection)
    {
        if (SealedHead(connection) is { } head)
            Exclusively(() => Write(head));
    }

    /// <summary>Another process that has it for long is writing it: the file stays behind, which is in order, and the next save brings it up.</summary>
    private void Exclusively(Action write)
    {
        lock (_inProcess)
        {
            for (var attempt = 0; attempt < ClaimAttempts; attempt++)
            {
                using var claim = folder.TryClaim(Claim);
                if (claim is not null)
                {
                    write();
                    return;
                }

                Thread.Sleep(BetweenClaimAttempts);
            }
        }
    }

    private void Follow(LogGrowth growth)
    {
        var outside = Read();
        if (outside is null ? IsFirst() : outside.Entries < growth.After.Entries && (outside == growth.Before || IsPart(outside)))
            Write(growth.After);
    }

    /// <summary>No file yet, in a folder that never had one: a file that is gone, or somebody's, is not written anew.</summary>
    private bool IsFirst() => !keys.KeepsLogHead && !File.Exists(HeadFile);

    /// <summary>Others have written entries in between.</summary>
    private bool IsPart(LogHead outside)
    {
        using var connection = new SqliteConnection(SqliteSetup.ConnectionString(folder.DatabaseFile));
        connection.Open();
        return StandingOf(outside, connection) == LogHeadStanding.Fits;
    }

    private void Write(LogHead head)
    {
        BringToDisk();
        var next = HeadFile + ".new";
        var text = string.Create(CultureInfo.InvariantCulture, $"{head.Entries} {head.LastHash} {chain.OutsideSeal(head.Entries, head.LastHash)}");
        File.WriteAllText(next, text);
        File.Move(next, HeadFile, overwrite: true);
        keys.KeepLogHead();
    }

    /// <summary>A commit alone survives its process, not a power cut: then the file would be ahead of the log.</summary>
    private void BringToDisk()
    {
        try
        {
            using var log = File.OpenHandle(folder.DatabaseFile + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
            // Nothing is in it: SQLite has brought all of it to the database file.
        }
    }

    private string[]? TryReadAll()
    {
        try
        {
            return File.ReadAllText(HeadFile).Split(' ');
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static string? HashOf(long entry, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Hash FROM main.AuditEntries WHERE Id = @id";
        command.Parameters.AddWithValue("@id", entry);
        return command.ExecuteScalar() as string;
    }

    /// <summary>The database's own; null when it is not as this installation wrote it.</summary>
    internal LogHead? SealedHead(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Entries, LastHash, Seal FROM main.AuditHeads WHERE Id = 1";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetString(2) == chain.Seal(reader.GetInt64(0), reader.GetString(1))
            ? new LogHead(reader.GetInt64(0), reader.GetString(1))
            : null;
    }

    private sealed record LogGrowth(LogHead Before, LogHead After);
}

/// <summary>Where the log ends.</summary>
internal sealed record LogHead(long Entries, string LastHash);

/// <summary>How the file outside and the log stand to each other.</summary>
internal enum LogHeadStanding
{
    /// <summary>The folder has never had a file.</summary>
    NotBegun = 1,

    /// <summary>The log has all that the file knows of.</summary>
    Fits = 2,

    /// <summary>The log ends earlier, or is another one.</summary>
    Shortened = 3,

    /// <summary>The file is gone.</summary>
    Missing = 4,

    /// <summary>The file is nobody's.</summary>
    Changed = 5,
}
