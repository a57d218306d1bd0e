using Membership.App.Indicators;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// A commit played through on copies, to see what it would do to the figures. The people of the communes concerned are copied to
/// temporary tables that stand before the register's own, and the same code that commits writes to them; nobody has to wait
/// for it and nothing of it stays.
/// </summary>
internal sealed class ImportRehearsal(ImportFiles files, ImportPublishing publishing)
{
    /// <summary>Communes of the known people whom the rows mean.</summary>
    private const string CommunesOfKnown = $"""
        CREATE TEMP TABLE {SeriesRecount.TouchedPeople} AS
        SELECT PersonId FROM staging.Rows WHERE PersonId IS NOT NULL AND (Verdict = 2 OR Decision = 2)
        """;

    /// <summary>Whom a full list does not name and who leave: where they live is recounted too.</summary>
    private const string AddLeaving = $"INSERT INTO temp.{SeriesRecount.TouchedPeople} SELECT PersonId FROM staging.Missing WHERE Reason IS NOT NULL";

    private const string FindPeople = """
        CREATE TEMP TABLE CopiedPeople (PersonId INTEGER PRIMARY KEY);
        INSERT OR IGNORE INTO CopiedPeople SELECT PersonId FROM main.Residences WHERE LocalityId IN (SELECT value FROM json_each(@communes));
        INSERT OR IGNORE INTO CopiedPeople SELECT m.PersonId FROM main.Memberships m JOIN main.OrganizationUnits u ON u.Id = m.UnitId
            WHERE u.LocalityId IN (SELECT value FROM json_each(@communes));
        """;

    /// <summary>What a commit writes, and which of its rows it needs for that.</summary>
    private static readonly (string Table, string Rows)[] Copied =
    [
        ("People", "Id IN (SELECT PersonId FROM CopiedPeople)"),
        ("Residences", "PersonId IN (SELECT PersonId FROM CopiedPeople)"),
        ("Memberships", "PersonId IN (SELECT PersonId FROM CopiedPeople)"),
        ("OrganizationUnits", "1"),
        ("ImportedRows", "ImportId = @import"),
        ("SeriesPoints", "1"),
        ("RegisterStates", "1"),
        ("PersonChanges", "0"),
        ("ImportImages", "0"),
    ];

    /// <summary>A connection on which the register is as it would be after the commit, with the communes that it would touch.</summary>
    public async Task<(SqliteConnection Register, IReadOnlyCollection<long> Communes)> PlayAsync(
        MemberImport import, Func<SqliteConnection, ListContext> listOf, CancellationToken cancellationToken)
    {
        var register = await files.OpenRegisterWithStagingAsync(import.Id, cancellationToken);
        try
        {
            // Copies refer to tables that are not copied; and a large commune does not belong in memory.
            Execute(register, "PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE", import.Id);
            var list = listOf(register);
            Execute(register, CommunesOfKnown, import.Id);
            if (import.Choices.Mode == ListMode.Full)
                Execute(register, AddLeaving, import.Id);
            var communes = (await SeriesRecount.CommunesOfPeopleAsync(register, cancellationToken)).Union(list.RelatedCommunes).ToArray();
            Execute(register, $"DROP TABLE {SeriesRecount.TouchedPeople}", import.Id);
            Execute(register, FindPeople, import.Id, ("@communes", System.Text.Json.JsonSerializer.Serialize(communes)));
            foreach (var (table, rows) in Copied)
                Copy(register, table, rows, import.Id);

            var touched = await publishing.RehearseAsync(register, import, list, cancellationToken);
            return (register, touched);
        }
        catch
        {
            await register.DisposeAsync();
            throw;
        }
    }

    /// <summary>With its keys and indexes, so that the copy is as quick as the original.</summary>
    private static void Copy(SqliteConnection register, string table, string rows, long importId)
    {
        foreach (var definition in Definitions(register, table))
            Execute(register, definition, importId);
        Execute(register, $"INSERT INTO temp.{table} SELECT * FROM main.{table} WHERE {rows}", importId);
    }

    private static List<string> Definitions(SqliteConnection register, string table)
    {
        using var command = register.CreateCommand();
        command.CommandText = "SELECT sql FROM main.sqlite_master WHERE tbl_name = @table AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC";
        command.Parameters.AddWithValue("@table", table);
        using var reader = command.ExecuteReader();
        var definitions = new List<string>();
        while (reader.Read())
        {
            definitions.Add(reader.GetString(0)
                .Replace("CREATE TABLE ", "CREATE TEMP TABLE ", StringComparison.Ordinal)
                .Replace("INDEX \"", "INDEX temp.\"", StringComparison.Ordinal));
        }

        return definitions;
    }

    private static void Execute(SqliteConnection register, string sql, long importId, params (string Name, object Value)[] parameters)
    {
        using var command = register.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@import", importId);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
