using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Organizations;

/// <summary>The organizations with members of their own, in the order in which they are named.</summary>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("gives the organizations of the scope only")]
public sealed record ListOrganizations : IRequest<IReadOnlyList<OrganizationOption>>;

public sealed record OrganizationOption(long Id, string Code, string ShortName, string MemberNoun);

internal sealed class ListOrganizationsHandler(MembershipDb db) : IRequestHandler<ListOrganizations, IReadOnlyList<OrganizationOption>>
{
    public async Task<IReadOnlyList<OrganizationOption>> Handle(ListOrganizations request, CancellationToken cancellationToken) =>
        await db.Organizations.AsNoTracking()
            .Where(organization => organization.HasIndividualMembers)
            .OrderBy(organization => organization.Position)
            .Select(organization => new OrganizationOption(organization.Id, organization.Code, organization.ShortName, organization.MemberNoun))
            .ToListAsync(cancellationToken);
}
