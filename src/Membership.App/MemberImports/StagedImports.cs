using Membership.App.Database;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

internal static class StagedImports
{
    /// <summary>An import whose rows are in staging: checked, or already committed.</summary>
    public static async Task<Outcome<MemberImport>> StagedImportAsync(this MembershipDb db, long importId, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == importId, cancellationToken);
        if (import is null)
            return new ImportNotFound(importId);

        return import.State is MemberImportState.Checked or MemberImportState.Committed ? import : import.NotReady();
    }

    /// <summary>Why nothing can be done with it at its step.</summary>
    public static Refusal NotReady(this MemberImport import) =>
        import.State == MemberImportState.Discarded ? new ImportDiscarded(import.Id) : new ImportNotReady(import.Id, import.State);

    /// <summary>How many memberships an import ended, of members whom a full list does not name.</summary>
    public static Task<int> EndedByAsync(this MembershipDb db, long importId, CancellationToken cancellationToken) =>
        db.ImportedRows.CountAsync(row => row.ImportId == importId && row.RowNumber < 0, cancellationToken);

    /// <summary>An import that has written to the register, whether or not it was undone since.</summary>
    public static async Task<Outcome<MemberImport>> CommittedImportAsync(this MembershipDb db, long importId, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == importId, cancellationToken);
        if (import is null)
            return new ImportNotFound(importId);

        return import.State is MemberImportState.Committed or MemberImportState.Undone ? import : new ImportNotCommitted(importId);
    }
}
