using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Ends the time for which lists are kept. One that was neither written nor thrown away is thrown away; of one that was written the
/// file, its rows and what an undo would bring back go, and with them the undo. What a list did stays in the log.
/// </summary>
[Requires(Permission.Administer)]
[ConcernsNothing("all lists of the installation, by their age alone")]
public sealed record ForgetOldLists : IRequest<ForgottenLists>;

/// <param name="Open">Thrown away.</param>
/// <param name="Written">Emptied.</param>
public sealed record ForgottenLists(int Open, int Written);

/// <summary>Section <c>Retention</c> of the configuration (docs/operations.md).</summary>
/// <param name="OpenListDays">Since a list was received.</param>
/// <param name="WrittenListDays">Since it was written to the register, or taken back.</param>
public sealed record ListKeepingSettings(int OpenListDays = 60, int WrittenListDays = 365);

internal sealed class ForgetOldListsHandler(MembershipDb db, ImportFiles files, ListKeepingSettings settings, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<ForgetOldLists, ForgottenLists>
{
    private static readonly MemberImportState[] Open = [MemberImportState.Checked, MemberImportState.Asking];
    private static readonly MemberImportState[] Written = [MemberImportState.Committed, MemberImportState.Undone];
    private static readonly MemberImportState[] Gone = [MemberImportState.Refused, MemberImportState.Discarded];

    public async Task<ForgottenLists> Handle(ForgetOldLists request, CancellationToken cancellationToken)
    {
        // A list that is being written right now is looked at another day.
        using var turn = files.TryTakeTurn();
        if (turn is null)
            return new ForgottenLists(0, 0);

        var now = clock.GetUtcNow().UtcDateTime;
        await RemoveRestsAsync(cancellationToken);
        return new ForgottenLists(
            await ForgetOpenAsync(now.AddDays(-settings.OpenListDays), cancellationToken),
            await ForgetWrittenAsync(now.AddDays(-settings.WrittenListDays), cancellationToken));
    }

    /// <summary>Of lists that ended while the program was killed, before their files had gone.</summary>
    private async Task RemoveRestsAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await db.MemberImports.IgnoreQueryFilters().Where(import => Gone.Contains(import.State)).Select(import => import.Id).ToListAsync(cancellationToken))
        {
            if (files.HasUpload(id) || files.HasStaging(id))
                files.Forget(id);
        }
    }

    private async Task<int> ForgetOpenAsync(DateTime before, CancellationToken cancellationToken)
    {
        var old = await db.MemberImports.IgnoreQueryFilters().Where(import => Open.Contains(import.State) && import.ReceivedAt < before).ToListAsync(cancellationToken);
        foreach (var import in old)
            import.State = MemberImportState.Discarded;
        await db.SaveChangesAsync(cancellationToken);
        old.ForEach(import => files.Forget(import.Id));
        return old.Count;
    }

    private async Task<int> ForgetWrittenAsync(DateTime before, CancellationToken cancellationToken)
    {
        var old = await db.MemberImports.IgnoreQueryFilters().AsNoTracking()
            .Where(import => Written.Contains(import.State) && (import.UndoneAt ?? import.CommittedAt ?? import.ReceivedAt) < before).ToListAsync(cancellationToken);
        var emptied = 0;
        foreach (var import in old)
        {
            if (!files.HoldsPeople(import.Id))
                continue;

            await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM ImportImages WHERE ImportId = {import.Id}", cancellationToken);
            trail.Note(new AuditNote(AuditKind.Removed, nameof(MemberImport), import.Id)
            {
                LocalityId = import.LocalityId,
                OrganizationId = import.OrganizationId,
                Details = new Dictionary<string, object?> { ["what"] = nameof(ForgetOldLists) },
            });
            await db.SaveChangesAsync(cancellationToken);
            files.Empty(import.Id);
            emptied++;
        }

        return emptied;
    }
}
