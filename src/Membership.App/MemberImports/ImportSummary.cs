using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Repairs and problems of a whole list, by number of rows.</summary>
internal sealed record ImportSummary(IReadOnlyDictionary<RepairCode, int> Repairs, IReadOnlyDictionary<RowProblemCode, int> Problems)
{
    public static ImportSummary Of(ImportStaging staging)
    {
        var repairs = new Dictionary<RepairCode, int>();
        var problems = new Dictionary<RowProblemCode, int>();
        foreach (var row in staging.Rows("Details IS NOT NULL ORDER BY RowNumber"))
        {
            foreach (var repair in row.Details.Repairs.Distinct())
                repairs[repair] = repairs.GetValueOrDefault(repair) + 1;
            foreach (var problem in row.Details.Problems.Select(problem => problem.Code).Distinct())
                problems[problem] = problems.GetValueOrDefault(problem) + 1;
        }

        return new ImportSummary(repairs, problems);
    }
}
