using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Populations;

/// <summary>The ages that the participation rate counts on a day: a population figure is of use only for exactly these.</summary>
/// <param name="From">In completed years, inclusive; null for no lower limit.</param>
/// <param name="To">Inclusive; null for no upper limit.</param>
public sealed record CountedAges(int? From, int? To)
{
    internal static async Task<CountedAges> OnAsync(MembershipDb db, DateOnly day, CancellationToken cancellationToken) =>
        await db.IndicatorDefinitions.AsNoTracking()
            .Where(definition => definition.Code == IndicatorDefinition.Participation && definition.ValidFrom <= day)
            .OrderByDescending(definition => definition.ValidFrom).ThenByDescending(definition => definition.Version)
            .Select(definition => new CountedAges(definition.AgeFrom, definition.AgeTo))
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw new InvalidOperationException("The participation rate has no definition");
}
