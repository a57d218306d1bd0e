namespace Membership.App.Database;

/// <summary>Which version of a file in data/ the database holds: the same version is not loaded again.</summary>
public sealed class ReferenceVersion
{
    /// <summary>Path below data/.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its content, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    public DateTime LoadedAt { get; set; }
}
