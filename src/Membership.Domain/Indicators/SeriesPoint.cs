namespace Membership.Domain.Indicators;

/// <summary>
/// From this day on (until the next point of the same series) so many people of a commune have this <see cref="CountingReason"/>.
/// Running totals: the figure of a day is the last point not after it. A commune's series are recomputed from its register in
/// one pass and replaced, never patched.
/// </summary>
public sealed class SeriesPoint
{
    /// <summary>Every organization that the definition counts, together.</summary>
    public const long AllOrganizations = 0;

    public long DefinitionId { get; init; }

    /// <summary><see cref="AllOrganizations"/>, or the one organization whose members are counted.</summary>
    public long OrganizationId { get; init; }

    public long LocalityId { get; init; }

    public CountingReason Reason { get; init; }

    public DateOnly Day { get; init; }

    public long People { get; init; }

    /// <summary>Their active memberships in the organizations counted (số lượt).</summary>
    public long Memberships { get; init; }
}
