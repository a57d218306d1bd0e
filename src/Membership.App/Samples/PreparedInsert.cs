using Microsoft.Data.Sqlite;

namespace Membership.App.Samples;

/// <summary>One INSERT, prepared once and run for many rows, with ids of its own.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;
    private long _lastId;

    /// <param name="columns">Without Id. Table and columns are constants of the caller.</param>
    public PreparedInsert(SqliteTransaction transaction, string table, params string[] columns)
    {
        _lastId = LastId(transaction, table);
        _command = transaction.Connection!.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = $"INSERT INTO {table} (Id, {string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"VALUES ($id, {string.Join(", ", columns.Select((_, number) => $"${number}"))})";
        _parameters = [new SqliteParameter("$id", SqliteType.Integer), .. columns.Select((_, number) => new SqliteParameter($"${number}", null))];
        _command.Parameters.AddRange(_parameters);
        _command.Prepare();
    }

    public int Rows { get; private set; }

    /// <summary>Dates as yyyy-MM-dd, as the rest of the application stores them. Returns the row's id.</summary>
    public long Run(params object?[] values)
    {
        _parameters[0].Value = ++_lastId;
        for (var i = 0; i < values.Length; i++)
            _parameters[i + 1].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
        Rows++;
        return _lastId;
    }

    public void Dispose() => _command.Dispose();

    private static long LastId(SqliteTransaction transaction, string table)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT COALESCE(MAX(Id), 0) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
