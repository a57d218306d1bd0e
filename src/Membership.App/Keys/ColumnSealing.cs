using System.Text;
using Microsoft.Data.Sqlite;

namespace Membership.App.Keys;

/// <summary>Seals the values of a table with the ring's current key, in a transaction of the caller.</summary>
internal sealed class ColumnSealing(FieldCipher cipher, SqliteTransaction transaction)
{
    private const int RowsAtOnce = 1_000;

    /// <param name="arePlain">The values were written before anything was sealed.</param>
    /// <returns>How many rows were written; rows that have nothing to seal are not.</returns>
    public int Seal(SealedTable table, bool arePlain, CancellationToken cancellationToken)
    {
        using var read = Reading(table);
        using var write = Writing(table);
        var rows = 0;
        for (var batch = Batch(read, table, long.MinValue); batch.Count > 0; batch = Batch(read, table, batch[^1].Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in batch.Where(row => arePlain || row.Values.Any(IsOfOtherKey)))
            {
                Write(write, table, row, arePlain);
                rows++;
            }
        }

        return rows;
    }

    private SqliteCommand Reading(SealedTable table)
    {
        var columns = string.Join(", ", table.Columns.Select(column => column.Name));
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

    private static List<(long Key, object?[] Values)> Batch(SqliteCommand read, SealedTable table, long after)
    {
        read.Parameters[0].Value = after;
        using var reader = read.ExecuteReader();
        var rows = new List<(long, object?[])>();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), [.. Enumerable.Range(1, table.Columns.Length).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]));
        return rows;
    }

    private void Write(SqliteCommand write, SealedTable table, (long Key, object?[] Values) row, bool arePlain)
    {
        for (var number = 0; number < table.Columns.Length; number++)
        {
            var column = table.Columns[number];
            var plain = row.Values[number] is { } value ? Plain(value, arePlain) : null;
            write.Parameters["@" + column.Name].Value = plain is null ? DBNull.Value : column.IsBlob ? cipher.Seal(plain) : Convert.ToBase64String(cipher.Seal(plain));
            if (column.Index is { } index)
                write.Parameters["@" + index].Value = (object?)cipher.IndexOrNull(plain is null ? null : Encoding.UTF8.GetString(plain)) ?? DBNull.Value;
        }

        write.Parameters["@key"].Value = row.Key;
        write.ExecuteNonQuery();
    }

    private bool IsOfOtherKey(object? value) => value is not null && !cipher.IsCurrent(Stored(value));

    private byte[] Plain(object value, bool isPlain) => isPlain ? Encoding.UTF8.GetBytes((string)value) : cipher.Open(Stored(value));

    private static byte[] Stored(object value) => value as byte[] ?? Convert.FromBase64String((string)value);
}
