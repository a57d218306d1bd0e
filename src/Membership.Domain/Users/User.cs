using Membership.Domain.Members;

namespace Membership.Domain.Users;

/// <summary>An account: who signs in. Not a member record; one person can hold several posts through several grants.</summary>
public sealed class User
{
    /// <summary>Wrong passwords or codes in a row that lock the account.</summary>
    public const int FailuresThatLock = 5;

    public const string NameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";

    private const int MostDoublings = 10;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    public long Id { get; init; }

    /// <summary>What is typed to sign in, of <see cref="NameCharacters"/>.</summary>
    public required string UserName { get; set; }

    /// <summary>Upper case; unique.</summary>
    public required string NormalizedUserName { get; set; }

    /// <summary>Họ tên và chức danh, as shown beside what the user did.</summary>
    public required string DisplayName { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The password was given by somebody else: to be changed before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>UTC; when a password was given by somebody else: not used for too long, it no longer opens the account.</summary>
    public DateTime? PasswordGivenAt { get; set; }

    /// <summary>Changes with password, grants, second factor and when all devices are signed out; ends the sessions that carry the old one.</summary>
    public required string SecurityStamp { get; set; }

    public bool IsDisabled { get; set; }

    public int AccessFailedCount { get; set; }

    /// <summary>How often in a row the account was locked: each time doubles the delay.</summary>
    public int LockoutCount { get; set; }

    /// <summary>UTC; no sign-in before it.</summary>
    public DateTime? LockoutEnd { get; set; }

    public bool HasSecondFactor { get; set; }

    /// <summary>The TOTP secret, sealed; kept while it waits for its first code too.</summary>
    public SealedText? AuthenticatorKey { get; set; }

    /// <summary>The last TOTP step used: a code is taken once.</summary>
    public long? LastTotpStep { get; set; }

    /// <summary>Hashes of the recovery codes left, separated by blanks.</summary>
    public string? RecoveryCodes { get; set; }

    public DateTime CreatedAt { get; init; }

    public bool IsLockedAt(DateTime utc) => LockoutEnd > utc;

    /// <summary>Each lock lasts twice as long as the one before. While one lasts nothing is counted: else a stranger could make it endless.</summary>
    public void CountFailure(DateTime utc)
    {
        if (IsLockedAt(utc))
            return;

        AccessFailedCount++;
        if (AccessFailedCount < FailuresThatLock)
            return;

        var delay = FirstLock * (1 << Math.Min(LockoutCount, MostDoublings));
        LockoutEnd = utc + (delay < LongestLock ? delay : LongestLock);
        LockoutCount++;
        AccessFailedCount = 0;
    }

    public void ForgetFailures() => (AccessFailedCount, LockoutCount, LockoutEnd) = (0, 0, null);
}

/// <summary>One signed-in browser. The cookie holds a random token, the database its hash.</summary>
public sealed class UserSession
{
    public long Id { get; init; }

    public long UserId { get; init; }

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The user's stamp at sign-in: another one ends the session.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>The address signed in from.</summary>
    public required string From { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>UTC, written at most once a minute.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>However busy it is, it ends after this.</summary>
    public static TimeSpan LongestDuration { get; } = TimeSpan.FromHours(12);

    public bool LastsAt(DateTime utc, DateTime lastSeen, TimeSpan idleAllowed) =>
        EndedAt is null && utc < lastSeen + idleAllowed && utc < StartedAt + LongestDuration;
}
