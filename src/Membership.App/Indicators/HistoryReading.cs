using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>Reads people with all of their history that figures depend on.</summary>
internal static class HistoryReading
{
    private const string ResidentsSql = "SELECT PersonId FROM Residences WHERE LocalityId = ?";

    private const string MembersSql = "SELECT PersonId FROM Memberships WHERE UnitId IN (SELECT Id FROM OrganizationUnits WHERE LocalityId = ?)";

    private const string AskForSql = """
        CREATE TEMP TABLE IF NOT EXISTS AskedPeople (PersonId INTEGER PRIMARY KEY);
        DELETE FROM AskedPeople;
        INSERT INTO AskedPeople SELECT value FROM json_each(@people);
        """;

    // CROSS JOIN: SQLite keeps this order of the tables, so that rows come by person without sorting.
    private const string PeopleSql = "SELECT a.PersonId, p.BirthDate FROM AskedPeople a CROSS JOIN People p ON p.Id = a.PersonId";

    private const string ResidencesSql = """
        SELECT a.PersonId, r.LocalityId, r."From", r."To" FROM AskedPeople a CROSS JOIN Residences r ON r.PersonId = a.PersonId
        """;

    private const string MembershipsSql = """
        SELECT a.PersonId, m.Id, m.OrganizationId, u.LocalityId, m."From", m."To"
        FROM AskedPeople a CROSS JOIN Memberships m ON m.PersonId = a.PersonId CROSS JOIN OrganizationUnits u ON u.Id = m.UnitId
        """;

    /// <summary>Everyone whom the figures of communes depend on, once: who ever lived in one or belonged to a unit there.</summary>
    public static IReadOnlyCollection<long> PeopleOf(SqliteConnection connection, IEnumerable<long> communeIds)
    {
        var people = new HashSet<long>();
        foreach (var communeId in communeIds)
        {
            people.UnionWith(Ids(connection, ResidentsSql, communeId));
            people.UnionWith(Ids(connection, MembersSql, communeId));
        }

        return people;
    }

    /// <summary>Three statements in the order of people run side by side, so that memory does not grow with their number.</summary>
    public static IEnumerable<PersonHistory> Of(SqliteConnection connection, IReadOnlyCollection<long> people)
    {
        AskFor(connection, people);
        using var residences = new RowsByPerson<ResidenceSpan>(new(connection, ResidencesSql), ResidenceOf);
        using var memberships = new RowsByPerson<MembershipSpan>(new(connection, MembershipsSql), MembershipOf);
        using var rows = new RepeatedReading(connection, PeopleSql);
        while (rows.Read())
        {
            var person = rows.Number(0);
            var birth = rows.TextOrNull(1) is { } text ? PartialDate.Parse(text) : (PartialDate?)null;
            yield return new PersonHistory(birth, residences.Of(person), memberships.Of(person));
        }
    }

    private static IEnumerable<long> Ids(SqliteConnection connection, string sql, long communeId)
    {
        using var rows = new RepeatedReading(connection, sql, communeId);
        while (rows.Read())
            yield return rows.Number(0);
    }

    private static void AskFor(SqliteConnection connection, IReadOnlyCollection<long> people)
    {
        using var command = connection.CreateCommand();
        command.CommandText = AskForSql;
        command.Parameters.AddWithValue("@people", JsonSerializer.Serialize(people));
        command.ExecuteNonQuery();
    }

    private static ResidenceSpan ResidenceOf(RepeatedReading row) => new(row.Number(1), row.Day(2), row.DayOrNull(3));

    private static MembershipSpan MembershipOf(RepeatedReading row) =>
        new(row.Number(1), row.Number(2), row.Number(3) is var locality and > 0 ? locality : null, row.Day(4), row.DayOrNull(5));

    /// <summary>Rows that begin with the person's id, in its order: gives each person's rows in turn.</summary>
    private sealed class RowsByPerson<T> : IDisposable
    {
        private readonly RepeatedReading _rows;
        private readonly Func<RepeatedReading, T> _read;
        private long? _person;

        public RowsByPerson(RepeatedReading rows, Func<RepeatedReading, T> read)
        {
            (_rows, _read) = (rows, read);
            GoOn();
        }

        public List<T> Of(long person)
        {
            if (_person != person)
                return [];

            var found = new List<T>(4);
            while (_person == person)
            {
                found.Add(_read(_rows));
                GoOn();
            }

            return found;
        }

        public void Dispose() => _rows.Dispose();

        private void GoOn() => _person = _rows.Read() ? _rows.Number(0) : null;
    }
}
