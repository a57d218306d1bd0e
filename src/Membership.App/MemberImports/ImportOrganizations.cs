using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>The organizations of which a list may name members.</summary>
/// <param name="Own">Whose list it is.</param>
/// <param name="Others">All others of which somebody can be a member.</param>
/// <param name="Named">Which of them may be written.</param>
/// <param name="Editing">Whose facts whoever reads or writes the list may change.</param>
internal sealed record ImportOrganizations(Organization Own, IReadOnlyList<Organization> Others, ListOrganizations Named, Scope Editing)
{
    /// <param name="scope">Of whoever reads or writes the list.</param>
    /// <param name="actor">The same.</param>
    public static async Task<ImportOrganizations> ReadAsync(
        MembershipDb db, MemberImport import, ScopeInForce scope, Actor actor, CancellationToken cancellationToken)
    {
        var all = await db.Organizations.AsNoTracking().Where(row => row.Id == import.OrganizationId || row.HasIndividualMembers)
            .OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var own = all.Single(row => row.Id == import.OrganizationId);
        all.Remove(own);
        var byScope = all.ToLookup(other => scope.Value.Covers(import.LocalityId, other.Id), other => other.Code);
        return new ImportOrganizations(own, all, new ListOrganizations(own.Code, byScope[true].ToHashSet(), byScope[false].ToHashSet()), actor.ScopeOf(Permission.EditPeople));
    }
}
