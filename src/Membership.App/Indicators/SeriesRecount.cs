using System.Collections.Concurrent;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>
/// Computes whole communes' series anew from the register and replaces them, in the caller's transaction: after anything of
/// a person was written, each commune she ever lived in or belonged to a unit of must be recounted before the commit.
/// </summary>
public static class SeriesRecount
{
    /// <summary>Temporary table with one column PersonId, in which a writer names the people it touched.</summary>
    public const string TouchedPeople = "TouchedPeople";

    private const string CommunesSql = $"""
        SELECT LocalityId FROM Residences WHERE PersonId IN (SELECT PersonId FROM temp.{TouchedPeople})
        UNION
        SELECT u.LocalityId FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId
        WHERE m.PersonId IN (SELECT PersonId FROM temp.{TouchedPeople}) AND u.LocalityId IS NOT NULL
        """;

    /// <summary>The communes with anybody in the register, at any time.</summary>
    private const string AllCommunesSql = """
        SELECT Id FROM Localities l
        WHERE EXISTS (SELECT 1 FROM Residences r WHERE r.LocalityId = l.Id)
           OR EXISTS (SELECT 1 FROM OrganizationUnits u JOIN Memberships m ON m.UnitId = u.Id WHERE u.LocalityId = l.Id)
           OR EXISTS (SELECT 1 FROM SeriesPoints s WHERE s.LocalityId = l.Id)
        """;

    private const string InsertSql = """
        INSERT INTO SeriesPoints (LocalityId, DefinitionId, OrganizationId, Reason, Day, People, Memberships)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    /// <summary>
    /// The communes that the people of <see cref="TouchedPeople"/> have to do with. When a residence or a membership is deleted
    /// or moved to another unit, ask before as well as after.
    /// </summary>
    public static Task<IReadOnlyCollection<long>> CommunesOfPeopleAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        IdsAsync(connection, CommunesSql, cancellationToken);

    public static async Task RecountAllAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        await RecountAsync(connection, await IdsAsync(connection, AllCommunesSql, cancellationToken), cancellationToken);

    /// <param name="connection">Open; its pending transaction, if any, is the one written in.</param>
    public static Task RecountAsync(SqliteConnection connection, IReadOnlyCollection<long> communeIds, CancellationToken cancellationToken)
    {
        var definitions = CountedDefinition.ReadAll(connection);
        foreach (var communeId in communeIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Replace(connection, Count(connection, communeId, definitions));
        }

        return Task.CompletedTask;
    }

    /// <summary>What a recount would write. Reads only: to be written while nothing of the register has changed.</summary>
    /// <param name="connections">To the same register, outside of transactions; each counts communes beside the others.</param>
    public static IReadOnlyCollection<CountedCommune> Count(IReadOnlyList<SqliteConnection> connections, IReadOnlyCollection<long> communeIds)
    {
        var definitions = CountedDefinition.ReadAll(connections[0]);
        // The longest first: the others are counted meanwhile.
        var waiting = new ConcurrentQueue<long>(communeIds.OrderByDescending(communeId => ResidencesIn(connections[0], communeId)));
        var counted = new ConcurrentBag<CountedCommune>();
        Parallel.ForEach(connections, connection =>
        {
            while (waiting.TryDequeue(out var communeId))
                counted.Add(Count(connection, communeId, definitions));
        });
        return counted;
    }

    /// <summary>In the connection's pending transaction.</summary>
    public static void Replace(SqliteConnection connection, IEnumerable<CountedCommune> communes)
    {
        foreach (var commune in communes)
            Replace(connection, commune);
    }

    private static long ResidencesIn(SqliteConnection connection, long communeId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Residences WHERE LocalityId = @commune";
        command.Parameters.AddWithValue("@commune", communeId);
        return (long)command.ExecuteScalar()!;
    }

    private static CountedCommune Count(SqliteConnection connection, long communeId, IReadOnlyList<CountedDefinition> definitions) =>
        new(communeId, [.. SeriesOf(connection, communeId, definitions).SelectMany(series => series.Points())]);

    private static List<CommuneSeries> SeriesOf(SqliteConnection connection, long communeId, IReadOnlyList<CountedDefinition> definitions)
    {
        var counts = definitions
            .Select(counted => (Rule: new ParticipationRule(counted.Definition, counted.Organizations), Series: new CommuneSeries(counted.Definition.Id, communeId)))
            .ToList();
        foreach (var person in HistoryReading.OfCommune(connection, communeId))
        {
            foreach (var (rule, series) in counts)
                series.Add(rule.SegmentsOf(person));
        }

        return counts.ConvertAll(count => count.Series);
    }

    private static void Replace(SqliteConnection connection, CountedCommune counted)
    {
        using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM SeriesPoints WHERE LocalityId = @locality";
        delete.Parameters.AddWithValue("@locality", counted.LocalityId);
        delete.ExecuteNonQuery();

        using var insert = new RepeatedStatement(connection, InsertSql);
        foreach (var point in counted.Points)
        {
            insert.Run(
            [
                point.LocalityId, point.DefinitionId, point.OrganizationId, (long)point.Reason,
                point.Day.ToIso(), point.People, point.Memberships,
            ]);
        }
    }

    private static async Task<IReadOnlyCollection<long>> IdsAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
            ids.Add(rows.GetInt64(0));

        return ids;
    }
}

/// <summary>The series of a commune as they must be.</summary>
public sealed record CountedCommune(long LocalityId, IReadOnlyList<SeriesPoint> Points);
