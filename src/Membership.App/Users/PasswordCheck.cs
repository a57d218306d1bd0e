using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>Whether a password proves who she is. Failures are counted, here too when she is signed in already.</summary>
internal sealed class PasswordCheck(MembershipDb db, UserManager<User> users, UserPasswordHasher hasher, Actor actor, TimeProvider clock)
{
    private static readonly TimeSpan OneTimePasswordLasts = TimeSpan.FromDays(7);

    /// <summary>
    /// Who asks, once she has proved it again: an open browser is no proof when what she signs in with is to change. Null when the password
    /// is not hers.
    /// </summary>
    public async Task<User?> ProveOwnAsync(string password, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(one => one.Id == actor.UserId, cancellationToken);
        return await PassesAsync(user, password, cancellationToken) ? user : null;
    }

    /// <summary>The same answer, after the same work, for a wrong password, a locked or disabled account, and nobody.</summary>
    public async Task<bool> PassesAsync(User? user, string password, CancellationToken cancellationToken)
    {
        if (user is null)
        {
            hasher.VerifyForNoUser(password);
            return false;
        }

        var isRight = await users.CheckPasswordAsync(user, password);
        return await CountAsync(user, now => isRight && !user.IsDisabled && !HasExpired(user, now), cancellationToken);
    }

    /// <summary>What was written down or sent by message for somebody must not lie around as a key for ever.</summary>
    private static bool HasExpired(User user, DateTime now) => user.MustChangePassword && user.PasswordGivenAt < now - OneTimePasswordLasts;

    /// <summary>
    /// Judges under the database's one write lock, on the account as it is then: of many guesses sent at once no more count than of guesses
    /// sent one by one. A right one during a lock proves nothing.
    /// </summary>
    public async Task<bool> CountAsync(User user, Func<DateTime, bool> isRight, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Entry(user).ReloadAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var passes = !user.IsLockedAt(now) && isRight(now);
        if (!passes)
            user.CountFailure(now);

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return passes;
    }
}
