using Membership.App.Database;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.Indicators;

/// <summary>
/// Streams everyone a commune's figures depend on, with her whole history: who ever lived there or belonged to a unit there.
/// Three statements in the order of people run side by side, so that memory does not grow with the commune.
/// </summary>
internal static class HistoryReading
{
    private const string ConcernedSql = """
        CREATE TEMP TABLE IF NOT EXISTS ConcernedPeople (PersonId INTEGER PRIMARY KEY);
        DELETE FROM ConcernedPeople;
        INSERT OR IGNORE INTO ConcernedPeople SELECT PersonId FROM Residences WHERE LocalityId = @commune;
        INSERT OR IGNORE INTO ConcernedPeople SELECT PersonId FROM Memberships WHERE UnitId IN (SELECT Id FROM OrganizationUnits WHERE LocalityId = @commune);
        """;

    // CROSS JOIN: SQLite keeps this order of the tables, so that rows come by person without sorting.
    private const string PeopleSql = "SELECT c.PersonId, p.BirthDate FROM ConcernedPeople c CROSS JOIN People p ON p.Id = c.PersonId";

    private const string ResidencesSql = """
        SELECT c.PersonId, r.LocalityId, r."From", r."To" FROM ConcernedPeople c CROSS JOIN Residences r ON r.PersonId = c.PersonId
        """;

    private const string MembershipsSql = """
        SELECT c.PersonId, m.Id, m.OrganizationId, u.LocalityId, m."From", m."To"
        FROM ConcernedPeople c CROSS JOIN Memberships m ON m.PersonId = c.PersonId CROSS JOIN OrganizationUnits u ON u.Id = m.UnitId
        """;

    public static IEnumerable<PersonHistory> OfCommune(SqliteConnection connection, long communeId)
    {
        FindConcerned(connection, communeId);
        using var residences = new RowsByPerson<ResidenceSpan>(Command(connection, ResidencesSql), ResidenceOf);
        using var memberships = new RowsByPerson<MembershipSpan>(Command(connection, MembershipsSql), MembershipOf);
        using var command = Command(connection, PeopleSql);
        using var people = command.ExecuteReader();
        while (people.Read())
        {
            var personId = people.GetInt64(0);
            var birth = people.IsDBNull(1) ? (PartialDate?)null : PartialDate.Parse(people.GetString(1));
            yield return new PersonHistory(birth, residences.Of(personId), memberships.Of(personId));
        }
    }

    private static void FindConcerned(SqliteConnection connection, long communeId)
    {
        using var command = Command(connection, ConcernedSql);
        command.Parameters.AddWithValue("@commune", communeId);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static ResidenceSpan ResidenceOf(SqliteDataReader row) => new(row.GetInt64(1), row.Day(2), row.DayOrNull(3));

    private static MembershipSpan MembershipOf(SqliteDataReader row) =>
        new(row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.Day(4), row.DayOrNull(5));

    /// <summary>Rows that begin with the person's id, in its order: gives each person's rows in turn.</summary>
    private sealed class RowsByPerson<T> : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly SqliteDataReader _rows;
        private readonly Func<SqliteDataReader, T> _read;
        private bool _hasRow;

        public RowsByPerson(SqliteCommand command, Func<SqliteDataReader, T> read)
        {
            (_command, _rows, _read) = (command, command.ExecuteReader(), read);
            _hasRow = _rows.Read();
        }

        public List<T> Of(long personId)
        {
            if (!_hasRow || _rows.GetInt64(0) != personId)
                return [];

            var found = new List<T>(4);
            while (_hasRow && _rows.GetInt64(0) == personId)
            {
                found.Add(_read(_rows));
                _hasRow = _rows.Read();
            }

            return found;
        }

        public void Dispose()
        {
            _rows.Dispose();
            _command.Dispose();
        }
    }
}
