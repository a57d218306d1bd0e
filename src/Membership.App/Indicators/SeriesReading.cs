using System.Data.Common;
using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>The numerator of one commune on one day. Only communes with a register there and then have one.</summary>
internal sealed record CommuneCount(long LocalityId, DateOnly Day, long People, long Memberships);

/// <summary>People of one commune with one reason.</summary>
internal sealed record CommuneReasonCount(long LocalityId, CountingReason Reason, long People);

/// <summary>People of one commune with one reason: who is counted by organization, who is not of all together.</summary>
internal sealed record CommuneCell(long LocalityId, DateOnly Day, long OrganizationId, CountingReason Reason, long People, long Memberships);

/// <summary>The communes whose figures are wanted for a day.</summary>
internal sealed record AskedDay(DateOnly Day, IReadOnlyCollection<long> Communes);

/// <summary>Reads figures by seeking each series' last point not after the day: the cost depends on communes and days, not on people.</summary>
internal sealed class SeriesReading(MembershipDb db)
{
    // MATERIALIZED: the json is taken apart once, not again for each commune and day.
    private static readonly string CountsSql = $"""
        WITH days AS MATERIALIZED (
            SELECT json_extract(value, '$.Day') AS Day, json_extract(value, '$.Communes') AS Communes FROM json_each(@asked)),
        asked AS MATERIALIZED (
            SELECT c.value AS Commune, d.Day FROM days d, json_each(d.Communes) c
            WHERE EXISTS (SELECT 1 FROM SeriesPoints s
                WHERE s.LocalityId = c.value AND s.DefinitionId = @definition AND s.OrganizationId = @organization))
        SELECT asked.Commune, asked.Day, COALESCE(point.People, 0) AS People, COALESCE(point.Memberships, 0)
        FROM asked LEFT JOIN SeriesPoints point ON point.rowid = ({Last("0")})
        WHERE point.People > 0 OR EXISTS (
            SELECT 1 FROM (VALUES (1), (2), (3), (4), (5), (6), (7)) reason
            JOIN SeriesPoints other ON other.rowid = ({Last("reason.column1")}) WHERE other.People > 0)
        """;

    private static readonly string ReasonsSql = $"""
        WITH asked AS (SELECT c.value AS Commune, @day AS Day FROM json_each(@communes) c)
        SELECT asked.Commune, reason.column1, point.People
        FROM asked, (VALUES (0), (1), (2), (3), (4), (5), (6), (7)) reason
        JOIN SeriesPoints point ON point.rowid = ({Last("reason.column1")})
        WHERE point.People > 0
        """;

    private static readonly string AllCountsSql = $"""
        WITH days AS MATERIALIZED (
            SELECT json_extract(value, '$.Day') AS Day, json_extract(value, '$.Communes') AS Communes FROM json_each(@asked)),
        asked AS MATERIALIZED (
            SELECT c.value AS Commune, d.Day FROM days d, json_each(d.Communes) c
            WHERE EXISTS (SELECT 1 FROM SeriesPoints s WHERE s.LocalityId = c.value AND s.DefinitionId = @definition)),
        kinds AS MATERIALIZED (
            SELECT 0 AS Organization, column1 AS Reason FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7))
            UNION ALL SELECT Id, 0 FROM Organizations)
        SELECT asked.Commune, asked.Day, kinds.Organization, kinds.Reason, point.People, point.Memberships
        FROM asked, kinds JOIN SeriesPoints point ON point.rowid = ({Last("kinds.Reason", "kinds.Organization")})
        WHERE point.People > 0
        """;

    public Task<List<CommuneCount>> CountsAsync(AskedFigure asked, IEnumerable<AskedDay> days, CancellationToken cancellationToken) =>
        ReadAsync(CountsSql, asked.Definition, [OrganizationOf(asked), DaysOf(days)], CountOf, cancellationToken);

    /// <summary>All organizations at once; what is nobody is left out.</summary>
    public Task<List<CommuneCell>> AllCountsAsync(IndicatorDefinition definition, IEnumerable<AskedDay> days, CancellationToken cancellationToken) =>
        ReadAsync(AllCountsSql, definition, [DaysOf(days)], CellOf, cancellationToken);

    /// <summary>Everyone in the system of these communes on the day, by reason.</summary>
    public Task<List<CommuneReasonCount>> ReasonsAsync(AskedFigure asked, IEnumerable<long> communes, CancellationToken cancellationToken) =>
        ReadAsync(ReasonsSql, asked.Definition, [OrganizationOf(asked), new("@communes", JsonSerializer.Serialize(communes)), new("@day", asked.AsOf.ToIso())], ReasonOf, cancellationToken);

    private static SqliteParameter OrganizationOf(AskedFigure asked) => new("@organization", asked.OrganizationId);

    private static SqliteParameter DaysOf(IEnumerable<AskedDay> days) => new("@asked", JsonSerializer.Serialize(days));

    private static string Last(string reason, string organization = "@organization") => $"""
        SELECT rowid FROM SeriesPoints s
        WHERE s.LocalityId = asked.Commune AND s.DefinitionId = @definition AND s.OrganizationId = {organization}
          AND s.Reason = {reason} AND s.Day <= asked.Day
        ORDER BY s.Day DESC LIMIT 1
        """;

    private static CommuneCount CountOf(DbDataReader row) =>
        new(row.GetInt64(0), row.Day(1), row.GetInt64(2), row.GetInt64(3));

    private static CommuneCell CellOf(DbDataReader row) =>
        new(row.GetInt64(0), row.Day(1), row.GetInt64(2), (CountingReason)row.GetInt32(3), row.GetInt64(4), row.GetInt64(5));

    private static CommuneReasonCount ReasonOf(DbDataReader row) => new(row.GetInt64(0), (CountingReason)row.GetInt32(1), row.GetInt64(2));

    private async Task<List<T>> ReadAsync<T>(
        string sql, IndicatorDefinition definition, SqliteParameter[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        command.Parameters.Add(new SqliteParameter("@definition", definition.Id));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(read(rows));

        return found;
    }
}
