using MediatR;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>A new password for oneself. Every session ends; the one that asked goes on as a new one.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record ChangeOwnPassword(string OldPassword, string NewPassword) : IRequest<Outcome<StartedSession>>;

internal sealed class ChangeOwnPasswordHandler(UserManager<User> users, PasswordCheck check, SessionStart start)
    : IRequestHandler<ChangeOwnPassword, Outcome<StartedSession>>
{
    public async Task<Outcome<StartedSession>> Handle(ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        if (await check.ProveOwnAsync(request.OldPassword, cancellationToken) is not { } user)
            return new OwnPasswordRefused();
        if (request.NewPassword == request.OldPassword)
            return new PasswordIsTheOldOne();

        user.MustChangePassword = false;
        var changed = await users.ChangePasswordAsync(user, request.OldPassword, request.NewPassword);
        return changed.Errors.OfType<RefusedPassword>().FirstOrDefault() is { } refused
            ? refused.Refusal
            : await start.StartAsync(user, cancellationToken);
    }
}
