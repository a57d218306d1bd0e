using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Rows of one file that name one citizen number for different people: nobody can say which of them is right, so all wait.</summary>
internal static class NumbersOfSeveral
{
    /// <param name="rows">Keys of the rows, by number.</param>
    /// <returns>Each row that is otherwise than it was staged, before and after. Rows that are rejected, or were taken by an earlier import, stay.</returns>
    public static IReadOnlyList<(StagedRow Before, StagedRow After)> Mark(ImportStaging staging, IEnumerable<IReadOnlyList<int>> rows) =>
    [
        .. rows.SelectMany(keys => keys.Select(staging.Row).OfType<StagedRow>()
            .Where(row => row.Verdict != RowVerdict.Rejected && !row.Details.TakenBefore)
            .Select(row => (row, Doubtful(row, keys)))),
    ];

    private static StagedRow Doubtful(StagedRow row, IReadOnlyList<int> keys) => row with
    {
        Verdict = RowVerdict.Doubtful,
        Decision = RowDecision.None,
        PersonId = null,
        Details = row.Details with
        {
            Doubt = DoubtReason.NumberOfSeveralRows,
            Candidates = row.PersonId is { } person && row.Details.Candidates.Count == 0 ? [person] : row.Details.Candidates,
            Changes = [],
            EarlierRow = null,
            SameNumberRows = keys,
        },
    };
}
