using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>The second step of signing in: a code of the authenticator app, or a recovery code.</summary>
[Requires(Permission.Anyone)]
[ConcernsNothing("proves who somebody is")]
public sealed record ConfirmSecondFactor(ProvenPassword Proven, string Code) : IRequest<Outcome<StartedSession>>;

internal sealed class ConfirmSecondFactorHandler(MembershipDb db, PasswordCheck check, FieldCipher cipher, SessionStart start, AuditTrail audit)
    : IRequestHandler<ConfirmSecondFactor, Outcome<StartedSession>>
{
    public async Task<Outcome<StartedSession>> Handle(ConfirmSecondFactor request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(one => one.Id == request.Proven.UserId, cancellationToken);
        if (await check.CountAsync(user, now => IsRight(user, request, now), cancellationToken))
            return await start.SignInAsync(user, cancellationToken);

        audit.Note(new AuditNote(AuditKind.SignInFailed, nameof(User), user.Id));
        return new CodeRefused();
    }

    private bool IsRight(User user, ConfirmSecondFactor request, DateTime now) =>
        !user.IsDisabled
        && user.SecurityStamp == request.Proven.SecurityStamp
        && user is { HasSecondFactor: true, AuthenticatorKey: { } key }
        && SecondFactor.TryUse(user, cipher.Open(key, new(SealedKind.AuthenticatorKey, user.Id)), request.Code, now);
}
