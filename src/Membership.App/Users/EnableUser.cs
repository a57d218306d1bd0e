using MediatR;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>A disabled user may sign in again, with the password and the roles of before.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the user's roles are held against the scope")]
public sealed record EnableUser(long UserId) : IRequest<Outcome<Unit>>
{
    /// <summary>The form it comes from; null: it is done, whatever was changed meanwhile.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class EnableUserHandler(UserManager<User> users, UserReach reach) : IRequestHandler<EnableUser, Outcome<Unit>>
{
    public async Task<Outcome<Unit>> Handle(EnableUser request, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(request.UserId, request.Form, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        found.Value.IsDisabled = false;
        found.Value.ForgetFailures();
        await users.UpdateAsync(found.Value);
        return Unit.Value;
    }
}
