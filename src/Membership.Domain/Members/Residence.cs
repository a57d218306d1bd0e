namespace Membership.Domain.Members;

/// <summary>Where a person lives, [From, To). Intervals of one person never overlap: the database refuses it.</summary>
public sealed class Residence
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long LocalityId { get; init; }

    /// <summary>House, group, khu vực or ấp, as written; null when the list gave none.</summary>
    public string? Address { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The first day on which the person no longer lives there; null while she does.</summary>
    public DateOnly? To { get; set; }

    public long? ImportId { get; init; }

    public DateTime RecordedAt { get; init; }
}
