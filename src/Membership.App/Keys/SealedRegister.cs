using System.Globalization;
using System.Security.Cryptography;
using Membership.App.Database;
using Microsoft.Data.Sqlite;

namespace Membership.App.Keys;

/// <summary>
/// The sealed values of the database file as a whole. How far a file has come is in its own header (PRAGMA user_version), which
/// changes in the same transaction as the values.
/// </summary>
internal sealed class SealedRegister(FieldCipher cipher, DataFolder folder)
{
    /// <summary>Written by a release that kept numbers plain.</summary>
    private const int Plain = 0;

    /// <summary>Sealed; what stood there before is not yet removed from the files.</summary>
    private const int Sealed = 1;

    private const int Clean = 2;

    /// <summary>PRAGMA application_id of files whose sealed values say their places.</summary>
    public const int BoundMark = 0x4D424F55;

    /// <summary>Any number that nobody else has: it says nothing of her.</summary>
    private const string BindEverybody = "UPDATE main.People SET Binding = random()";

    /// <summary>Whether a database holds what only its own keys can open or prove.</summary>
    public static bool NeedsKeys(DataFolder folder)
    {
        if (!File.Exists(folder.DatabaseFile))
            return false;

        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(SqliteSetup.ConnectionString(folder.DatabaseFile)) { Pooling = false }.ToString());
        connection.Open();
        return Number(connection, "PRAGMA user_version") != Plain
            && (SealedTable.OfRegister.Any(table => Number(connection, $"SELECT EXISTS (SELECT 1 FROM {table.Name} WHERE {table.AnyValue})") == 1)
                || Number(connection, "SELECT EXISTS (SELECT 1 FROM AuditEntries)") == 1);
    }

    /// <summary>Whether nothing plain, and nothing that says no place, is left in the database and beside it.</summary>
    public async Task<bool> IsCleanAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        return Number(connection, "PRAGMA user_version") == Clean && StateOf(connection) == SealedState.Bound;
    }

    /// <summary>Whether its values are sealed, but do not say whose they are.</summary>
    public async Task<bool> IsUnboundAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        return StateOf(connection) == SealedState.Unbound;
    }

    /// <summary>Seals every value with the ring's current key, all or none; gives the rows written by table.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SealAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        Execute(connection, "PRAGMA secure_delete = ON; PRAGMA cache_size = -48000");
        await using var transaction = connection.BeginTransaction();
        var state = StateOf(connection);
        if (state != SealedState.Bound)
            Execute(connection, BindEverybody);
        var sealing = new ColumnSealing(cipher, transaction, state);
        var rows = SealedTable.OfRegister.ToDictionary(table => table.Name, table => sealing.Seal(table, cancellationToken));
        Execute(connection, $"PRAGMA user_version = {Sealed}; PRAGMA application_id = {BoundMark}");
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    /// <summary>Writes the file anew without what was overwritten or removed in it, and empties its log.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        Execute(connection, "VACUUM");
        Execute(connection, $"PRAGMA user_version = {Clean}");
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Tries people from both ends of the register, and users. Throws <see cref="KeyRingException"/> when the keys are of
    /// another database.</summary>
    public async Task EnsureOpensAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        try
        {
            foreach (var table in new[] { SealedTable.People, SealedTable.Users })
            {
                OpenOne(connection, table, "ASC");
                OpenOne(connection, table, "DESC");
            }
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            throw new KeyRingException(KeyRingProblem.OfAnotherDatabase);
        }
    }

    private void OpenOne(SqliteConnection connection, SealedTable table, string order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(column => column.Name))} FROM {table.Name} WHERE {table.AnyValue} ORDER BY {table.Key} {order} LIMIT 1";
        using var reader = command.ExecuteReader();
        var isThere = reader.Read();
        for (var column = 0; isThere && column < table.Columns.Length; column++)
            cipher.OpenOrNull(reader.SealedOrNull(column));
    }

    private static SealedState StateOf(SqliteConnection connection) => Number(connection, "PRAGMA user_version") switch
    {
        Plain => SealedState.Plain,
        _ => Number(connection, "PRAGMA application_id") == BoundMark ? SealedState.Bound : SealedState.Unbound,
    };

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
