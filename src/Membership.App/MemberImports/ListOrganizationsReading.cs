using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

internal static class ListOrganizationsReading
{
    /// <summary>The list's own organization, and all others of which somebody can be a member.</summary>
    public static Task<List<Organization>> OrganizationsOfAsync(this MembershipDb db, MemberImport import, CancellationToken cancellationToken) =>
        db.Organizations.AsNoTracking().Where(row => row.Id == import.OrganizationId || row.HasIndividualMembers).OrderBy(row => row.Position)
            .ToListAsync(cancellationToken);

    /// <param name="scope">Of who reads the list.</param>
    public static ListOrganizations Within(this IReadOnlyCollection<Organization> organizations, Scope scope, MemberImport import)
    {
        var byScope = organizations.Where(organization => organization.Id != import.OrganizationId)
            .ToLookup(organization => scope.Covers(import.LocalityId, organization.Id), organization => organization.Code);
        return new ListOrganizations(
            organizations.Single(organization => organization.Id == import.OrganizationId).Code, byScope[true].ToHashSet(), byScope[false].ToHashSet());
    }
}
