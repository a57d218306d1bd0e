using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Membership.App.Database;

/// <summary>
/// One statement, prepared once and run for very many rows. Its values are bound by position: Microsoft.Data.Sqlite looks every
/// parameter up by its name for every row, which costs more than the row's insertion.
/// </summary>
internal sealed class RepeatedStatement(SqliteConnection connection, string sql) : RawStatement(connection, sql)
{
    /// <summary>Texts, whole numbers, bytes and null. Throws <see cref="SqliteException"/> when a constraint does not hold.</summary>
    public void Run(ReadOnlySpan<object?> values)
    {
        for (var position = 0; position < values.Length; position++)
            Check(Bind(position + 1, values[position]));
        var result = raw.sqlite3_step(Statement);
        raw.sqlite3_reset(Statement);
        Check(result);
    }

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(Statement, parameter),
        string text => raw.sqlite3_bind_text(Statement, parameter, text),
        byte[] bytes => raw.sqlite3_bind_blob(Statement, parameter, bytes),
        IConvertible number => raw.sqlite3_bind_int64(Statement, parameter, number.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored", nameof(value)),
    };
}
