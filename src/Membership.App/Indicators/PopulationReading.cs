using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>The denominators of one definition: the figures for exactly its ages.</summary>
internal sealed class PopulationReading(ILookup<long, PopulationFigure> figures)
{
    public static async Task<PopulationReading> ReadAsync(
        MembershipDb db, IndicatorDefinition definition, CancellationToken cancellationToken)
    {
        var found = await db.PopulationFigures.AsNoTracking()
            .Where(figure => figure.AgeFrom == definition.AgeFrom && figure.AgeTo == definition.AgeTo)
            .OrderByDescending(figure => figure.AsOf).ThenByDescending(figure => figure.RecordedAt).ThenByDescending(figure => figure.Id)
            .ToListAsync(cancellationToken);
        return new(found.ToLookup(figure => figure.LocalityId));
    }

    /// <summary>The latest figure not after the day; null when there is none, and then there is no rate.</summary>
    public PopulationSource? Of(long localityId, DateOnly day) =>
        figures[localityId].FirstOrDefault(figure => figure.AsOf <= day) is { } figure
            ? new(figure.Value, figure.AsOf, figure.Source, figure.IsSample)
            : null;
}
