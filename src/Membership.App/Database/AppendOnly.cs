using Microsoft.EntityFrameworkCore.Migrations;

namespace Membership.App.Database;

/// <summary>Makes the database itself refuse to change or remove a row.</summary>
internal static class AppendOnly
{
    public static void Create(MigrationBuilder migration, string table)
    {
        foreach (var moment in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"""
                CREATE TRIGGER {table}_AppendOnly_{moment} BEFORE {moment} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                """);
        }
    }
}
