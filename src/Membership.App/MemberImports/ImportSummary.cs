using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

public enum FindingKind
{
    Repair = 0,
    Problem = 1,
    Warning = 2,

    /// <summary>A blank cell where the register holds a value.</summary>
    Blank = 3,

    /// <summary>A value of the register that the row overwrites, by <see cref="KnownFact"/>.</summary>
    Overwritten = 4,

    /// <summary>A value that the register lacks and the row fills in.</summary>
    Filled = 5,

    /// <summary>A value that is overwritten only when the officer says so.</summary>
    Asked = 6,

    /// <summary>How the row looks in the officer's file.</summary>
    Look = 7,
}

/// <summary>What only the look of a row in its file says.</summary>
public enum RowLookCode
{
    /// <summary>Hidden, or filtered away.</summary>
    Hidden = 1,
    StruckThrough = 2,
}

/// <summary>One thing that can be found in a row of a list.</summary>
/// <param name="Code">A <see cref="RepairCode"/>, <see cref="RowProblemCode"/>, <see cref="RowWarningCode"/> or <see cref="RowLookCode"/>; of a blank cell its <see cref="MemberField"/>, of a change its <see cref="KnownFact"/>.</param>
public readonly record struct RowFinding(FindingKind Kind, int Code)
{
    public static RowFinding Of(RepairCode repair) => new(FindingKind.Repair, (int)repair);

    public static RowFinding Of(RowProblemCode problem) => new(FindingKind.Problem, (int)problem);

    public static RowFinding Of(RowWarningCode warning) => new(FindingKind.Warning, (int)warning);

    public static RowFinding OfBlank(MemberField field) => new(FindingKind.Blank, (int)field);

    public static RowFinding Of(FindingKind kind, KnownFact fact) => new(kind, (int)fact);

    public static RowFinding Of(RowLookCode look) => new(FindingKind.Look, (int)look);

    /// <summary>Everything that was found in a row, each once, with where it was found first.</summary>
    internal static IEnumerable<(RowFinding Finding, MemberField Field)> In(RowDetails details) =>
        details is { Repairs: [], Problems: [], Warnings: [], Blank: [], Overwritten: [], Filled: [], Asked: [], IsHidden: false, IsStruck: false }
        ? []
        : details.Repairs.Zip(details.RepairedFields, (repair, field) => (Of(repair), field))
            .Concat(details.Problems.Select(problem => (Of(problem.Code), problem.Field)))
            .Concat(details.Warnings.Select(warning => (Of(warning.Code), warning.Field)))
            .Concat(details.Blank.Select(field => (OfBlank(field), field)))
            .Concat(details.Overwritten.Select(fact => (Of(FindingKind.Overwritten, fact), KnownFacts.FieldOf(fact))))
            .Concat(details.Filled.Select(fact => (Of(FindingKind.Filled, fact), KnownFacts.FieldOf(fact))))
            .Concat(details.Asked.Select(fact => (Of(FindingKind.Asked, fact), KnownFacts.FieldOf(fact))))
            .Concat(details.IsHidden ? [(Of(RowLookCode.Hidden), MemberField.FullName)] : [])
            .Concat(details.IsStruck ? [(Of(RowLookCode.StruckThrough), MemberField.FullName)] : [])
            .DistinctBy(found => found.Item1);
}

/// <summary>What was found in rows of a list.</summary>
/// <param name="FirstRow">The first row that shows it best: one that could be read, if there is any. 0 in imports of before it was kept.</param>
/// <param name="Field">Where it was found in that row.</param>
internal sealed record Finding(FindingKind Kind, int Code, int Rows, int FirstRow, MemberField? Field)
{
    /// <summary>The first row was understood as a person.</summary>
    public bool IsRead { get; init; }
}

/// <summary>Repairs, problems, warnings, blank cells and changes of a whole list, by number of rows. Counted once, while the list is checked.</summary>
internal sealed class ImportSummary
{
    private readonly Dictionary<RowFinding, Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings.Values;

    public Dictionary<RepairCode, int> Repairs => Of(FindingKind.Repair).ToDictionary(finding => (RepairCode)finding.Code, finding => finding.Rows);

    public Dictionary<RowProblemCode, int> Problems => Of(FindingKind.Problem).ToDictionary(finding => (RowProblemCode)finding.Code, finding => finding.Rows);

    public int Rows(RowLookCode look) => _findings.TryGetValue(RowFinding.Of(look), out var finding) ? finding.Rows : 0;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<FoundWarning> Warnings =>
        [.. Sorted(FindingKind.Warning).Select(finding => new FoundWarning((RowWarningCode)finding.Code, finding.Rows, finding.FirstRow))];

    public IEnumerable<Finding> Sorted(FindingKind kind) => Of(kind).OrderByDescending(finding => finding.Rows).ThenBy(finding => finding.Code);

    public IEnumerable<Finding> Of(FindingKind kind) => _findings.Values.Where(finding => finding.Kind == kind);

    public void Add(Finding finding) => _findings.Add(new RowFinding(finding.Kind, finding.Code), finding);

    public void Count(StagedRow row)
    {
        foreach (var (finding, field) in RowFinding.In(row.Details))
            Count(row, finding, field);
    }

    private void Count(StagedRow row, RowFinding finding, MemberField field)
    {
        var isRead = row.Listed is not null;
        var found = _findings.GetValueOrDefault(finding);
        var isBetter = found is null || (isRead && !found.IsRead);
        _findings[finding] = isBetter
            ? new Finding(finding.Kind, finding.Code, (found?.Rows ?? 0) + 1, row.RowNumber, field) { IsRead = isRead }
            : found! with { Rows = found.Rows + 1 };
    }
}
