using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Membership.App.Database;

/// <summary>
/// One statement, prepared once and run for very many rows. Its values are bound by position: Microsoft.Data.Sqlite looks every
/// parameter up by its name for every row, which costs more than the row's insertion.
/// </summary>
internal sealed class RepeatedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">A constant of the caller, with ? for each value.</param>
    public RepeatedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Texts, whole numbers, bytes and null. Throws <see cref="SqliteException"/> when a constraint does not hold.</summary>
    public void Run(ReadOnlySpan<object?> values)
    {
        for (var position = 0; position < values.Length; position++)
            Check(Bind(position + 1, values[position]));
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(result);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        string text => raw.sqlite3_bind_text(_statement, parameter, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, parameter, bytes),
        IConvertible number => raw.sqlite3_bind_int64(_statement, parameter, number.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored", nameof(value)),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
