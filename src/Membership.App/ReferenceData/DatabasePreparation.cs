using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Localities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Membership.App.ReferenceData;

/// <summary>Makes the database of a data folder ready for use; call once before anything else is asked of it.</summary>
public sealed class DatabasePreparation(MembershipDb db, DataFolder folder, ReferenceLoader loader, LocalityDirectory localities, AuditWriting log)
{
    private const int Attempts = 300;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates or migrates the database and takes in what is new in data/.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var claim = await ClaimAsync(cancellationToken);
        await MigrateAsync(cancellationToken);
        var loaded = await loader.LoadAsync(cancellationToken);
        localities.Reload();
        if (loaded.Any(file => file.EndsWith("indicator-definitions.csv", StringComparison.Ordinal)))
            await RecountAsync(cancellationToken);
    }

    /// <summary>A log without a head is begun only where tables are made: later, somebody has removed it.</summary>
    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var makesTables = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        await db.Database.MigrateAsync(cancellationToken);
        if (!makesTables)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var sqlite = (SqliteTransaction)transaction.GetDbTransaction();
        log.Begin(sqlite.Connection!, sqlite);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Two programs that start on a new folder at once would both create its tables: the second waits for the first.</summary>
    private async Task<FileStream?> ClaimAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (folder.TryClaim("preparation") is { } claim)
                return claim;

            await Task.Delay(BetweenAttempts, cancellationToken);
        }

        // Whoever claimed it hangs or died oddly; going on is safe on a database that exists.
        return null;
    }

    /// <summary>Another definition counts other people: the stored series are of the old one.</summary>
    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesRecount.RecountAllAsync((SqliteConnection)db.Database.GetDbConnection(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
