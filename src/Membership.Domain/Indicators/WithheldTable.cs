namespace Membership.Domain.Indicators;

/// <summary>
/// What somebody who may see figures but no people is shown of one day, decided once for all places and all pages: 1 to
/// <c>smallest</c> − 1 people would come near to naming someone, and so would a sum less its other parts. Nobody (0) is shown. Counts
/// form groups, each shown or withheld as a whole (<see cref="HiddenPlaces"/>), because the counts of a group can be reckoned from
/// each other; a group that divides another one is withheld where that one is.
/// </summary>
/// <param name="roots">Every place of the day, once.</param>
/// <param name="countedOrganizations">Those whose members <see cref="SeriesPoint.AllOrganizations"/> counts.</param>
/// <param name="smallest">The smallest count that is shown; 1 shows all.</param>
/// <param name="smallestUnit">The fewest people of a place that is shown at all on this day.</param>
public sealed class WithheldTable(
    IReadOnlyList<CountedPlace> roots, IReadOnlyCollection<long> countedOrganizations, int smallest, int smallestUnit = 1)
{
    private static readonly IReadOnlySet<long> Nowhere = new HashSet<long>();
    private static readonly CountingReason[] AtHome =
    [
        CountingReason.NoActiveMembership, CountingReason.OrganizationNotCounted, CountingReason.BirthDateUnknown, CountingReason.BelowAge, CountingReason.AboveAge,
    ];

    private readonly Dictionary<long, CountedPlace> _places = AllOf(roots).ToDictionary(place => place.LocalityId);
    private readonly Dictionary<(Group, long Organization), IReadOnlySet<long>> _hidden = [];

    private enum Group
    {
        People,
        Organizations,
        OtherOrganization,
        Everyone,
        Reasons,
    }

    /// <summary>Numerator and share of all organizations together, or of one.</summary>
    public bool ShowsPeople(long localityId, long organizationId) => Shows(localityId, organizationId switch
    {
        SeriesPoint.AllOrganizations => Hidden(Group.People),
        _ when countedOrganizations.Contains(organizationId) => Hidden(Group.Organizations),
        _ => Hidden(Group.OtherOrganization, organizationId),
    });

    /// <summary>Of all organizations together they are the sum of the organizations' figures, so they go with these.</summary>
    public bool ShowsMemberships(long localityId, long organizationId) => organizationId == SeriesPoint.AllOrganizations
        ? Shows(localityId, Hidden(Group.Organizations))
        : ShowsPeople(localityId, organizationId);

    /// <summary>Everyone in the system of a place.</summary>
    public bool ShowsEveryone(long localityId) => Shows(localityId, Hidden(Group.Everyone));

    /// <summary>Why those who are not counted are left out, of all organizations together; of one alone that is never shown.</summary>
    public bool ShowsReasons(long localityId) => Shows(localityId, Hidden(Group.Reasons));

    /// <summary>The numerator of a place, as the table has it; null when it is none of the table's.</summary>
    public long? PeopleAt(long localityId, long organizationId) => _places.TryGetValue(localityId, out var place) ? PeopleOf(place, organizationId) : null;

    private bool Shows(long localityId, IReadOnlySet<long> hidden) => _places.ContainsKey(localityId) && !hidden.Contains(localityId);

    private IReadOnlySet<long> Hidden(Group group, long organizationId = SeriesPoint.AllOrganizations)
    {
        if (!_hidden.TryGetValue((group, organizationId), out var hidden))
            _hidden[(group, organizationId)] = hidden = Decide(group, organizationId);
        return hidden;
    }

    private IReadOnlySet<long> Decide(Group group, long organizationId) => group switch
    {
        Group.People => HiddenPlaces.Of(roots, counts => [counts.Of(SeriesPoint.AllOrganizations).People], Math.Max(smallest, smallestUnit), Nowhere),
        Group.Organizations => HiddenPlaces.Of(roots, CellsOfOrganizations, smallest, Hidden(Group.People)),
        Group.OtherOrganization => HiddenPlaces.Of(roots, counts => CellsOf(counts.Of(organizationId)), smallest, Hidden(Group.People)),
        Group.Everyone => HiddenPlaces.Of(roots, CellsOfEveryone, smallest, Hidden(Group.People)),
        _ => HiddenPlaces.Of(roots, counts => [.. AtHome.Select(reason => LeftOut(counts, reason))], smallest, Hidden(Group.Everyone)),
    };

    /// <summary>Of each organization its people, who belongs to others only, and second memberships in it; and memberships in a second one.</summary>
    private long[] CellsOfOrganizations(CommuneCounts counts)
    {
        var all = counts.Of(SeriesPoint.AllOrganizations);
        return
        [
            countedOrganizations.Sum(id => counts.Of(id).People) - all.People,
            .. countedOrganizations.Select(counts.Of).SelectMany(one => (long[])[.. CellsOf(one), all.People - one.People]),
        ];
    }

    private static long[] CellsOf(Numerator one) => [one.People, one.Memberships - one.People];

    /// <summary>Who lives here and is left out, and who belongs here without living here: a count of residents tells the two apart.</summary>
    private static long[] CellsOfEveryone(CommuneCounts counts) =>
    [
        AtHome.Sum(reason => LeftOut(counts, reason)),
        LeftOut(counts, CountingReason.ResidenceUnknown),
        LeftOut(counts, CountingReason.LivesElsewhere),
    ];

    private static long LeftOut(CommuneCounts counts, CountingReason reason) => counts.LeftOut.GetValueOrDefault(reason);

    private static IEnumerable<CountedPlace> AllOf(IEnumerable<CountedPlace> places) => places.SelectMany(place => AllOf(place.Parts).Prepend(place));

    private static long PeopleOf(CountedPlace place, long organizationId) =>
        place.Counts?.Of(organizationId).People ?? place.Parts.Sum(part => PeopleOf(part, organizationId));
}
