using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Membership.App.Audit;

/// <summary>Whichever code commits: the head outside of the database follows.</summary>
internal sealed class LogHeadSaving(LogHeads heads) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => heads.Committed((SqliteTransaction)transaction);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        heads.Committed((SqliteTransaction)transaction);
        return Task.CompletedTask;
    }
}
