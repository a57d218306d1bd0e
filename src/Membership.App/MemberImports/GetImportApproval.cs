using MediatR;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Whether a list, with what was written beside it, is so long that a second person has to agree, and what she said of it as it is now.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportApproval(long ImportId) : IRequest<Outcome<ImportApproval>>, IConcernsImport;

/// <param name="Latest">Null while nobody was asked about the list as it is now.</param>
public sealed record ImportApproval(bool IsNeeded, Approval? Latest);

internal sealed class GetImportApprovalHandler(MembershipDb db, SecondPerson secondPerson, LargeImports large) : IRequestHandler<GetImportApproval, Outcome<ImportApproval>>
{
    public async Task<Outcome<ImportApproval>> Handle(GetImportApproval request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        if (!await large.IsNeededToWriteAsync(found.Value, cancellationToken))
            return new ImportApproval(false, null);

        var latest = await secondPerson.LatestAsync(ApprovalKind.LargeImport, request.ImportId, cancellationToken);
        return new ImportApproval(true, latest is not null && latest.Digest == large.DigestOf(found.Value) ? latest : null);
    }
}
