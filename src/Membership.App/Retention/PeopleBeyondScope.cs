using Membership.App.Database;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Retention;

/// <summary>Finds the people of whom a residence or a membership lies beyond the scope in force.</summary>
internal sealed class PeopleBeyondScope(MembershipDb db)
{
    private const int PeopleAtOnce = 500;

    public async Task<IReadOnlySet<long>> AmongAsync(IEnumerable<long> personIds, CancellationToken cancellationToken)
    {
        var beyond = new HashSet<long>();
        if (db.Scope.IsEverything)
            return beyond;

        foreach (var ids in personIds.Chunk(PeopleAtOnce))
        {
            beyond.UnionWith(await HiddenAsync(db.Residences.Where(one => ids.Contains(one.PersonId)).Select(one => new OfPerson(one.PersonId, one.Id)), cancellationToken));
            beyond.UnionWith(await HiddenAsync(db.Memberships.Where(one => ids.Contains(one.PersonId)).Select(one => new OfPerson(one.PersonId, one.Id)), cancellationToken));
        }

        return beyond;
    }

    private static async Task<IEnumerable<long>> HiddenAsync(IQueryable<OfPerson> rows, CancellationToken cancellationToken)
    {
        var seen = await rows.ToListAsync(cancellationToken);
        var all = await rows.IgnoreQueryFilters().ToListAsync(cancellationToken);
        return all.Except(seen).Select(row => row.PersonId);
    }

    private sealed record OfPerson(long PersonId, long RowId);
}
