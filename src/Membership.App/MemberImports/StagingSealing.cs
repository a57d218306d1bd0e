using System.Globalization;
using Membership.App.Keys;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// Brings a staging file to the ring's current key. Which key sealed it is in its header (PRAGMA user_version), 0 for one that was
/// written before anything was sealed.
/// </summary>
internal sealed class StagingSealing(FieldCipher cipher)
{
    private const int Plain = 0;

    /// <summary>What the files of the first release lack.</summary>
    private const string AddColumns = """
        ALTER TABLE Rows ADD COLUMN CitizenIdIndex TEXT;
        ALTER TABLE Rows ADD COLUMN PhoneIndex TEXT;
        ALTER TABLE Rows ADD COLUMN Ethnicity TEXT;
        ALTER TABLE Rows ADD COLUMN Religion TEXT;
        """;

    private const string AddBinding = "ALTER TABLE Rows ADD COLUMN Binding INTEGER; UPDATE Rows SET Binding = random()";

    public void Seal(string file, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        // Enough here, where rows are only ever added: what is overwritten below leaves nothing.
        Execute(connection, "PRAGMA secure_delete = ON");
        var keyId = KeyOf(connection);
        var state = keyId == Plain ? SealedState.Plain : SaysPlaces(connection) ? SealedState.Bound : SealedState.Unbound;
        if (keyId == cipher.CurrentKeyId && state == SealedState.Bound)
            return;

        using var transaction = connection.BeginTransaction();
        if (state == SealedState.Plain)
            Execute(connection, AddColumns);
        if (state != SealedState.Bound)
            Execute(connection, AddBinding);
        new ColumnSealing(cipher, transaction, state).Seal(StagedRowColumns.Sealed, cancellationToken);
        Execute(connection, SetKey(cipher.CurrentKeyId));
        transaction.Commit();
    }

    public static string SetKey(byte keyId) => $"PRAGMA user_version = {keyId}";

    private static int KeyOf(SqliteConnection connection) => Number(connection, "PRAGMA user_version");

    private static bool SaysPlaces(SqliteConnection connection) =>
        Number(connection, "SELECT EXISTS (SELECT 1 FROM pragma_table_info('Rows') WHERE name = 'Binding')") == 1;

    private static int Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
