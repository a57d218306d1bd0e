using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Throws a checked list away before commit: its file and rows go, the record of the attempt stays.</summary>
[Requires(Permission.ImportLists)]
public sealed record DiscardMemberImport(long ImportId) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class DiscardMemberImportHandler(MembershipDb db, ImportFiles files) : IRequestHandler<DiscardMemberImport, Outcome<MemberImport>>
{
    public async Task<Outcome<MemberImport>> Handle(DiscardMemberImport request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Checked or MemberImportState.Asking))
            return import.NotReady();

        import.State = MemberImportState.Discarded;
        await db.SaveChangesAsync(cancellationToken);
        files.Forget(import.Id);
        return import;
    }
}
