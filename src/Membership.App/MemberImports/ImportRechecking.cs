using MediatR;
using Membership.App.Database;
using Membership.App.Members;
using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>
/// Somebody somewhere always writes to the register: that alone is no reason to send an officer back. Her list is checked again for
/// her, and only what is otherwise than she saw it stops the commit.
/// </summary>
internal sealed class ImportRechecking(MembershipDb db, ImportFiles files, IMediator mediator)
{
    /// <summary>The import as the register stands now. Refused when something she saw has changed; the preview then shows the new state.</summary>
    public async Task<Outcome<MemberImport>> BringUpToDateAsync(long importId, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(importId, cancellationToken);
        if (found.IsRefused || found.Value.State != MemberImportState.Checked
            || found.Value.CheckedAtVersion == await db.RegisterVersionAsync(cancellationToken))
            return found;

        var seen = SeenList.Of(found.Value, files);
        var checkedAgain = await mediator.Send(new CheckMemberList(importId, progress), cancellationToken);
        if (checkedAgain.IsRefused)
            return checkedAgain.Refusal!;
        if (seen.ChangeTo(SeenList.Of(checkedAgain.Value, files), importId) is { } change)
            return change;

        return await db.StagedImportAsync(importId, cancellationToken);
    }
}
