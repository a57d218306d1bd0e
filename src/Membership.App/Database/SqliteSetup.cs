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

    /// <summary>3.35.5, the bundled version: what RETURNING and MATERIALIZED need.</summary>
    private const int NewEnough = 3_035_005;

    /// <summary>SQLITE_CONFIG_MEMSTATUS.</summary>
    private const int ConfigMemoryStatistics = 9;

    private static bool _resolverIsSet;

    /// <summary>
    /// To be called before the first connection. Prefers the system's SQLite, which Debian patches, over the bundled 3.35.5, which is under a
    /// public advisory (docs/decisions/0001).
    /// </summary>
    public static void UseSystemLibrary()
    {
        lock (Gate)
        {
            if (_resolverIsSet)
                return;

            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
            _resolverIsSet = true;
            SQLitePCL.Batteries_V2.Init();
            // What it has allocated is counted under one lock, for which all connections would wait.
            _ = SQLitePCL.raw.sqlite3_config(ConfigMemoryStatistics, 0);
        }
    }

    /// <summary>Which SQLite runs: said at start, since its patches matter.</summary>
    public static string Version => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>An open connection with the settings of this application.</summary>
    public static Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken) =>
        OpenAsync(new SqliteConnectionStringBuilder(ConnectionString(file)), cancellationToken);

    /// <summary>One that is closed for good after use: for a write that attaches files or makes temporary tables, which a
    /// pooled connection would carry over to its next user.</summary>
    public static Task<SqliteConnection> OpenAloneAsync(string file, CancellationToken cancellationToken) =>
        OpenAsync(new SqliteConnectionStringBuilder(ConnectionString(file)) { Pooling = false }, cancellationToken);

    private static async Task<SqliteConnection> OpenAsync(SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync(cancellationToken);
        await ApplyAsync(connection, cancellationToken);
        return connection;
    }

    /// <summary>
    /// WAL lets people read while one writes; 16 MB of page cache keeps small machines small; who waits for another's write looks
    /// again within 100 ms, for a second, and then as long as the command may take.
    /// </summary>
    internal static async Task ApplyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 1000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IntPtr Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library == "e_sqlite3" && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var system)
            && VersionOf(system) >= NewEnough)
            return system;

        return IntPtr.Zero;
    }

    private static unsafe int VersionOf(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function) ? ((delegate* unmanaged<int>)function)() : 0;
}

internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteSetup.ApplyAsync(connection, CancellationToken.None).GetAwaiter().GetResult();

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        SqliteSetup.ApplyAsync(connection, cancellationToken);
}
