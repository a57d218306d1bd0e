using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Organizations;

/// <summary>The organizations with members of their own within the actor's scope, in the order in which they are named.</summary>
/// <param name="For">What the choice is for: its scope may be narrower.</param>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("gives the organizations of the scope only")]
public sealed record ListOrganizations(Permission For = Permission.SeeFigures) : IRequest<IReadOnlyList<OrganizationOption>>;

public sealed record OrganizationOption(long Id, string Code, string ShortName, string MemberNoun);

internal sealed class ListOrganizationsHandler(MembershipDb db, Actor actor) : IRequestHandler<ListOrganizations, IReadOnlyList<OrganizationOption>>
{
    public async Task<IReadOnlyList<OrganizationOption>> Handle(ListOrganizations request, CancellationToken cancellationToken)
    {
        var scope = actor.ScopeOf(request.For);
        var seesAll = scope.IsEverything || scope.WholePlaces.Count > 0;
        return await db.Organizations.AsNoTracking()
            .Where(organization => organization.HasIndividualMembers && (seesAll || scope.Organizations.Contains(organization.Id)))
            .OrderBy(organization => organization.Position)
            .Select(organization => new OrganizationOption(organization.Id, organization.Code, organization.ShortName, organization.MemberNoun))
            .ToListAsync(cancellationToken);
    }
}
