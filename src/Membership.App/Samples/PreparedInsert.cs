using Membership.App.Database;
using Microsoft.Data.Sqlite;

namespace Membership.App.Samples;

/// <summary>One INSERT, prepared once and run for many rows, with ids of its own.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly RepeatedStatement _insert;
    private long _lastId;

    /// <param name="columns">Without Id. Table and columns are constants of the caller.</param>
    public PreparedInsert(SqliteTransaction transaction, string table, params string[] columns)
    {
        _lastId = LastId(transaction, table);
        _insert = new RepeatedStatement(
            transaction.Connection!,
            $"INSERT INTO {table} (Id, {string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES (?{string.Concat(columns.Select(_ => ", ?"))})");
    }

    public int Rows { get; private set; }

    /// <summary>Dates as yyyy-MM-dd, as the rest of the application stores them. Returns the row's id.</summary>
    public long Run(params ReadOnlySpan<object?> values)
    {
        _insert.Run([++_lastId, .. values]);
        Rows++;
        return _lastId;
    }

    public void Dispose() => _insert.Dispose();

    private static long LastId(SqliteTransaction transaction, string table)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT COALESCE(MAX(Id), 0) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
