using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Texts;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>A grant in words.</summary>
/// <param name="LocalityName">Null: everywhere.</param>
/// <param name="OrganizationName">Null: all organizations.</param>
/// <param name="LastDay">Null while it has no end.</param>
/// <param name="IsOver">It has held and never will again.</param>
public sealed record ShownGrant(long Id, Role Role, string? LocalityName, string? OrganizationName, DateOnly From, DateOnly? LastDay, bool HoldsToday, bool IsOver);

internal sealed class GrantReading(MembershipDb db, LocalityDirectory localities, TimeProvider clock)
{
    /// <summary>Those that hold or will hold first, then the past ones.</summary>
    public async Task<IReadOnlyList<ShownGrant>> OfAsync(long userId, CancellationToken cancellationToken)
    {
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == userId).ToListAsync(cancellationToken);
        return await ShowAsync(grants, cancellationToken);
    }

    public async Task<IReadOnlyList<ShownGrant>> ShowAsync(IReadOnlyCollection<RoleGrant> grants, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var organizations = await db.Organizations.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.ShortName, cancellationToken);
        return grants
            .Select(grant => new ShownGrant(
                grant.Id,
                grant.Role,
                grant.LocalityId is { } locality ? NameOf(locality, today) : null,
                grant.OrganizationId is { } organization ? organizations[organization] : null,
                grant.From,
                grant.To?.AddDays(-1),
                grant.HoldsOn(today),
                grant.IsOverOn(today)))
            .OrderBy(grant => grant.IsOver).ThenBy(grant => grant.Role).ThenByDescending(grant => grant.From)
            .ToList();
    }

    /// <summary>What has ended is named as it was when it began.</summary>
    private string NameOf(long localityId, DateOnly today) =>
        (localities.FactOf(localityId, today) ?? localities.FactOf(localityId, localities.BeginningOf(localityId)))!.Name;
}
