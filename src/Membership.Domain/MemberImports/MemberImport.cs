namespace Membership.Domain.MemberImports;

/// <summary>
/// Đợt nhập: one list taken in, from upload to commit. Its rows, with their raw cells, are in a staging file of its own beside
/// the upload, so that reading a list blocks nobody's writes.
/// </summary>
public sealed class MemberImport
{
    public long Id { get; init; }

    public long OrganizationId { get; init; }

    public long LocalityId { get; init; }

    /// <summary>The day the list speaks of.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Name of the file as uploaded, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes received, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public long FileBytes { get; init; }

    /// <summary>The sheet asked for; null: the first one with a list.</summary>
    public string? SheetAsked { get; init; }

    public MemberImportState State { get; set; }

    /// <summary>How it is to be read.</summary>
    public ListChoices Choices { get; set; } = ListChoices.None;

    /// <summary>SHA-256 over the headings found; null before they were.</summary>
    public string? ShapeKey { get; set; }

    /// <summary>The import whose marked workbook came back corrected; null for a list of its own.</summary>
    public long? ContinuesId { get; init; }

    /// <summary>Name of the <see cref="Refusal"/> that ended the reading, or made it wait for an answer; null otherwise.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>The refusal's Vietnamese sentence, as shown.</summary>
    public string? RefusedText { get; set; }

    public string? Sheet { get; set; }

    /// <summary>Row of the (last) heading line, as Excel numbers it.</summary>
    public int? HeaderRow { get; set; }

    public int Rows { get; set; }

    public int NewRows { get; set; }

    public int ChangedRows { get; set; }

    public int UnchangedRows { get; set; }

    public int DoubtfulRows { get; set; }

    public int RejectedRows { get; set; }

    /// <summary><see cref="Members.RegisterState.Version"/> when the rows were checked: a commit refuses when it has moved on.</summary>
    public long CheckedAtVersion { get; set; }

    public required string ReceivedBy { get; init; }

    public DateTime ReceivedAt { get; init; }

    public DateTime? CommittedAt { get; set; }

    /// <summary>A commit has begun and not come to its end: the first number of the people it brings in; null otherwise.</summary>
    public long? PreparedFrom { get; set; }

    /// <summary>Rows written to the register so far, by all commits of this import.</summary>
    public int TakenRows { get; set; }

    /// <summary>Full lists only: members of the unit whom the list does not name.</summary>
    public int MissingMembers { get; set; }

    /// <summary>Fewer known people are on the list than are missing from it: perhaps it is not a full one.</summary>
    public bool MissesMostMembers => MissingMembers > UnchangedRows + ChangedRows + DoubtfulRows;

    /// <summary>Rows of known people with a blank cell where the register holds a value: <see cref="ListChoices.EmptyCells"/> decides.</summary>
    public int EmptyCellRows { get; set; }

    public DateTime? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoneBecause { get; set; }
}

public enum MemberImportState
{
    /// <summary>Received, being read into staging.</summary>
    Reading = 1,

    /// <summary>Every row has a verdict; nothing is in the register yet.</summary>
    Checked = 2,

    /// <summary>The rows that could be taken are in the register.</summary>
    Committed = 3,

    /// <summary>Not readable as a list; the reason is kept.</summary>
    Refused = 4,

    /// <summary>Thrown away by the officer before commit.</summary>
    Discarded = 5,

    /// <summary>Cannot be read without an answer of the officer, such as where the heading stands.</summary>
    Asking = 6,

    /// <summary>Was in the register and was taken back.</summary>
    Undone = 7,
}

/// <summary>What a row would do to the register. Exactly one each, and the five counts add up to the rows.</summary>
public enum RowVerdict
{
    /// <summary>A person the register does not know.</summary>
    New = 1,

    /// <summary>A known person, certain, of whom something changes or who joins this organization.</summary>
    Changed = 2,

    Unchanged = 3,

    /// <summary>Perhaps a known person: waits for a decision.</summary>
    Doubtful = 4,

    /// <summary>Cannot be taken as it is; the problems say why.</summary>
    Rejected = 5,
}
