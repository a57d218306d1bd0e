namespace Membership.Domain.Members;

/// <summary>One row: how often the register has been written to, so that a check can tell that it has become stale.</summary>
public sealed class RegisterState
{
    public const long OnlyId = 1;

    public long Id { get; init; }

    public long Version { get; set; }
}

/// <summary>One field of one person before and after a write: who, when, why and by which import.</summary>
public sealed class PersonChange
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Field { get; init; }

    /// <summary>Sealed where <see cref="SealedFields"/> says so, as is <see cref="After"/>.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    public required string Reason { get; init; }

    public long? ImportId { get; init; }

    /// <summary>The organization whose membership was changed; null for the person's own fields.</summary>
    public long? OrganizationId { get; init; }

    public required string RecordedBy { get; init; }

    public DateTime RecordedAt { get; init; }

    /// <summary>Random; makes <see cref="Digest"/> say nothing of values that were erased together with it.</summary>
    public string? Salt { get; set; }

    /// <summary>Keyed hash of person, field and both values, which the log repeats; null in rows older than the log.</summary>
    public string? Digest { get; set; }

    /// <summary>Values and salt go; that there was a change stays.</summary>
    public void Erase() => (Before, After, Salt) = (null, null, null);
}
