using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Membership.App.Database;

/// <summary>A statement prepared once for very many rows, without what Microsoft.Data.Sqlite does for each value.</summary>
internal abstract class RawStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">A constant of the caller, with ? for each value.</param>
    protected RawStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    protected sqlite3_stmt Statement => _statement;

    public void Dispose() => _statement.Dispose();

    /// <summary>Throws <see cref="SqliteException"/> for what is neither done nor a row.</summary>
    protected void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
