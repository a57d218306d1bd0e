using System.Text;
using Microsoft.Data.Sqlite;

namespace Membership.App.Keys;

/// <summary>Seals the values of a table with the ring's current key, in a transaction of the caller.</summary>
internal sealed class ColumnSealing(FieldCipher cipher, SqliteTransaction transaction, SealedState state)
{
    private const int RowsAtOnce = 1_000;

    /// <returns>How many rows were written; rows that have nothing to seal are not.</returns>
    public int Seal(SealedTable table, CancellationToken cancellationToken)
    {
        using var read = Reading(table);
        using var write = Writing(table);
        var rows = 0;
        for (var batch = Batch(read, table, long.MinValue); batch.Count > 0; batch = Batch(read, table, batch[^1].Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in batch.Where(row => state != SealedState.Bound || row.Values.Any(IsOfOtherKey)))
            {
                Write(write, table, row);
                rows++;
            }
        }

        return rows;
    }

    private SqliteCommand Reading(SealedTable table)
    {
        var columns = string.Join(", ", table.Columns.Select(column => column.Name).Concat(table.PlaceColumns));
        return Command(
            $"SELECT {table.Key}, {columns} FROM {table.Name} WHERE {table.Key} > @after AND {table.AnyValue} ORDER BY {table.Key} LIMIT {RowsAtOnce}",
            ["@after"]);
    }

    private SqliteCommand Writing(SealedTable table)
    {
        var names = table.Columns.SelectMany(column => column.Index is null ? [column.Name] : new[] { column.Name, column.Index }).ToList();
        return Command(
            $"UPDATE {table.Name} SET {string.Join(", ", names.Select(name => $"{name} = @{name}"))} WHERE {table.Key} = @key", [.. names.Select(name => "@" + name), "@key"]);
    }

    private SqliteCommand Command(string sql, IEnumerable<string> parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter(name, null));
        command.Prepare();
        return command;
    }

    private static List<SealedRow> Batch(SqliteCommand read, SealedTable table, long after)
    {
        read.Parameters[0].Value = after;
        using var reader = read.ExecuteReader();
        var rows = new List<SealedRow>();
        while (reader.Read())
        {
            rows.Add(new SealedRow(
                reader.GetInt64(0),
                [.. Enumerable.Range(1, table.Columns.Length).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))],
                [.. Enumerable.Range(1 + table.Columns.Length, table.PlaceColumns.Length).Select(reader.GetValue)]));
        }

        return rows;
    }

    private void Write(SqliteCommand write, SealedTable table, SealedRow row)
    {
        for (var number = 0; number < table.Columns.Length; number++)
        {
            var column = table.Columns[number];
            var plain = row.Values[number] is { } value ? Plain(value) : null;
            write.Parameters["@" + column.Name].Value = (plain, column.IsBlob) switch
            {
                (null, _) => DBNull.Value,
                ({ Length: 0 }, true) => plain,
                (_, true) => cipher.Seal(plain, table.PlaceOf(column.Name, row.Place)),
                _ => Convert.ToBase64String(cipher.Seal(plain, table.PlaceOf(column.Name, row.Place))),
            };
            if (column.Index is { } index)
                write.Parameters["@" + index].Value = (object?)cipher.IndexOrNull(plain is null ? null : Encoding.UTF8.GetString(plain)) ?? DBNull.Value;
        }

        write.Parameters["@key"].Value = row.Key;
        write.ExecuteNonQuery();
    }

    /// <summary>A blob of no bytes stands for nothing, and is not sealed.</summary>
    private bool IsOfOtherKey(object? value) => value is not null and not byte[] { Length: 0 } && !cipher.IsCurrent(Stored(value));

    private byte[] Plain(object value) => state switch
    {
        _ when value is byte[] { Length: 0 } nothing => nothing,
        SealedState.Plain => Encoding.UTF8.GetBytes((string)value),
        SealedState.Unbound => cipher.OpenUnbound(Stored(value)),
        _ => cipher.Open(Stored(value)),
    };

    private static byte[] Stored(object value) => value as byte[] ?? Convert.FromBase64String((string)value);

    /// <param name="Place">Values of the columns from which the place follows.</param>
    private sealed record SealedRow(long Key, object?[] Values, object[] Place);
}

/// <summary>How the values of a file are kept.</summary>
internal enum SealedState
{
    /// <summary>As a release wrote them that sealed nothing.</summary>
    Plain = 0,

    /// <summary>As a release wrote them that sealed values whoever's they were.</summary>
    Unbound = 1,

    /// <summary>Each sealed for its place.</summary>
    Bound = 2,
}
