using MediatR;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>Turns one's own second factor off, to set it up on another telephone. Every session ends; the one that asked goes on as a new one.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record DisableSecondFactor(string Password) : IRequest<Outcome<StartedSession>>;

internal sealed class DisableSecondFactorHandler(UserManager<User> users, PasswordCheck check, SessionStart start)
    : IRequestHandler<DisableSecondFactor, Outcome<StartedSession>>
{
    public async Task<Outcome<StartedSession>> Handle(DisableSecondFactor request, CancellationToken cancellationToken)
    {
        if (await check.ProveOwnAsync(request.Password, cancellationToken) is not { } user)
            return new OwnPasswordRefused();
        if (!user.HasSecondFactor)
            return new SecondFactorIsOff();

        SecondFactor.TurnOff(user);
        await users.UpdateSecurityStampAsync(user);
        return await start.StartAsync(user, cancellationToken);
    }
}
