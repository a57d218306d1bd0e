using System.Security.Cryptography;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.Users;

namespace Membership.App.Users;

/// <param name="Token">The secret that the browser gets; the database has its hash only.</param>
public sealed record StartedSession(string Token, long UserId, DateTime StartedAt);

/// <summary>Begins the session of somebody who has proved who she is, with a token that nobody can have known before.</summary>
internal sealed class SessionStart(MembershipDb db, Actor actor, AuditTrail audit, TimeProvider clock)
{
    private const int TokenBytes = 32;

    public async Task<StartedSession> SignInAsync(User user, CancellationToken cancellationToken)
    {
        user.ForgetFailures();
        audit.Note(new AuditNote(AuditKind.SignedIn, nameof(User), user.Id) { By = new Actor(user.Id, user.UserName, actor.From, []) });
        return await StartAsync(user, cancellationToken);
    }

    /// <summary>In place of one that a new stamp has just ended.</summary>
    public async Task<StartedSession> StartAsync(User user, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new UserSession
        {
            UserId = user.Id,
            TokenHash = SessionReading.HashOf(token),
            SecurityStamp = user.SecurityStamp,
            From = actor.From,
            StartedAt = now,
            LastSeenAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new StartedSession(token, user.Id, now);
    }
}
