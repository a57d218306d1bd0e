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
}
