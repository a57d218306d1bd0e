using MediatR;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>A one-time password for somebody who forgot hers or is locked out. Every session of hers ends.</summary>
/// <param name="AlsoSecondFactor">Turns the second factor off as well: the telephone is lost, and so are the recovery codes.</param>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the user's roles are held against the scope")]
public sealed record ResetPassword(long UserId, bool AlsoSecondFactor = false) : IRequest<Outcome<OneTimePassword>>
{
    /// <summary>The form it comes from; null: it is done, whatever was changed meanwhile.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class ResetPasswordHandler(UserManager<User> users, UserReach reach, AccountMaking accounts, Actor actor)
    : IRequestHandler<ResetPassword, Outcome<OneTimePassword>>
{
    public async Task<Outcome<OneTimePassword>> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(request.UserId, request.Form, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (request.UserId == actor.UserId)
            return new CannotResetYourself();

        var user = found.Value;
        var password = accounts.SetPassword(user, mustChangePassword: true);
        user.ForgetFailures();
        if (request.AlsoSecondFactor)
            SecondFactor.TurnOff(user);
        await users.UpdateSecurityStampAsync(user);
        return new OneTimePassword(user.Id, user.UserName, password);
    }
}
