using Membership.App.Audit;
using Membership.App.Indicators;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Membership.App.Database;

/// <summary>Brings the tables up to this release, and what is stored in them by an earlier rule.</summary>
public sealed class DatabaseTables(MembershipDb db, AuditWriting log)
{
    /// <summary>A log without a head is begun only where tables are made: later, somebody has removed it.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
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

    /// <summary>Another definition counts other people: the stored series are of the old one.</summary>
    public async Task RecountAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesRecount.RecountAllAsync((SqliteConnection)db.Database.GetDbConnection(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
