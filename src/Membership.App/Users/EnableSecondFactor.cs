using MediatR;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>Turns the second factor on, proved by the app's first code. Every session ends; the one that asked goes on as a new one.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record EnableSecondFactor(string Password, string Code) : IRequest<Outcome<EnabledSecondFactor>>;

/// <param name="RecoveryCodes">Shown now and never again.</param>
public sealed record EnabledSecondFactor(IReadOnlyList<string> RecoveryCodes, StartedSession Session);

internal sealed class EnableSecondFactorHandler(UserManager<User> users, PasswordCheck check, FieldCipher cipher, SessionStart start)
    : IRequestHandler<EnableSecondFactor, Outcome<EnabledSecondFactor>>
{
    public async Task<Outcome<EnabledSecondFactor>> Handle(EnableSecondFactor request, CancellationToken cancellationToken)
    {
        if (await check.ProveOwnAsync(request.Password, cancellationToken) is not { } user)
            return new OwnPasswordRefused();
        if (user.HasSecondFactor)
            return new SecondFactorIsOn();
        if (!await check.CountAsync(user, now => IsFirstCode(user, request.Code, now), cancellationToken))
            return new CodeRefused();

        user.HasSecondFactor = true;
        var recoveryCodes = SecondFactor.RenewRecoveryCodes(user);
        await users.UpdateSecurityStampAsync(user);
        return new EnabledSecondFactor(recoveryCodes, await start.StartAsync(user, cancellationToken));
    }

    private bool IsFirstCode(User user, string code, DateTime now) =>
        user.AuthenticatorKey is { } key && SecondFactor.TryUse(user, cipher.Open(key, new(SealedKind.AuthenticatorKey, user.Id)), code, now);
}
