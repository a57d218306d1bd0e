using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Makes a user into an actor: what today's grants give, each over the whole territory of its locality.</summary>
public sealed class ActorReading(MembershipDb db, LocalityDirectory localities, TimeProvider clock)
{
    private static readonly HashSet<Permission> OfEverybody = [Permission.Anyone, Permission.OwnAccount];

    /// <summary>Null when there is no such user, or when she is disabled.</summary>
    public async Task<Actor?> ByNameAsync(string userName, string from, CancellationToken cancellationToken)
    {
        var name = userName.ToUpperInvariant();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == name && !one.IsDisabled, cancellationToken);
        return user is null ? null : await OfAsync(user, from, cancellationToken);
    }

    public async Task<Actor> OfAsync(User user, string from, CancellationToken cancellationToken)
    {
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == user.Id).ToListAsync(cancellationToken);
        var today = VietnamTime.Today(clock);
        var rights = grants.Where(grant => grant.HoldsOn(today)).Select(grant => new ActorRight(RolePermissions.Of(grant.Role), ScopeOf(grant)));
        return new Actor(user.Id, user.UserName, from, [new ActorRight(OfEverybody, Scope.Everything), .. rights]);
    }

    /// <summary>What is left to her before she has changed the password she was given, say.</summary>
    public static Actor OfOwnAccountOnly(Actor actor) => actor with { Rights = [new ActorRight(OfEverybody, Scope.Everything)] };

    /// <summary>What one grant reaches.</summary>
    public Scope ScopeOf(RoleGrant grant) => grant switch
    {
        { LocalityId: { } locality } => Scope.Of(localities.TerritoryOf(locality), grant.OrganizationId),
        { OrganizationId: { } organization } => Scope.Of(localities.Everywhere, organization),
        _ => Scope.Everything,
    };
}
