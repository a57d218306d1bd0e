using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>
/// The whole register counted by SQL alone: each person is asked on each day on which anything of her changes, and the
/// changes are added up. Shares no code with <see cref="SeriesRecount"/>, which it checks.
/// </summary>
internal static class PointReplay
{
    private static readonly string ChangeDaysSql = $"""
        DROP TABLE IF EXISTS temp.ChangeDays;
        CREATE TEMP TABLE ChangeDays (PersonId INTEGER, Day TEXT, BirthDate TEXT, PRIMARY KEY (PersonId, Day)) WITHOUT ROWID;
        INSERT INTO ChangeDays
        SELECT days.PersonId, days.Day, p.BirthDate FROM (
            SELECT PersonId, "From" AS Day FROM Residences UNION SELECT PersonId, "To" FROM Residences
            UNION SELECT PersonId, "From" FROM Memberships UNION SELECT PersonId, "To" FROM Memberships
            UNION SELECT Id, {PlacementSql.Reaches("@ageFrom")} FROM People
            UNION SELECT Id, {PlacementSql.Reaches("@ageTo + 1")} FROM People) days
        JOIN People p ON p.Id = days.PersonId
        WHERE days.Day IS NOT NULL;
        """;

    private static readonly string CountSql = $"""
        DROP TABLE IF EXISTS temp.CountedPoints;
        CREATE TEMP TABLE CountedPoints (
            LocalityId INTEGER, Reason INTEGER, Day TEXT, People INTEGER, Memberships INTEGER, PRIMARY KEY (LocalityId, Reason, Day)) WITHOUT ROWID;
        INSERT INTO CountedPoints
        WITH placed AS MATERIALIZED ({PlacementSql.Placements("ChangeDays")}),
        changes AS (
            SELECT LocalityId, Reason, Day, 1 AS People, Memberships FROM placed
            UNION ALL
            SELECT LocalityId, Reason, (SELECT MIN(next.Day) FROM ChangeDays next WHERE next.PersonId = placed.PersonId AND next.Day > placed.Day), -1, -Memberships
            FROM placed),
        daily AS (
            SELECT LocalityId, Reason, Day, SUM(People) AS People, SUM(Memberships) AS Memberships FROM changes
            WHERE Day IS NOT NULL GROUP BY LocalityId, Reason, Day)
        SELECT LocalityId, Reason, Day,
            SUM(People) OVER (PARTITION BY LocalityId, Reason ORDER BY Day), SUM(Memberships) OVER (PARTITION BY LocalityId, Reason ORDER BY Day)
        FROM daily WHERE People <> 0 OR Memberships <> 0;
        """;

    private const string CompareSql = """
        WITH stored AS (
            SELECT LocalityId, Reason, Day, People, Memberships FROM SeriesPoints WHERE DefinitionId = @definition AND OrganizationId = @organization)
        SELECT s.LocalityId, s.Reason, s.Day, s.People, s.Memberships, c.People, c.Memberships
        FROM stored s LEFT JOIN CountedPoints c ON c.LocalityId = s.LocalityId AND c.Reason = s.Reason AND c.Day = s.Day
        WHERE c.People IS NOT s.People OR c.Memberships IS NOT s.Memberships
        UNION ALL
        SELECT c.LocalityId, c.Reason, c.Day, NULL, NULL, c.People, c.Memberships
        FROM CountedPoints c
        WHERE NOT EXISTS (SELECT 1 FROM SeriesPoints s WHERE s.LocalityId = c.LocalityId AND s.DefinitionId = @definition
            AND s.OrganizationId = @organization AND s.Reason = c.Reason AND s.Day = c.Day)
        ORDER BY 1, 2, 3
        """;

    public static void FindChangeDays(SqliteConnection connection, CountedDefinition definition) =>
        Execute(connection, ChangeDaysSql, PlacementSql.Parameters(definition.Definition, definition.Organizations, 0));

    public static void Count(SqliteConnection connection, CountedDefinition definition, long organizationId) =>
        Execute(connection, CountSql, PlacementSql.Parameters(definition.Definition, definition.Organizations, organizationId));

    /// <summary>Rows of locality, reason, day, stored people and memberships, counted people and memberships: those that differ.</summary>
    public static List<T> Compare<T>(SqliteConnection connection, CountedDefinition definition, long organizationId, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = CompareSql;
        command.Parameters.AddWithValue("@definition", definition.Definition.Id);
        command.Parameters.AddWithValue("@organization", organizationId);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(read(rows));

        return found;
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteParameter[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        command.ExecuteNonQuery();
    }
}
