namespace Membership.App.Users;

/// <summary>Section <c>Security</c> of the configuration (docs/operations.md).</summary>
public sealed class SecuritySettings
{
    /// <summary>The pages are reached over HTTPS: plain requests are sent there, and cookies travel nowhere else.</summary>
    public bool Https { get; init; }

    /// <summary>A session that is not used for so long ends.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Who manages users or the installation must have a second factor before anything else.</summary>
    public bool SecondFactorForAdministrators { get; init; } = true;

    /// <summary>Passwords and codes that one network address may send.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Searches for people that one user may send.</summary>
    public int SearchesPerMinute { get; init; } = 60;
}
