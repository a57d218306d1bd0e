using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Proposals;

/// <summary>How many proposals wait for the user.</summary>
[Requires(Permission.EditPeople)]
[ConcernsNothing("the database counts the proposals that the user may decide only")]
public sealed record CountProposals : IRequest<int>;

internal sealed class CountProposalsHandler(MembershipDb db) : IRequestHandler<CountProposals, int>
{
    public Task<int> Handle(CountProposals request, CancellationToken cancellationToken) =>
        db.Proposals.CountAsync(one => one.State == ProposalState.Open, cancellationToken);
}
