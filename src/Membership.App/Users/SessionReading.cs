using System.Security.Cryptography;
using System.Text;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Whose session it is, and what she has to do before anything else.</summary>
/// <param name="Actor">Has only her own account while something is left to do.</param>
public sealed record CurrentSession(long Id, Actor Actor, bool MustChangePassword, bool MustAddSecondFactor);

/// <summary>Finds the session that a token belongs to, on every page: what ended it a moment ago has ended it.</summary>
public sealed class SessionReading(MembershipDb db, ActorReading actors, SessionActivity activity, SecuritySettings settings, TimeProvider clock)
{
    /// <summary>Null when there is none, or it has ended.</summary>
    public async Task<CurrentSession?> FindAsync(string token, string from, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var found = await db.UserSessions.AsNoTracking().Where(session => session.TokenHash == hash)
            .Join(db.Users.AsNoTracking(), session => session.UserId, user => user.Id, (session, user) => new { session, user })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.user.IsDisabled || found.user.SecurityStamp != found.session.SecurityStamp || !Lasts(found.session))
            return null;

        activity.Seen(found.session.Id, clock.GetUtcNow().UtcDateTime);
        return await OfAsync(found.session, found.user, from, cancellationToken);
    }

    /// <summary>All that last, the latest used first.</summary>
    internal async Task<IReadOnlyList<ShownSession>> OfAsync(User user, CancellationToken cancellationToken)
    {
        var sessions = await db.UserSessions.AsNoTracking()
            .Where(session => session.UserId == user.Id && session.EndedAt == null && session.SecurityStamp == user.SecurityStamp)
            .ToListAsync(cancellationToken);
        return sessions.Where(Lasts)
            .Select(session => new ShownSession(session.Id, session.From, session.StartedAt, activity.LastSeen(session)))
            .OrderByDescending(session => session.LastSeenAt)
            .ToList();
    }

    /// <summary>SHA-256 does for a token of 256 random bits.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    private bool Lasts(UserSession session) =>
        session.LastsAt(clock.GetUtcNow().UtcDateTime, activity.LastSeen(session), TimeSpan.FromMinutes(settings.IdleMinutes));

    private async Task<CurrentSession> OfAsync(UserSession session, User user, string from, CancellationToken cancellationToken)
    {
        var actor = await actors.OfAsync(user, from, cancellationToken);
        var isAdministrator = actor.May(Permission.ManageUsers) || actor.May(Permission.Administer);
        var mustAddSecondFactor = isAdministrator && settings.SecondFactorForAdministrators && !user.HasSecondFactor;
        var mayWork = !user.MustChangePassword && !mustAddSecondFactor;
        return new CurrentSession(session.Id, mayWork ? actor : ActorReading.OfOwnAccountOnly(actor), user.MustChangePassword, mustAddSecondFactor);
    }
}
