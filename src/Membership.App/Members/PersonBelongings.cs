using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <param name="To">The first day on which she no longer lives there; null while she does.</param>
public sealed record PersonHome(string Place, string? Address, DateOnly From, DateOnly? To);

/// <param name="To">The first day on which she is no longer a member there; null while she is.</param>
public sealed record PersonMembership(
    string Organization, string Unit, DateOnly From, DateOnly? To, PartialDate? AdmittedOn, MembershipReason BeganBy, MembershipReason? EndedBy, string? Office);

/// <summary>Where a person lives and what she belongs to, as far as the scope in force reaches; the latest first.</summary>
internal sealed class PersonBelongings(MembershipDb db, LocalityDirectory localities)
{
    public async Task<IReadOnlyList<PersonHome>> HomesAsync(long personId, CancellationToken cancellationToken)
    {
        var residences = await db.Residences.AsNoTracking().Where(residence => residence.PersonId == personId)
            .OrderByDescending(residence => residence.From).ToListAsync(cancellationToken);
        return residences.ConvertAll(home => new PersonHome(PlaceName(localities, home.LocalityId, home.From), home.Address, home.From, home.To));
    }

    /// <summary>Of somebody whom a list alone brought into the scope: where she lives today, wherever that is, and no more.</summary>
    public async Task<IReadOnlyList<PersonHome>> HomesOfTodayAsync(long personId, DateOnly today, CancellationToken cancellationToken)
    {
        var residences = await db.Residences.IgnoreQueryFilters().AsNoTracking()
            .Where(home => home.PersonId == personId && home.From <= today && (home.To == null || home.To > today)).ToListAsync(cancellationToken);
        return residences.ConvertAll(home => new PersonHome(PlaceName(localities, home.LocalityId, today), home.Address, today, null));
    }

    public Task<IReadOnlyList<PersonMembership>> MembershipsAsync(long personId, CancellationToken cancellationToken) =>
        MembershipsAsync(db.Memberships.Where(membership => membership.PersonId == personId), cancellationToken);

    /// <summary>What lists alone say.</summary>
    public Task<IReadOnlyList<PersonMembership>> ClaimsAsync(long personId, CancellationToken cancellationToken) =>
        MembershipsAsync(db.Memberships.Where(membership => membership.PersonId == personId && membership.IsClaim), cancellationToken);

    private async Task<IReadOnlyList<PersonMembership>> MembershipsAsync(IQueryable<MembershipInterval> memberships, CancellationToken cancellationToken) =>
        await (from membership in memberships
               join organization in db.Organizations on membership.OrganizationId equals organization.Id
               join unit in db.OrganizationUnits on membership.UnitId equals unit.Id
               orderby membership.From descending, organization.Position
               select new PersonMembership(
                   organization.ShortName, unit.Name, membership.From, membership.To, membership.AdmittedOn, membership.BeganBy, membership.EndedBy, membership.Office))
            .ToListAsync(cancellationToken);

    /// <summary>As it was called on the day; "–" for a day before it began.</summary>
    public static string PlaceName(LocalityDirectory localities, long localityId, DateOnly day) => localities.FactOf(localityId, day)?.Name ?? "–";
}
