using MediatR;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Whether a list is so long that a second person has to agree, and what she said.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportApproval(long ImportId) : IRequest<Outcome<ImportApproval>>, IConcernsImport;

/// <param name="Latest">Null while nobody was asked.</param>
public sealed record ImportApproval(bool IsNeeded, Approval? Latest);

internal sealed class GetImportApprovalHandler(MembershipDb db, SecondPerson secondPerson) : IRequestHandler<GetImportApproval, Outcome<ImportApproval>>
{
    public async Task<Outcome<ImportApproval>> Handle(GetImportApproval request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        return new ImportApproval(
            secondPerson.IsNeededForRows(found.Value.Rows),
            await secondPerson.LatestAsync(ApprovalKind.LargeImport, request.ImportId, cancellationToken));
    }
}
