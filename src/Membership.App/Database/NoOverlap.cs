using Microsoft.EntityFrameworkCore.Migrations;

namespace Membership.App.Database;

/// <summary>Makes the database itself refuse two overlapping intervals [From, To) of the same owner, and an empty interval.</summary>
internal static class NoOverlap
{
    public static void Create(MigrationBuilder migration, string table, params string[] ownerColumns)
    {
        foreach (var moment in new[] { "INSERT", "UPDATE" })
            migration.Sql(Trigger(table, moment, ownerColumns));
    }

    private static string Trigger(string table, string moment, string[] ownerColumns)
    {
        var sameOwner = string.Join(" AND ", ownerColumns.Select(column => $"other.{column} = NEW.{column}"));
        return $"""
            CREATE TRIGGER {table}_NoOverlap_{moment} BEFORE {moment} ON {table}
            WHEN NEW."To" <= NEW."From" OR EXISTS (
                SELECT 1 FROM {table} other
                WHERE {sameOwner} AND other.Id <> COALESCE(NEW.Id, -1)
                  AND other."From" < COALESCE(NEW."To", '9999-12-31') AND NEW."From" < COALESCE(other."To", '9999-12-31'))
            BEGIN SELECT RAISE(ABORT, 'overlapping or empty interval in {table}'); END;
            """;
    }
}
