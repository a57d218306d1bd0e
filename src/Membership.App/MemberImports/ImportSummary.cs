using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

internal enum FindingKind
{
    Repair = 0,
    Problem = 1,
    Warning = 2,
}

/// <summary>What was found in rows of a list.</summary>
/// <param name="FirstRow">The first row that shows it best: one that could be read, if there is any. 0 in imports of before it was kept.</param>
/// <param name="Field">Where it was found in that row.</param>
internal sealed record Finding(FindingKind Kind, int Code, int Rows, int FirstRow, MemberField? Field)
{
    /// <summary>The first row was understood as a person.</summary>
    public bool IsRead { get; init; }
}

/// <summary>Repairs, problems and warnings of a whole list, by number of rows. Counted once, while the list is checked.</summary>
internal sealed class ImportSummary
{
    private readonly Dictionary<(FindingKind Kind, int Code), Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings.Values;

    public Dictionary<RepairCode, int> Repairs => Of(FindingKind.Repair).ToDictionary(finding => (RepairCode)finding.Code, finding => finding.Rows);

    public Dictionary<RowProblemCode, int> Problems => Of(FindingKind.Problem).ToDictionary(finding => (RowProblemCode)finding.Code, finding => finding.Rows);

    public IEnumerable<Finding> Of(FindingKind kind) => _findings.Values.Where(finding => finding.Kind == kind);

    public void Add(Finding finding) => _findings.Add((finding.Kind, finding.Code), finding);

    public void Count(StagedRow row)
    {
        var details = row.Details;
        for (var at = 0; at < details.Repairs.Count; at++)
            Count(row, FindingKind.Repair, (int)details.Repairs[at], details.RepairedFields[at]);
        foreach (var problem in details.Problems.DistinctBy(problem => problem.Code))
            Count(row, FindingKind.Problem, (int)problem.Code, problem.Field);
        foreach (var warning in details.Warnings.DistinctBy(warning => warning.Code))
            Count(row, FindingKind.Warning, (int)warning.Code, warning.Field);
    }

    private void Count(StagedRow row, FindingKind kind, int code, MemberField field)
    {
        var isRead = row.Listed is not null;
        var found = _findings.GetValueOrDefault((kind, code));
        var isBetter = found is null || (isRead && !found.IsRead);
        _findings[(kind, code)] = isBetter
            ? new Finding(kind, code, (found?.Rows ?? 0) + 1, row.RowNumber, field) { IsRead = isRead }
            : found! with { Rows = found.Rows + 1 };
    }
}
