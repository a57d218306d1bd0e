using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Approvals;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Approvals;

/// <summary>What waits for a second person, oldest first, and what was decided last.</summary>
[Requires(Permission.Approve)]
[ConcernsNothing("the database gives the approvals of the scope only")]
public sealed record ListApprovals : IRequest<ApprovalList>
{
    public const int DecidedShown = 20;
}

public sealed record ApprovalList(IReadOnlyList<Approval> Waiting, IReadOnlyList<Approval> Decided);

internal sealed class ListApprovalsHandler(MembershipDb db) : IRequestHandler<ListApprovals, ApprovalList>
{
    public async Task<ApprovalList> Handle(ListApprovals request, CancellationToken cancellationToken) => new(
        await db.Approvals.AsNoTracking().Where(approval => approval.State == ApprovalState.Waiting).OrderBy(approval => approval.Id).ToListAsync(cancellationToken),
        await db.Approvals.AsNoTracking().Where(approval => approval.State == ApprovalState.Granted || approval.State == ApprovalState.Declined)
            .OrderByDescending(approval => approval.DecidedAt).Take(ListApprovals.DecidedShown).ToListAsync(cancellationToken));
}
