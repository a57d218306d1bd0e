namespace Membership.Domain.Indicators;

/// <summary>A commune with its counts of a day, or what lies above communes: the sum of its parts.</summary>
/// <param name="Counts">Null above a commune.</param>
/// <param name="Parts">Those that its figure is made of; empty for a commune.</param>
public sealed record CountedPlace(long LocalityId, CommuneCounts? Counts, IReadOnlyList<CountedPlace> Parts);

/// <summary>What figures about a commune, and about all above it, are sums of.</summary>
/// <param name="Numerators">By organization, and under <see cref="SeriesPoint.AllOrganizations"/> everyone once; none is nobody.</param>
/// <param name="LeftOut">People by reason other than <see cref="CountingReason.Counted"/>, of all organizations together.</param>
public sealed record CommuneCounts(IReadOnlyDictionary<long, Numerator> Numerators, IReadOnlyDictionary<CountingReason, long> LeftOut)
{
    public Numerator Of(long organizationId) => Numerators.GetValueOrDefault(organizationId);
}

/// <param name="Memberships">Of these people, in the organizations counted.</param>
public readonly record struct Numerator(long People, long Memberships);
