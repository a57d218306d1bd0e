using Membership.App.Database;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Rows that an earlier import of a list took, and that come back in its corrected workbook. Known by what they say of the
/// person, not by their number: officers insert and delete rows. A row that was changed says something else, and is checked.
/// Doubtful rows that the officer left out are known likewise, and stay left out.
/// </summary>
internal sealed class TakenBefore
{
    private static readonly TakenBefore None = new();

    private readonly Dictionary<ListedPerson, Queue<long>> _people = [];
    private readonly HashSet<ListedPerson> _leftOut = [];

    public static async Task<TakenBefore> ReadAsync(MembershipDb db, ImportFiles files, MemberImport import, CancellationToken cancellationToken)
    {
        if (import.ContinuesId is null)
            return None;

        var taken = new TakenBefore();
        // Of the last one only: it knew what was left out before, and the officer may have thought better of it.
        taken.AddLeftOut(files, import.ContinuesId.Value);
        for (var earlier = import.ContinuesId; earlier is { } id;)
        {
            taken.Add(files, id, await db.ImportedRows.Where(row => row.ImportId == id && row.UndoneAs == null)
                .ToDictionaryAsync(row => row.RowNumber, row => row.PersonId, cancellationToken));
            earlier = await db.MemberImports.Where(row => row.Id == id).Select(row => row.ContinuesId).SingleOrDefaultAsync(cancellationToken);
        }

        return taken;
    }

    /// <summary>The row as it is, or as nothing to be done again. A row taken once excuses one row.</summary>
    public StagedRow Of(StagedRow row)
    {
        if (row.Listed is not { } listed)
            return row;
        if (_people.TryGetValue(listed, out var people) && people.TryDequeue(out var person))
            return row with { Verdict = RowVerdict.Unchanged, PersonId = person, Details = Taken(row.Details) };

        return row.Verdict == RowVerdict.Doubtful && _leftOut.Contains(listed) ? row with { Decision = RowDecision.LeaveOut } : row;
    }

    private static RowDetails Taken(RowDetails details) =>
        RowDetails.None with { Repairs = details.Repairs, RepairedFields = details.RepairedFields, Edited = details.Edited, TakenBefore = true };

    private void AddLeftOut(ImportFiles files, long importId)
    {
        if (!files.HasStaging(importId))
            return;

        using var staging = files.OpenStaging(importId);
        _leftOut.UnionWith(staging.Rows("Verdict = 4 AND Decision = 3").Select(row => row.Listed).OfType<ListedPerson>());
    }

    private void Add(ImportFiles files, long importId, Dictionary<int, long> personByRow)
    {
        if (personByRow.Count == 0 || !files.HasStaging(importId))
            return;

        using var staging = files.OpenStaging(importId);
        foreach (var row in staging.Rows("FullName IS NOT NULL ORDER BY RowNumber"))
        {
            if (row.Listed is not { } listed || !personByRow.TryGetValue(row.RowNumber, out var person))
                continue;

            if (!_people.TryGetValue(listed, out var people))
                _people.Add(listed, people = new Queue<long>());
            people.Enqueue(person);
        }
    }
}
