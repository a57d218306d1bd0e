using Membership.App.Database;
using Membership.App.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Membership.App.Audit;

/// <summary>Writes a change and what the log says of it in one transaction: both or neither.</summary>
/// <param name="actor">Asked when something is written: a sign-in has set it by then.</param>
public sealed class AuditSaving(CurrentActor actor, AuditTrail trail, AuditWriting writing, AuditPlaces places, PersonChangeSeals seals)
{
    /// <param name="save">Writes the tracked changes without accepting them.</param>
    internal async Task<int> SaveAsync(MembershipDb db, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        if (trail.IsPaused || (trail.Waiting.Count == 0 && !db.ChangeTracker.HasChanges()))
            return await save();

        await using var own = await OwnTransactionAsync(db, cancellationToken);
        seals.Seal(db.ChangeTracker);
        var rows = await save();
        var captured = AuditCapture.Notes(db.ChangeTracker).ConvertAll(note => new WaitingNote(note, trail.Request));
        await WriteAsync(db, [.. trail.Waiting, .. captured], cancellationToken);
        await CommitAsync(own, cancellationToken);
        return rows;
    }

    /// <summary>Writes what no save has taken along.</summary>
    internal async Task WriteWaitingAsync(MembershipDb db)
    {
        if (trail.Waiting.Count == 0)
            return;

        // What was done was done, whether or not anybody still waits for the answer.
        await using var own = await OwnTransactionAsync(db, CancellationToken.None);
        await WriteAsync(db, trail.Waiting, CancellationToken.None);
        await CommitAsync(own, CancellationToken.None);
    }

    private async Task WriteAsync(MembershipDb db, IReadOnlyCollection<WaitingNote> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return;

        var notes = await places.PlacedAsync(db, waiting, cancellationToken);
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        writing.Append(transaction.Connection!, transaction, actor.Value, notes);
    }

    private async Task CommitAsync(IDbContextTransaction? own, CancellationToken cancellationToken)
    {
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        trail.Forget();
    }

    private static async Task<IDbContextTransaction?> OwnTransactionAsync(MembershipDb db, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
}
