using Membership.Domain.Members;

namespace Membership.Domain.Indicators;

/// <summary>What a rule needs to know of one person, over all time.</summary>
/// <param name="Residences">Never overlapping.</param>
/// <param name="Memberships">Two of the same organization never overlap.</param>
public sealed record PersonHistory(PartialDate? BirthDate, IReadOnlyList<ResidenceSpan> Residences, IReadOnlyList<MembershipSpan> Memberships);

/// <summary>Lives in a locality, [From, To).</summary>
public readonly record struct ResidenceSpan(long LocalityId, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day < To);
}

/// <summary>Belongs to a unit of an organization, [From, To).</summary>
/// <param name="Id">Decides between two that began on the same day.</param>
/// <param name="LocalityId">The commune of the unit; null when it covers several.</param>
public readonly record struct MembershipSpan(long Id, long OrganizationId, long? LocalityId, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day < To);

    internal bool BeganBefore(MembershipSpan other) => (From, Id).CompareTo((other.From, other.Id)) < 0;
}

/// <summary>That one person stands in a commune's register for one <see cref="CountingReason"/>, [From, To).</summary>
/// <param name="OrganizationId"><see cref="SeriesPoint.AllOrganizations"/>, or the one organization whose members are counted.</param>
/// <param name="Memberships">How many of her memberships in the organizations counted are active.</param>
public readonly record struct CountedSegment(
    long LocalityId, long OrganizationId, CountingReason Reason, DateOnly From, DateOnly? To, int Memberships);
