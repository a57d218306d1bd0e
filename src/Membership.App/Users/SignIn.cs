using MediatR;
using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>Name and password: all that is needed, or the first of two steps.</summary>
[Requires(Permission.Anyone)]
[ConcernsNothing("proves who somebody is")]
public sealed record SignIn(string UserName, string Password) : IRequest<Outcome<SignInStep>>;

/// <param name="Session">Null while the second factor is missing.</param>
/// <param name="Proven">Null when nothing is missing.</param>
public sealed record SignInStep(StartedSession? Session, ProvenPassword? Proven);

/// <summary>The password was right; <see cref="ConfirmSecondFactor"/> is next.</summary>
/// <param name="SecurityStamp">Of the account then: another one since makes the step void.</param>
public sealed record ProvenPassword(long UserId, string SecurityStamp);

internal sealed class SignInHandler(UserManager<User> users, PasswordCheck check, SessionStart start, AuditTrail audit)
    : IRequestHandler<SignIn, Outcome<SignInStep>>
{
    public async Task<Outcome<SignInStep>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var user = await users.FindByNameAsync(request.UserName.Trim());
        if (!await check.PassesAsync(user, request.Password, cancellationToken))
        {
            audit.Note(new AuditNote(AuditKind.SignInFailed, nameof(User), user?.Id));
            return new SignInRefused();
        }

        return user!.HasSecondFactor
            ? new SignInStep(null, new ProvenPassword(user.Id, user.SecurityStamp))
            : new SignInStep(await start.SignInAsync(user, cancellationToken), null);
    }
}
