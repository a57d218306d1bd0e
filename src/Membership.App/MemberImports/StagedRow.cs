using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A row of a list in staging: what stood there, what was understood, and what is to be done with it.</summary>
/// <param name="Cells">The texts of the row, unchanged.</param>
/// <param name="Listed">Null when the row could not be read as a person.</param>
/// <param name="PersonId">The known person, when certain or decided.</param>
/// <param name="MemberFrom">The first day of membership the row proves.</param>
public sealed record StagedRow(
    int RowNumber, RowVerdict Verdict, IReadOnlyList<string> Cells, ListedPerson? Listed, RowDetails Details, long? PersonId, DateOnly MemberFrom)
{
    public RowDecision Decision { get; init; }

    /// <summary>The text of a column, from 0, as it is read: corrected on the page, or as written in the file; "" where nothing stands.</summary>
    public string TextOf(int column) => Details.Edited.GetValueOrDefault(column) ?? Cells.ElementAtOrDefault(column) ?? "";
}

/// <summary>Kept as JSON beside a row; most rows of a clean list have none.</summary>
public sealed record RowDetails(
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<RepairCode> Repairs,
    IReadOnlyList<ShownChange> Changes,
    DoubtReason? Doubt,
    IReadOnlyList<long> Candidates,
    int? EarlierRow)
{
    /// <summary>Fields whose cells are blank, where the register knows a value of somebody whom the row means or may mean.</summary>
    public IReadOnlyList<MemberField> Blank { get; init; } = [];

    public static readonly RowDetails None = new([], [], [], null, [], null);

    /// <summary>The field of each of <see cref="Repairs"/>.</summary>
    public IReadOnlyList<MemberField> RepairedFields { get; init; } = [];

    public IReadOnlyList<RowWarning> Warnings { get; init; } = [];

    /// <summary>The row is hidden or filtered away in the officer's file.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The name, or all of the row, is struck through in the officer's file.</summary>
    public bool IsStruck { get; init; }

    /// <summary>Đã ghi ở đợt nhập trước: the import that this one continues took the row as it stands.</summary>
    public bool TakenBefore { get; init; }

    /// <summary>Keys of all rows of the file that name the row's citizen number for different people; empty for most.</summary>
    public IReadOnlyList<int> SameNumberRows { get; init; } = [];

    /// <summary>Texts that the officer corrected on the page, by column from 0.</summary>
    public IReadOnlyDictionary<int, string> Edited { get; init; } = new Dictionary<int, string>();

    /// <summary>What of the person would be overwritten with something else: unless she was to keep it, it is among <see cref="Changes"/>.</summary>
    public IReadOnlyList<KnownFact> Overwritten { get; init; } = [];

    /// <summary>What the register lacks and the list says.</summary>
    public IReadOnlyList<KnownFact> Filled { get; init; } = [];

    /// <summary>What is overwritten only when the officer says so, in the row's person or, of a doubtful row, in one that it may mean.</summary>
    public IReadOnlyList<KnownFact> Asked { get; init; } = [];

    /// <summary>What the list says otherwise and the officer chose to keep.</summary>
    public IReadOnlyList<ShownChange> Kept { get; init; } = [];

    /// <summary>Whom the row means, or may mean, beyond the scope; the page says of it one sentence only (<see cref="BeyondScopeText"/>).</summary>
    public BeyondScope? Beyond { get; init; }

    public bool IsEmpty =>
        Problems.Count + Repairs.Count + Changes.Count + Candidates.Count + Warnings.Count + Blank.Count + Edited.Count + Asked.Count == 0
        && Doubt is null && EarlierRow is null && Beyond is null && !IsHidden && !IsStruck && !TakenBefore;
}

/// <param name="PersonIds">The one whom it certainly means, or those whom it may mean.</param>
public sealed record BeyondScope(IReadOnlyList<long> PersonIds, bool IsCertain);

/// <summary>A change as the preview shows it: Vietnamese label, old and new value.</summary>
public sealed record ShownChange(string Label, string? Before, string After);
