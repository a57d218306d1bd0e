using System.Data.Common;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Membership.App.Database;

/// <summary>How every connection to the database file is opened.</summary>
public static class SqliteSetup
{
    private static readonly Lock Gate = new();
    private static bool _resolverIsSet;

    /// <summary>
    /// Prefers the system's SQLite, which Debian patches, over the bundled 3.35.5, which is under a public advisory; call before
    /// the first connection (docs/decisions/0001).
    /// </summary>
    public static void UseSystemLibrary()
    {
        lock (Gate)
        {
            if (_resolverIsSet)
                return;

            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
            _resolverIsSet = true;
        }
    }

    /// <summary>Which SQLite runs: said at start, since its patches matter.</summary>
    public static string Version => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>An open connection with the settings of this application.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellationToken);
        await ApplyAsync(connection, cancellationToken);
        return connection;
    }

    /// <summary>WAL lets people read while one writes; 16 MB of page cache keeps small machines small.</summary>
    internal static async Task ApplyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IntPtr Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library == "e_sqlite3" && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var system))
            return system;

        return IntPtr.Zero;
    }
}

internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteSetup.ApplyAsync(connection, CancellationToken.None).GetAwaiter().GetResult();

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        SqliteSetup.ApplyAsync(connection, cancellationToken);
}
