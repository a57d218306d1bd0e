using System.Collections.Concurrent;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>
/// Computes whole communes' series anew from the register and replaces what differs, in the caller's transaction: after anything of
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

    /// <summary>Enough that few statements are needed, few enough that all connections have something to do until the end.</summary>
    private const int PeopleAtOnce = 4_000;

    private const string StoredSql = "SELECT DefinitionId, OrganizationId, Reason, Day, People, Memberships FROM SeriesPoints WHERE LocalityId = ?";

    private const string WriteSql = """
        INSERT INTO SeriesPoints (LocalityId, DefinitionId, OrganizationId, Reason, Day, People, Memberships)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (LocalityId, DefinitionId, OrganizationId, Reason, Day) DO UPDATE SET People = excluded.People, Memberships = excluded.Memberships
        """;

    private const string DeleteSql =
        "DELETE FROM SeriesPoints WHERE LocalityId = ? AND DefinitionId = ? AND OrganizationId = ? AND Reason = ? AND Day = ?";

    /// <summary>
    /// The communes that the people of <see cref="TouchedPeople"/> have to do with. When a residence or a membership is deleted
    /// or moved to another unit, ask before as well as after.
    /// </summary>
    public static Task<IReadOnlyCollection<long>> CommunesOfPeopleAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        IdsAsync(connection, CommunesSql, cancellationToken);

    /// <summary>Commune by commune: all series at once would not fit in a small memory.</summary>
    public static async Task RecountAllAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        foreach (var communeId in await IdsAsync(connection, AllCommunesSql, cancellationToken))
            await RecountAsync(connection, [communeId], cancellationToken);
    }

    /// <param name="connection">Open; its pending transaction, if any, is the one written in.</param>
    public static Task RecountAsync(SqliteConnection connection, IReadOnlyCollection<long> communeIds, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Replace(connection, Count([connection], communeIds));
        return Task.CompletedTask;
    }

    /// <summary>
    /// What a recount would write. Reads only: to be written while nothing of the register has changed. Each person is read once, however
    /// many of the communes she has to do with: since July 2025 that is two for nearly everybody.
    /// </summary>
    /// <param name="connections">To the same register, outside of transactions if they are several; each reads people beside the others.</param>
    /// <param name="peopleAtOnce">Whom a connection takes before it asks for more.</param>
    public static CountedSeries Count(
        IReadOnlyList<SqliteConnection> connections, IReadOnlyCollection<long> communeIds, int peopleAtOnce = PeopleAtOnce)
    {
        var definitions = CountedDefinition.ReadAll(connections[0]);
        var communes = communeIds.ToHashSet();
        var waiting = new ConcurrentQueue<long[]>(HistoryReading.PeopleOf(connections[0], communes).Order().Chunk(peopleAtOnce));
        var sums = new ConcurrentBag<List<CommuneSeries>>();
        Parallel.ForEach(connections, connection => sums.Add(SeriesOf(Histories(connection, waiting), communes, definitions)));
        return Against(Stored(connections[0], communes), sums.Aggregate(Together).SelectMany(series => series.Points()));
    }

    /// <summary>In the connection's pending transaction.</summary>
    public static void Replace(SqliteConnection connection, CountedSeries counted)
    {
        using var delete = new RepeatedStatement(connection, DeleteSql);
        foreach (var point in counted.Gone)
            delete.Run([point.LocalityId, point.DefinitionId, point.OrganizationId, (long)point.Reason, point.Day.ToIso()]);

        using var write = new RepeatedStatement(connection, WriteSql);
        foreach (var point in counted.Other)
        {
            write.Run(
            [
                point.LocalityId, point.DefinitionId, point.OrganizationId, (long)point.Reason, point.Day.ToIso(),
                point.People, point.Memberships,
            ]);
        }
    }

    /// <summary>Of all people whom no other connection has taken before.</summary>
    private static IEnumerable<PersonHistory> Histories(SqliteConnection connection, ConcurrentQueue<long[]> waiting)
    {
        while (waiting.TryDequeue(out var people))
        {
            foreach (var person in HistoryReading.Of(connection, people))
                yield return person;
        }
    }

    /// <summary>One for each definition.</summary>
    private static List<CommuneSeries> SeriesOf(
        IEnumerable<PersonHistory> people, IReadOnlySet<long> communes, IReadOnlyList<CountedDefinition> definitions)
    {
        var counts = definitions
            .Select(counted => (Rule: new ParticipationRule(counted.Definition, counted.Organizations), Series: new CommuneSeries(counted.Definition.Id, communes)))
            .ToList();
        foreach (var person in people)
        {
            foreach (var (rule, series) in counts)
                series.Add(rule.SegmentsOf(person));
        }

        return counts.ConvertAll(count => count.Series);
    }

    private static List<CommuneSeries> Together(List<CommuneSeries> one, List<CommuneSeries> other)
    {
        foreach (var (sum, others) in one.Zip(other))
            sum.Add(others);
        return one;
    }

    private static Dictionary<PointKey, (long People, long Memberships)> Stored(SqliteConnection connection, IEnumerable<long> communeIds)
    {
        var stored = new Dictionary<PointKey, (long, long)>();
        foreach (var communeId in communeIds)
        {
            using var rows = new RepeatedReading(connection, StoredSql, communeId);
            while (rows.Read())
            {
                var key = new PointKey(communeId, rows.Number(0), rows.Number(1), (CountingReason)rows.Number(2), rows.Day(3));
                stored.Add(key, (rows.Number(4), rows.Number(5)));
            }
        }

        return stored;
    }

    private static CountedSeries Against(Dictionary<PointKey, (long People, long Memberships)> stored, IEnumerable<SeriesPoint> counted)
    {
        var other = new List<SeriesPoint>();
        foreach (var point in counted)
        {
            if (!stored.Remove(PointKey.Of(point), out var totals) || totals != (point.People, point.Memberships))
                other.Add(point);
        }

        return new CountedSeries(other, stored.Keys);
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

/// <summary>The series of communes as they must be, by where they are not so: most days of a commune stay as they are.</summary>
/// <param name="Other">Points that are missing or have other totals.</param>
/// <param name="Gone">Points that must not be there.</param>
public sealed record CountedSeries(IReadOnlyCollection<SeriesPoint> Other, IReadOnlyCollection<PointKey> Gone);

/// <summary>Where a point stands.</summary>
public readonly record struct PointKey(long LocalityId, long DefinitionId, long OrganizationId, CountingReason Reason, DateOnly Day)
{
    public static PointKey Of(SeriesPoint point) => new(point.LocalityId, point.DefinitionId, point.OrganizationId, point.Reason, point.Day);
}
