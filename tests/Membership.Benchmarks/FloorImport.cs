using System.Globalization;
using Membership.App.Database;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.Benchmarks;

/// <summary>
/// The floor: reads the file with the same reader, parses the dates, skips known citizen numbers, inserts person and membership
/// with prepared commands into the same tables with the same indexes, in one transaction. Nothing else: no sealing (the plain numbers
/// stand in the indexed columns), no staging, no matching by name, no residence, no problems, no preview, no figures.
/// </summary>
internal static class FloorImport
{
    public static async Task RunAsync(string list, DataFolder folder)
    {
        await using var connection = await SqliteSetup.OpenAsync(folder.DatabaseFile, CancellationToken.None);
        Execute(connection, "DROP TRIGGER Memberships_NoOverlap_INSERT; DROP TRIGGER Memberships_NoOverlap_UPDATE; PRAGMA foreign_keys = OFF");
        await using var transaction = connection.BeginTransaction();
        using var known = Prepare(connection, "SELECT 1 FROM People WHERE CitizenIdIndex = @p0", 1);
        using var person = Prepare(
            connection,
            "INSERT INTO People (Id, FullName, FoldedName, NameOrderKey, NameBucket, Sex, BirthDate, CitizenIdIndex, PhoneIndex, PhoneBucket, RecordedAt, IsSample) VALUES (@p0, @p1, @p1, @p1, @p8, @p2, @p3, @p4, @p5, @p6, @p7, 0)",
            9);
        using var membership = Prepare(
            connection,
            """INSERT INTO Memberships (PersonId, OrganizationId, UnitId, "From", AdmittedOn, BeganBy, RecordedAt) VALUES (@p0, 1, 1, @p1, @p1, 1, @p2)""",
            3);
        using var workbook = Workbook.Open(File.OpenRead(list), list, new WorkbookLimits()).Value;
        var id = Convert.ToInt64(Scalar(connection, "SELECT COALESCE(MAX(Id), 0) FROM People"), CultureInfo.InvariantCulture);
        foreach (var row in workbook.Rows(workbook.Sheets[0].Name).Skip(1))
        {
            known.Parameters[0].Value = row[4].Text;
            if (row[4].Text.Length > 0 && known.ExecuteScalar() is not null)
                continue;

            Insert(person, ++id, row[1].Text, row[3].Text == "Nữ" ? 2 : 1, Date(row[2]), row[4].IsEmpty ? DBNull.Value : row[4].Text, row[5].Text, row[5].IsEmpty ? DBNull.Value : row[5].Text[^2..], "2026-01-01 00:00:00", Person.BucketOfName(row[1].Text));
            Insert(membership, id, row[8].IsEmpty ? "2025-12-31" : Date(row[8]), "2026-01-01 00:00:00");
        }

        transaction.Commit();
    }

    private static string Date(Cell cell) =>
        DateOnly.ParseExact(cell.Text, "dd/MM/yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 0; number < parameters; number++)
            command.Parameters.Add(new SqliteParameter($"@p{number}", null));
        return command;
    }

    private static void Insert(SqliteCommand command, params object[] values)
    {
        for (var number = 0; number < values.Length; number++)
            command.Parameters[number].Value = values[number];
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
