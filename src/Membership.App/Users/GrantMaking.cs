using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Organizations;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>A role as it is given.</summary>
/// <param name="LocalityCode">Official code of today; null: everywhere.</param>
/// <param name="OrganizationCode">Null: all organizations.</param>
/// <param name="From">Null: today.</param>
/// <param name="LastDay">Null: no end.</param>
public sealed record GivenRole(Role Role, string? LocalityCode = null, string? OrganizationCode = null, DateOnly? From = null, DateOnly? LastDay = null)
{
    /// <summary>The first day on which it no longer holds.</summary>
    internal DateOnly? To => LastDay is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null;
}

/// <summary>Adds a grant, if the running request may give it.</summary>
internal sealed class GrantMaking(MembershipDb db, LocalityDirectory localities, UserReach reach, TimeProvider clock)
{
    /// <returns>Added to the context, not yet saved.</returns>
    public async Task<Outcome<RoleGrant>> AddAsync(long userId, GivenRole given, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var locality = given.LocalityCode is null ? null : localities.Find(given.LocalityCode, today);
        if (locality is null && given.LocalityCode is not null)
            return new LocalityNotFound(given.LocalityCode, today);

        var organization = await db.Organizations.SingleOrDefaultAsync(one => one.Code == given.OrganizationCode, cancellationToken);
        if (organization is null && given.OrganizationCode is not null)
            return new OrganizationNotFound(given.OrganizationCode);

        return await AddAsync(
            new RoleGrant
            {
                UserId = userId,
                Role = given.Role,
                LocalityId = locality?.LocalityId,
                OrganizationId = organization?.Id,
                From = given.From ?? today,
                To = given.To,
            },
            cancellationToken);
    }

    private async Task<Outcome<RoleGrant>> AddAsync(RoleGrant grant, CancellationToken cancellationToken)
    {
        if (grant.To <= grant.From)
            return new GrantEndsBeforeItBegins();
        if (!reach.Includes(grant))
            throw new NotAllowedException(new BeyondYourScope());

        var others = await db.RoleGrants.AsNoTracking().Where(other => other.UserId == grant.UserId).ToListAsync(cancellationToken);
        return others.Any(grant.Repeats) ? new GrantedAlready() : db.Add(grant).Entity;
    }
}
