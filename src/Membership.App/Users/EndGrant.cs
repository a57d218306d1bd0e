using MediatR;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Takes a role away from today on; the user is signed out everywhere at once.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the user's roles are held against the scope")]
public sealed record EndGrant(long GrantId) : IRequest<Outcome<Unit>>
{
    /// <summary>The form it comes from; null: it is done, whatever was changed meanwhile.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class EndGrantHandler(MembershipDb db, UserManager<User> users, UserReach reach, TimeProvider clock) : IRequestHandler<EndGrant, Outcome<Unit>>
{
    public async Task<Outcome<Unit>> Handle(EndGrant request, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var grant = await db.RoleGrants.SingleOrDefaultAsync(one => one.Id == request.GrantId, cancellationToken);
        if (grant is null || grant.IsOverOn(today))
            return new GrantNotFound();

        var found = await reach.FindAsync(grant.UserId, request.Form, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (!await reach.HasAdministratorWithoutAsync(other => other.Id == grant.Id, cancellationToken))
            return new LastAdministrator();

        grant.To = grant.From > today ? grant.From : today;
        await users.UpdateSecurityStampAsync(found.Value);
        return Unit.Value;
    }
}
