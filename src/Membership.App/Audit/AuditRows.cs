using System.Text;
using Membership.Domain.Audit;
using Microsoft.Data.Sqlite;

namespace Membership.App.Audit;

/// <summary>An entry as its bytes lie in the file.</summary>
/// <param name="Values">In the order of <see cref="AuditWriting.Columns"/>.</param>
internal sealed record AuditRow(long Id, IReadOnlyList<StoredValue> Values, StoredValue Hash)
{
    /// <summary>Null when it is null; numbers in digits.</summary>
    public string? Text(string column) =>
        Values[Array.IndexOf(AuditWriting.Columns, column)] is { Type: not 'n' } value ? Encoding.UTF8.GetString(value.Bytes) : null;
}

internal sealed record AuditHeadRow(long Entries, StoredValue LastHash, StoredValue Seal);

/// <summary>Reads the log not as values but as stored bytes: two texts can be the same date, or end at the same NUL.</summary>
internal static class AuditRows
{
    private static readonly string Select =
        $"SELECT Id, {string.Join(", ", AuditWriting.Columns.Append("Hash").Select(Stored))} FROM AuditEntries ORDER BY Id";

    public static IEnumerable<AuditRow> Read(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Select, transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = Enumerable.Range(0, AuditWriting.Columns.Length + 1).Select(at => ValueAt(reader, 1 + (2 * at))).ToArray();
            yield return new AuditRow(reader.GetInt64(0), values[..^1], values[^1]);
        }
    }

    /// <summary>Null when there is none, or more than one.</summary>
    public static AuditHeadRow? ReadHead(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT Id, Entries, {Stored("Entries")}, {Stored("LastHash")}, {Stored("Seal")} FROM AuditHeads", transaction);
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.GetInt64(0) != AuditHead.OnlyId || ValueAt(reader, 2).Type != 'i')
            return null;

        var head = new AuditHeadRow(reader.GetInt64(1), ValueAt(reader, 4), ValueAt(reader, 6));
        return reader.Read() ? null : head;
    }

    private static string Stored(string column) => $"typeof(\"{column}\"), CAST(\"{column}\" AS BLOB)";

    private static StoredValue ValueAt(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column + 1) ? StoredValue.Null : new StoredValue(reader.GetString(column)[0], reader.GetFieldValue<byte[]>(column + 1));
}
