using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Repairs and problems of a whole list, by number of rows. Counted once, while the list is checked.</summary>
internal sealed class ImportSummary
{
    public Dictionary<RepairCode, int> Repairs { get; } = [];

    public Dictionary<RowProblemCode, int> Problems { get; } = [];

    public void Count(RowDetails details)
    {
        foreach (var repair in details.Repairs.Distinct())
            Repairs[repair] = Repairs.GetValueOrDefault(repair) + 1;
        foreach (var problem in details.Problems.Select(problem => problem.Code).Distinct())
            Problems[problem] = Problems.GetValueOrDefault(problem) + 1;
    }
}
