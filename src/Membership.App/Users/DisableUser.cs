using MediatR;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>The user can no longer sign in, and is signed out everywhere at once. The account stays: the log names it.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the user's roles are held against the scope")]
public sealed record DisableUser(long UserId) : IRequest<Outcome<Unit>>
{
    /// <summary>The form it comes from; null: it is done, whatever was changed meanwhile.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class DisableUserHandler(UserManager<User> users, UserReach reach, Actor actor) : IRequestHandler<DisableUser, Outcome<Unit>>
{
    public async Task<Outcome<Unit>> Handle(DisableUser request, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(request.UserId, request.Form, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (request.UserId == actor.UserId)
            return new CannotDisableYourself();
        if (!await reach.HasAdministratorWithoutAsync(grant => grant.UserId == request.UserId, cancellationToken))
            return new LastAdministrator();

        found.Value.IsDisabled = true;
        await users.UpdateSecurityStampAsync(found.Value);
        return Unit.Value;
    }
}
