namespace Membership.Domain.Indicators;

/// <summary>
/// Where one person stands on every day under one definition: in the register of her home commune for exactly one reason, and,
/// when she belongs to a unit of another commune, also there as <see cref="CountingReason.LivesElsewhere"/>. Once for all
/// counted organizations together, and once for each organization she ever belonged to.
/// </summary>
/// <param name="countedOrganizations">Ids of the definition's organizations.</param>
public sealed class ParticipationRule(IndicatorDefinition definition, IReadOnlySet<long> countedOrganizations)
{
    /// <summary>Her whole history, cut where her reason, commune or number of memberships changes.</summary>
    public IReadOnlyList<CountedSegment> SegmentsOf(PersonHistory person)
    {
        var ages = AgeLimits.Of(definition, person.BirthDate);
        var days = ChangesOf(person, ages);
        var segments = new List<CountedSegment>();
        AddScope(SeriesPoint.AllOrganizations, person, ages, days, segments);
        foreach (var organization in OrganizationsOf(person.Memberships))
            AddScope(organization, person, ages, days, segments);

        return segments;
    }

    private static List<long> OrganizationsOf(IReadOnlyList<MembershipSpan> memberships)
    {
        var organizations = new List<long>(memberships.Count);
        foreach (var membership in memberships)
        {
            if (!organizations.Contains(membership.OrganizationId))
                organizations.Add(membership.OrganizationId);
        }

        return organizations;
    }

    /// <summary>The days on which anything can change: between two of them nothing does.</summary>
    private static List<DateOnly> ChangesOf(PersonHistory person, AgeLimits ages)
    {
        var days = new List<DateOnly>((2 * (person.Residences.Count + person.Memberships.Count)) + 2);
        foreach (var residence in person.Residences)
            AddEnds(days, residence.From, residence.To);
        foreach (var membership in person.Memberships)
            AddEnds(days, membership.From, membership.To);
        AddEnds(days, ages.OldEnoughFrom, ages.TooOldFrom);

        days.Sort();
        return days;
    }

    private static void AddEnds(List<DateOnly> days, DateOnly? from, DateOnly? to)
    {
        if (from is not null)
            days.Add(from.Value);
        if (to is not null)
            days.Add(to.Value);
    }

    private void AddScope(long scope, PersonHistory person, AgeLimits ages, List<DateOnly> days, List<CountedSegment> segments)
    {
        CountedSegment? home = null;
        CountedSegment? elsewhere = null;
        for (var i = 0; i < days.Count; i++)
        {
            var (from, to) = (days[i], i + 1 < days.Count ? days[i + 1] : (DateOnly?)null);
            if (from == to)
                continue;

            var standing = StandingOn(from, scope, person);
            home = Extend(home, HomeSegment(standing, scope, ages, from, to), segments);
            elsewhere = Extend(elsewhere, ElsewhereSegment(standing, scope, from, to), segments);
        }

        Extend(home, null, segments);
        Extend(elsewhere, null, segments);
    }

    private Standing StandingOn(DateOnly day, long scope, PersonHistory person)
    {
        var standing = new Standing { LivesIn = LivesInOn(day, person.Residences) };
        // By position: an enumerator of the interface would be an object for each day and each organization of everyone.
        for (var i = 0; i < person.Memberships.Count; i++)
        {
            var membership = person.Memberships[i];
            if (membership.Covers(day))
                standing.Add(membership, IsInScope(scope, membership), Counts(scope, membership));
        }

        return standing;
    }

    private static long? LivesInOn(DateOnly day, IReadOnlyList<ResidenceSpan> residences)
    {
        for (var i = 0; i < residences.Count; i++)
        {
            if (residences[i].Covers(day))
                return residences[i].LocalityId;
        }

        return null;
    }

    private static bool IsInScope(long scope, MembershipSpan membership) =>
        scope == SeriesPoint.AllOrganizations || membership.OrganizationId == scope;

    private bool Counts(long scope, MembershipSpan membership) =>
        scope == SeriesPoint.AllOrganizations ? countedOrganizations.Contains(membership.OrganizationId) : membership.OrganizationId == scope;

    private CountedSegment? HomeSegment(in Standing standing, long scope, AgeLimits ages, DateOnly from, DateOnly? to)
    {
        var commune = HomeOf(standing);
        return commune is null ? null : new(commune.Value, scope, ReasonOf(standing, ages, from), from, to, standing.Memberships);
    }

    private CountedSegment? ElsewhereSegment(in Standing standing, long scope, DateOnly from, DateOnly? to) =>
        definition.ResidenceRule == ResidenceRule.LivesThere && standing is { LivesIn: not null, FirstElsewhere.LocalityId: { } commune }
            ? new(commune, scope, CountingReason.LivesElsewhere, from, to, standing.Memberships)
            : null;

    /// <summary>A former member of a unit is still shown where she lives, so that nobody disappears from the count.</summary>
    private long? HomeOf(in Standing standing) => definition.ResidenceRule == ResidenceRule.LivesThere
        ? standing.LivesIn ?? standing.First?.LocalityId
        : standing.First?.LocalityId ?? standing.LivesIn;

    private CountingReason ReasonOf(in Standing standing, AgeLimits ages, DateOnly day)
    {
        if (definition.ResidenceRule == ResidenceRule.LivesThere && standing.LivesIn is null)
            return CountingReason.ResidenceUnknown;
        if (!standing.IsMember)
            return CountingReason.NoActiveMembership;

        return standing.Memberships == 0 ? CountingReason.OrganizationNotCounted : ages.ReasonOn(day);
    }

    /// <summary>Adds the open segment to the list when the next does not continue it; the result is the one open from now on.</summary>
    private static CountedSegment? Extend(CountedSegment? open, CountedSegment? next, List<CountedSegment> segments)
    {
        if (open is null)
            return next;
        if (next is not null && next.Value == open.Value with { From = next.Value.From, To = next.Value.To } && open.Value.To == next.Value.From)
            return open.Value with { To = next.Value.To };

        segments.Add(open.Value);
        return next;
    }

    /// <summary>Gathered membership by membership, in place: this runs for each day and each organization of everyone.</summary>
    private struct Standing
    {
        public long? LivesIn { get; init; }

        /// <summary>Of the active memberships in the organizations looked at, in units of one commune, the oldest.</summary>
        public MembershipSpan? First { get; private set; }

        /// <summary>The same in another commune than she lives in.</summary>
        public MembershipSpan? FirstElsewhere { get; private set; }

        /// <summary>Of any organization, counted or not.</summary>
        public bool IsMember { get; private set; }

        public int Memberships { get; private set; }

        public void Add(in MembershipSpan membership, bool isInScope, bool counts)
        {
            IsMember = true;
            Memberships += counts ? 1 : 0;
            if (!isInScope || membership.LocalityId is null)
                return;

            First = Older(First, membership);
            if (membership.LocalityId != LivesIn)
                FirstElsewhere = Older(FirstElsewhere, membership);
        }

        private static MembershipSpan Older(MembershipSpan? one, in MembershipSpan other) =>
            one is null || other.BeganBefore(one.Value) ? other : one.Value;
    }
}
