namespace Membership.Domain.Approvals;

/// <summary>Something that one person asked for and another one has to agree to (quy tắc hai người).</summary>
public sealed class Approval
{
    public long Id { get; init; }

    public ApprovalKind Kind { get; init; }

    /// <summary>What it is about, such as an import's id.</summary>
    public long SubjectId { get; init; }

    /// <summary>SHA-256, lower-case hex, over all that was agreed to: another content has to be asked for anew. Null in questions of before it was kept.</summary>
    public string? Digest { get; init; }

    public long? LocalityId { get; init; }

    public long? OrganizationId { get; init; }

    /// <summary>One Vietnamese sentence, without names of members.</summary>
    public required string Summary { get; init; }

    public long? RequestedById { get; init; }

    public required string RequestedBy { get; init; }

    public DateTime RequestedAt { get; init; }

    public ApprovalState State { get; set; }

    public long? DecidedById { get; set; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string? Reason { get; set; }
}

public enum ApprovalKind
{
    /// <summary>A list of more rows than the setting allows one person.</summary>
    LargeImport = 1,

    /// <summary>Removing what identifies more than one person at once.</summary>
    BulkRemoval = 2,

    /// <summary>Taking back a list of more rows than the setting allows one person.</summary>
    LargeUndo = 3,
}

public enum ApprovalState
{
    Waiting = 1,
    Granted = 2,
    Declined = 3,

    /// <summary>What it asked for is not what would be done any more; nobody decides it.</summary>
    Outdated = 4,
}
