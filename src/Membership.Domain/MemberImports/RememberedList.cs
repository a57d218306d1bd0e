namespace Membership.Domain.MemberImports;

/// <summary>How lists of one shape from one unit are read, as answered once. The next list with these headings needs no answer.</summary>
public sealed class RememberedList
{
    public long Id { get; init; }

    public long OrganizationId { get; init; }

    public long LocalityId { get; init; }

    /// <summary>SHA-256 over the headings of the list, lower-case hex.</summary>
    public required string ShapeKey { get; init; }

    /// <summary>Mode, empty cells, repairs and what becomes of known people are asked for each list: they are not in it.</summary>
    public required ListChoices Choices { get; set; }

    public required string RecordedBy { get; set; }

    public DateTime RecordedAt { get; set; }
}
