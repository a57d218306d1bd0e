using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Ends one session of one's own, on the server too: its cookie is worth nothing afterwards.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record SignOut(long SessionId) : IRequest;

internal sealed class SignOutHandler(MembershipDb db, Actor actor, AuditTrail audit, TimeProvider clock) : IRequestHandler<SignOut>
{
    public async Task<Unit> Handle(SignOut request, CancellationToken cancellationToken)
    {
        var session = await db.UserSessions.SingleOrDefaultAsync(
            one => one.Id == request.SessionId && one.UserId == actor.UserId && one.EndedAt == null, cancellationToken);
        if (session is null)
            return Unit.Value;

        session.EndedAt = clock.GetUtcNow().UtcDateTime;
        audit.Note(new AuditNote(AuditKind.SignedOut, nameof(User), actor.UserId));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
