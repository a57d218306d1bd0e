using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain.Targets;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>The targets of one indicator on a day, by locality.</summary>
internal sealed class TargetReading(AskedFigure asked, ILookup<long, TargetRow> targets, LocalityDirectory localities)
{
    /// <summary>None when one organization is looked at: the target is set for all together.</summary>
    public static async Task<TargetReading> ReadAsync(
        MembershipDb db, LocalityDirectory localities, AskedFigure asked, CancellationToken cancellationToken)
    {
        var isForAll = asked.Organization is null;
        var found = await db.Targets
            .Where(target => isForAll && target.IndicatorCode == asked.Definition.Code && target.Unit == TargetUnit.Share)
            .Where(target => target.ValidFrom <= asked.AsOf)
            .Join(db.Resolutions, target => target.ResolutionId, resolution => resolution.Id, (target, resolution) => new { target, resolution.Number })
            .OrderByDescending(row => row.target.ValidFrom).ThenByDescending(row => row.target.Id)
            .ToListAsync(cancellationToken);
        return new(asked, found.ToLookup(row => row.target.LocalityId, row => RowOf(asked, row.target, row.Number)), localities);
    }

    /// <summary>Its own, else that of the nearest locality above it.</summary>
    public TargetRow? Of(long localityId) =>
        localities.AncestorsOf(localityId, asked.AsOf).Prepend(localityId).Select(id => targets[id].FirstOrDefault()).FirstOrDefault(target => target is not null);

    private static TargetRow RowOf(AskedFigure asked, Target target, string number) =>
        new(target.Value, asked.Definition.Comparator, target.Deadline, number, target.Clause, target.Quotation);
}
