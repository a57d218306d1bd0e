using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>The secret to type into an authenticator app. It stays the same until its first code has come (<see cref="EnableSecondFactor"/>).</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record BeginSecondFactor : IRequest<Outcome<AuthenticatorSecret>>;

/// <param name="Text">Base32.</param>
public sealed record AuthenticatorSecret(string UserName, string Text)
{
    private static readonly string Issuer = System.Uri.EscapeDataString("So doan vien, hoi vien");

    /// <summary>What an authenticator app on the same device opens.</summary>
    public string Uri => $"otpauth://totp/{Issuer}:{UserName}?secret={Text}&issuer={Issuer}";
}

internal sealed class BeginSecondFactorHandler(MembershipDb db, FieldCipher cipher, Actor actor) : IRequestHandler<BeginSecondFactor, Outcome<AuthenticatorSecret>>
{
    public async Task<Outcome<AuthenticatorSecret>> Handle(BeginSecondFactor request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(one => one.Id == actor.UserId, cancellationToken);
        if (user.HasSecondFactor)
            return new SecondFactorIsOn();
        if (user.AuthenticatorKey is { } waiting)
            return new AuthenticatorSecret(user.UserName, cipher.Open(waiting, new(SealedKind.AuthenticatorKey, user.Id)));

        var secret = Totp.NewSecret();
        user.AuthenticatorKey = cipher.Seal(secret, new(SealedKind.AuthenticatorKey, user.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new AuthenticatorSecret(user.UserName, secret);
    }
}
