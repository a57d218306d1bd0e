using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Lists whose corrected file came back and was written: nothing of them is waited for any more.</summary>
internal static class CorrectedLists
{
    /// <summary>By the import that is closed, the last one of its line that is written; the others are not in it.</summary>
    /// <param name="imports">Of any scope, where the caller has lifted the scope.</param>
    public static async Task<IReadOnlyDictionary<long, long>> ClosedByAsync(
        this IQueryable<MemberImport> imports, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var oldest = ids.DefaultIfEmpty(long.MaxValue).Min();
        var next = (await imports.Where(import => import.ContinuesId != null && import.Id > oldest)
            .Select(import => new { import.Id, ContinuesId = import.ContinuesId!.Value, IsWritten = import.State == MemberImportState.Committed })
            .ToListAsync(cancellationToken)).ToLookup(import => import.ContinuesId);
        var closed = new Dictionary<long, long>();
        foreach (var id in ids)
        {
            if (Written(id) is > 0 and var last)
                closed[id] = last;
        }

        return closed;

        // A continuation is younger than what it continues, so this comes to an end.
        long Written(long id) => next[id].Select(import => Math.Max(import.IsWritten ? import.Id : 0, Written(import.Id))).DefaultIfEmpty(0).Max();
    }
}
