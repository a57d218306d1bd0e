using Membership.Domain.Members;

namespace Membership.Domain.Users;

/// <summary>An account: who signs in. Not a member record; one person can hold several posts through several grants.</summary>
public sealed class User
{
    public long Id { get; init; }

    /// <summary>What is typed to sign in: a-z, 0-9, dot, hyphen.</summary>
    public required string UserName { get; set; }

    /// <summary>Upper case; unique.</summary>
    public required string NormalizedUserName { get; set; }

    /// <summary>Họ tên và chức danh, as shown beside what the user did.</summary>
    public required string DisplayName { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The password was given by somebody else: to be changed before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

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
}
