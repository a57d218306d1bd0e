using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Membership.App.Pipeline;
using Microsoft.Data.Sqlite;

namespace Membership.App.Audit;

/// <summary>
/// Appends to the log, in the caller's transaction: an entry is there when what it tells of is there. SQLite has one writer and
/// lets no second one in while a transaction writes, so entries have one order without a gap.
/// </summary>
public sealed class AuditWriting(AuditChain chain, LogHeads heads, TimeProvider clock)
{
    /// <summary>In the order in which they are hashed.</summary>
    internal static readonly string[] Columns =
        ["Id", "At", "UserId", "UserName", "From", "Kind", "Subject", "SubjectId", "LocalityId", "OrganizationId", "Reason", "Details"];

    private static readonly string Insert =
        $"INSERT INTO main.AuditEntries (\"{string.Join("\", \"", Columns)}\", Hash) VALUES (@{string.Join(", @", Columns)}, @Hash)";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public void Append(SqliteConnection connection, SqliteTransaction transaction, Actor actor, IEnumerable<AuditNote> notes)
    {
        using var insert = Command(connection, transaction, Insert);
        var before = Head(connection, transaction);
        var head = before;
        foreach (var note in notes)
        {
            var values = Values(head.Entries + 1, note, note.By ?? actor);
            head = head with { Entries = head.Entries + 1, LastHash = chain.Entry(head.LastHash, values.Select(Stored)) };
            Bind(insert, values, head.LastHash);
            insert.ExecuteNonQuery();
        }

        Write(connection, transaction, head);
        if (head.IsSealed)
            heads.Appended(transaction, before.End, head.End);
    }

    /// <summary>Seals the empty log of a new database; one that has begun stays as it is.</summary>
    internal void Begin(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var begun = Command(connection, transaction, "SELECT EXISTS (SELECT 1 FROM main.AuditHeads) OR EXISTS (SELECT 1 FROM main.AuditEntries)");
        if ((long)begun.ExecuteScalar()! == 0)
            Write(connection, transaction, new HeadState(0, AuditChain.Beginning, IsSealed: true));
    }

    /// <summary>
    /// A head that somebody else has written is not believed, and never sealed again: the log goes on after the last entry there is,
    /// and a verification keeps finding the break.
    /// </summary>
    private HeadState Head(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = Command(connection, transaction, "SELECT Entries, LastHash, Seal FROM main.AuditHeads WHERE Id = 1");
        using (var reader = command.ExecuteReader())
        {
            if (reader.Read() && reader.GetString(2) == chain.Seal(reader.GetInt64(0), reader.GetString(1)))
                return new HeadState(reader.GetInt64(0), reader.GetString(1), IsSealed: true);
        }

        command.CommandText = "SELECT Id, Hash FROM main.AuditEntries ORDER BY Id DESC LIMIT 1";
        using var last = command.ExecuteReader();
        return last.Read() ? new HeadState(last.GetInt64(0), last.GetString(1), IsSealed: false) : new HeadState(0, AuditChain.Beginning, IsSealed: false);
    }

    private void Write(SqliteConnection connection, SqliteTransaction transaction, HeadState head)
    {
        using var command = Command(connection, transaction, """
            INSERT INTO main.AuditHeads (Id, Entries, LastHash, Seal) VALUES (1, @entries, @last, @seal)
            ON CONFLICT (Id) DO UPDATE SET Entries = excluded.Entries, LastHash = excluded.LastHash, Seal = excluded.Seal
            """);
        command.Parameters.AddWithValue("@entries", head.Entries);
        command.Parameters.AddWithValue("@last", head.LastHash);
        command.Parameters.AddWithValue("@seal", head.IsSealed ? chain.Seal(head.Entries, head.LastHash) : "");
        command.ExecuteNonQuery();
    }

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    private object?[] Values(long id, AuditNote note, Actor by) =>
    [
        id, clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture), by.UserId, by.Name, by.From, (long)note.Kind,
        note.Subject, note.SubjectId, note.LocalityId, note.OrganizationId, note.Reason, note.Details is null ? null : JsonSerializer.Serialize(note.Details, Json),
    ];

    private static StoredValue Stored(object? value) => value is long number ? StoredValue.Of(number) : StoredValue.Of((string?)value);

    private static void Bind(SqliteCommand insert, object?[] values, string hash)
    {
        insert.Parameters.Clear();
        foreach (var (column, value) in Columns.Zip(values))
            insert.Parameters.AddWithValue("@" + column, value ?? DBNull.Value);
        insert.Parameters.AddWithValue("@Hash", hash);
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }

    private sealed record HeadState(long Entries, string LastHash, bool IsSealed)
    {
        public LogHead End => new(Entries, LastHash);
    }
}
