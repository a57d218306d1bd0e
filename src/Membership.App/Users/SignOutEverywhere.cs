using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Ends every session of one's own, this one too: for a lost telephone or a forgotten office computer.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record SignOutEverywhere : IRequest;

internal sealed class SignOutEverywhereHandler(MembershipDb db, UserManager<User> users, Actor actor, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<SignOutEverywhere>
{
    public async Task<Unit> Handle(SignOutEverywhere request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(one => one.Id == actor.UserId, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var session in await db.UserSessions.Where(one => one.UserId == user.Id && one.EndedAt == null).ToListAsync(cancellationToken))
            session.EndedAt = now;

        audit.Note(new AuditNote(AuditKind.SignedOut, nameof(User), user.Id));
        await users.UpdateSecurityStampAsync(user);
        return Unit.Value;
    }
}
