using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>
/// Which users the running request may manage: those whose roles, as far as they are not over, all lie in its scope; where all are over, the last ones. Else who manages one
/// commune could reset the password of somebody who manages them all.
/// </summary>
internal sealed class UserReach(MembershipDb db, ActorReading actors, UserForms forms, TimeProvider clock)
{
    public bool Includes(RoleGrant grant) => db.Scope.Includes(actors.ScopeOf(grant));

    public bool Includes(IEnumerable<RoleGrant> grantsOfUser)
    {
        var today = VietnamTime.Today(clock);
        var grants = grantsOfUser.ToList();
        var standing = grants.FindAll(grant => !grant.IsOverOn(today));
        return (standing.Count > 0 ? standing : Last(grants)) is { Count: > 0 } decisive ? decisive.TrueForAll(Includes) : db.Scope.IsEverything;
    }

    /// <summary>Of an account whose roles are all over: those that ended last of what ever held, so that it is nobody else's than before.</summary>
    private static List<RoleGrant> Last(List<RoleGrant> over)
    {
        var held = over.FindAll(grant => grant.To > grant.From) is { Count: > 0 } ever ? ever : over;
        var end = held.Max(grant => grant.To);
        return held.FindAll(grant => grant.To == end);
    }

    /// <summary>Unless something about the user was changed since the form was opened.</summary>
    /// <param name="form">Null: whatever was changed.</param>
    public async Task<Outcome<User>> FindAsync(long userId, SentForm? form, CancellationToken cancellationToken)
    {
        var found = await FindAsync(userId, cancellationToken);
        if (found.IsRefused || form is null)
            return found;

        return await forms.OvertakenAsync(found.Value, form, cancellationToken) is { } overtaken ? overtaken : found;
    }

    public async Task<Outcome<User>> FindAsync(long userId, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(one => one.Id == userId, cancellationToken);
        if (user is null)
            return new UserNotFound();

        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == userId).ToListAsync(cancellationToken);
        return Includes(grants) ? user : throw new NotAllowedException(new BeyondYourScope());
    }

    /// <summary>Whether somebody could still manage the users of all places, today and from now on, without these grants.</summary>
    public async Task<bool> HasAdministratorWithoutAsync(Func<RoleGrant, bool> gone, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var widest = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.Role == Role.Administrator && grant.LocalityId == null && grant.OrganizationId == null && grant.To == null)
            .Where(grant => grant.From <= today && db.Users.Any(user => user.Id == grant.UserId && !user.IsDisabled))
            .ToListAsync(cancellationToken);
        return !widest.Any(gone) || !widest.All(gone);
    }
}
