namespace Membership.Domain.Members;

/// <summary>
/// A person's membership of one organization in one unit, [From, To). Two intervals of a person in the same organization never
/// overlap: the database refuses it. Moving to another unit ends one interval and begins the next.
/// </summary>
public sealed class MembershipInterval
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long OrganizationId { get; init; }

    public long UnitId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The first day on which the person is no longer a member there; null while she is.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Ngày kết nạp as the list gives it, often only month and year; belongs to person and organization.</summary>
    public PartialDate? AdmittedOn { get; set; }

    public MembershipReason BeganBy { get; init; }

    /// <summary>Null while <see cref="To"/> is.</summary>
    public MembershipReason? EndedBy { get; set; }

    /// <summary>Chức vụ, as written in the list.</summary>
    public string? Office { get; set; }

    /// <summary>
    /// Only a list says so, and of somebody whom its officer did not cover: the unit sees her name, birth, sex and address of today, until somebody
    /// who covers her has agreed.
    /// </summary>
    public bool IsClaim { get; set; }

    public long? ImportId { get; init; }

    public DateTime RecordedAt { get; init; }
}
