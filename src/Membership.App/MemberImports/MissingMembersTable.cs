using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The members whom a full list does not name, beside its rows in staging. It names people by number only.</summary>
internal sealed class MissingMembersTable(SqliteConnection staging, SqliteTransaction? transaction = null)
{
    public const string Create = """
        CREATE TABLE Missing (Number INTEGER PRIMARY KEY, PersonId INTEGER NOT NULL UNIQUE, MembershipId INTEGER NOT NULL, "From" TEXT NOT NULL, Reason INTEGER, LeftOn TEXT)
        """;

    /// <summary>A row names somebody who seemed to be missing.</summary>
    public void Found(long personId)
    {
        using var command = Command("DELETE FROM Missing WHERE PersonId = @person");
        command.Parameters.AddWithValue("@person", personId);
        command.ExecuteNonQuery();
    }

    public void Add(IEnumerable<MissingMember> members)
    {
        using var command = Command("INSERT INTO Missing VALUES (@number, @person, @membership, @from, @reason, @left)");
        foreach (var member in members)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@number", member.Number);
            command.Parameters.AddWithValue("@person", member.PersonId);
            command.Parameters.AddWithValue("@membership", member.MembershipId);
            command.Parameters.AddWithValue("@from", member.From.ToIso());
            AddDecision(command, member.Reason, member.LeftOn);
            command.ExecuteNonQuery();
        }
    }

    /// <param name="condition">On the columns of the table; may use parameters.</param>
    public IReadOnlyList<MissingMember> Where(string condition, params (string Name, object Value)[] parameters)
    {
        using var command = Command($"SELECT Number, PersonId, MembershipId, \"From\", Reason, LeftOn FROM Missing WHERE {condition}");
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var members = new List<MissingMember>();
        while (reader.Read())
            members.Add(Read(reader));
        return members;
    }

    public IReadOnlyList<MissingMember> OfPeople(IReadOnlyCollection<long>? personIds) => personIds is null
        ? Where("1 ORDER BY Number")
        : Where("PersonId IN (SELECT value FROM json_each(@people)) ORDER BY Number", ("@people", JsonSerializer.Serialize(personIds)));

    /// <param name="reason">Null: they stay.</param>
    public void Decide(IEnumerable<MissingMember> members, MembershipReason? reason, DateOnly? leftOn)
    {
        using var command = Command("UPDATE Missing SET Reason = @reason, LeftOn = @left WHERE Number IN (SELECT value FROM json_each(@numbers))");
        AddDecision(command, reason, leftOn);
        command.Parameters.AddWithValue("@numbers", JsonSerializer.Serialize(members.Select(member => member.Number)));
        command.ExecuteNonQuery();
    }

    private static void AddDecision(SqliteCommand command, MembershipReason? reason, DateOnly? leftOn)
    {
        command.Parameters.AddWithValue("@reason", reason is { } why ? (int)why : DBNull.Value);
        command.Parameters.AddWithValue("@left", leftOn is { } day ? day.ToIso() : DBNull.Value);
    }

    private static MissingMember Read(SqliteDataReader reader) => new(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.Day(3))
    {
        Reason = reader.IsDBNull(4) ? null : (MembershipReason)reader.GetInt32(4),
        LeftOn = reader.DayOrNull(5),
    };

    private SqliteCommand Command(string sql)
    {
        var command = staging.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }
}
