using Membership.App.Audit;
using Membership.App.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Membership.App.Database;

/// <summary>Brings the database of any earlier release to this one: its tables, its log, its sealed values.</summary>
public sealed class DatabaseUpgrade(MembershipDb db, AuditWriting log, LogHeads heads, SealedData data)
{
    internal async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        var makesTables = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        await db.Database.MigrateAsync(cancellationToken);
        if (makesTables)
            await BeginLogAsync(cancellationToken);
        await data.PrepareAsync(cancellationToken);
        await CompareHeadsAsync(cancellationToken);
    }

    private async Task CompareHeadsAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        heads.Begin((SqliteConnection)db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Only where tables were made: a log that has no head later has lost it to somebody.</summary>
    private async Task BeginLogAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var sqlite = (SqliteTransaction)transaction.GetDbTransaction();
        log.Begin(sqlite.Connection!, sqlite);
        await transaction.CommitAsync(cancellationToken);
    }
}
