using System.Globalization;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>What every row of one list shares: whose list it is, of where and when, and the units that exist there.</summary>
internal sealed record ListContext
{
    public required Organization Organization { get; init; }

    public required LocalityFact Locality { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The list's commune: whose row names no other one lives there.</summary>
    public required HomeCommune Home { get; init; }

    /// <summary>
    /// The list's commune, the ones it went to and came from, and those that the officer said to be meant by addresses: where a person of
    /// the list may be known already.
    /// </summary>
    public required IReadOnlyCollection<long> RelatedCommunes { get; init; }

    /// <summary>Whose facts whoever reads or writes the list may change.</summary>
    public required Scope Editing { get; init; }

    /// <summary>Counts numbers of people beyond the scope; null while nothing is checked.</summary>
    public ForeignNumbers? Numbers { get; init; }

    /// <summary>What the officer answered.</summary>
    public required ListChoices Choices { get; init; }

    public long? BaseUnitId { get; set; }

    private readonly Dictionary<long, string> _unitNames = [];
    private Dictionary<long, HomeCommune> _homes = [];
    private Lazy<HomePlaces> _places = null!;
    private readonly LocalityDirectory _localities;

    private ListContext(LocalityDirectory localities) => _localities = localities;

    /// <summary>Of the base unit or one of its branches; null for a unit of another place.</summary>
    public string? NameOf(long unitId) => _unitNames.GetValueOrDefault(unitId);

    /// <summary>Which branches of the base unit the rows mean.</summary>
    public BranchNames Branches { get; private set; } = new([], ListChoices.None);

    /// <summary>The same place and day for the other organizations that have members, by code: a list may name them too.</summary>
    public IReadOnlyDictionary<string, ListContext> Others { get; private init; } = new Dictionary<string, ListContext>();

    /// <summary>Whether it may be written that members of the list's organization live in a commune.</summary>
    public bool CoversHome(long communeId) => Editing.Covers(communeId, Organization.Id);

    public static ListContext Of(MemberImport import, ImportOrganizations organizations, LocalityDirectory localities, SqliteConnection register) =>
        Of(import, organizations.Own, organizations.Editing, localities, register) with
        {
            Others = organizations.Others.ToDictionary(other => other.Code, other => Of(import, other, organizations.Editing, localities, register)),
        };

    private static ListContext Of(MemberImport import, Organization organization, Scope editing, LocalityDirectory localities, SqliteConnection register)
    {
        var locality = localities.FactOf(import.LocalityId, import.AsOf)!;
        var home = HomeCommune.Of(import.LocalityId, import.AsOf, localities) with { Name = locality.Name };
        var answered = ListPlaces.Answered(import.Choices, localities).ToDictionary(id => id, id => HomeCommune.Of(id, import.AsOf, localities));
        var context = new ListContext(localities)
        {
            Organization = organization,
            Locality = locality,
            AsOf = import.AsOf,
            Editing = editing,
            Choices = import.Choices,
            _places = new Lazy<HomePlaces>(() => PlacesOf(import, localities)),
            Home = home,
            RelatedCommunes =
            [
                .. answered.Values.Append(home).SelectMany(one => one.Communes).Select(commune => commune.LocalityId)
                    .Concat(localities.PredecessorsOf(import.LocalityId)).Distinct(),
            ],
            _homes = answered,
        };
        context.LoadUnits(register);
        return context;
    }

    public ListedUnit UnitOf(ListedPerson row) =>
        new(BaseUnitId, row.Branch is null ? null : Branches.Read(row.Branch).Id, row.Branch is not null);

    /// <summary>What the branch of a row is called; the base unit's name where it has none.</summary>
    public string UnitNameOf(ListedPerson row) => row.Branch is null ? BaseUnitName : Branches.Read(row.Branch).Name;

    /// <summary>Where addresses of the list's commune are; null for somebody who lives elsewhere.</summary>
    public HomePlaces? PlacesOf(ListedPerson row) => row.CommuneId is null ? _places.Value : null;

    private static HomePlaces PlacesOf(MemberImport import, LocalityDirectory localities)
    {
        var (matcher, family) = (ListPlaces.Matcher(import, localities), localities.FamilyOf(import.LocalityId));
        var names = localities.CommuneNames.All.Where(name => family.Contains(name.LocalityId))
            .SelectMany(name => name.FormerParents.Append(name.Name).Append(name.Parent).Append(name.Province).OfType<string>());
        return HomePlaces.Of(
            names,
            address => matcher.Match(address) is { Outcome: not (PlaceOutcome.Nothing or PlaceOutcome.Own) } place && !import.Choices.Values.ContainsKey(place.Key));
    }

    /// <summary>Where somebody lives, as her row says.</summary>
    /// <param name="communeId">Null: in the list's commune.</param>
    public HomeCommune HomeOf(long? communeId) => communeId is not { } answered ? Home
        : _homes.TryGetValue(answered, out var known) ? known
        : _homes[answered] = HomeCommune.Of(answered, AsOf, _localities);

    /// <summary>What the register says of somebody who is no member any more where the row says that she is; null of all others.</summary>
    public RecordedEnd? EndOf(KnownPerson person, ListedPerson row) => RecordedEnd.Of(
        person, row, Organization.Id, row.AlsoIn?.All.Where(other => Others.ContainsKey(other.Code)).Select(other => Others[other.Code].Organization.Id) ?? []);

    private void LoadUnits(SqliteConnection register)
    {
        using var command = register.CreateCommand();
        command.CommandText = "SELECT Id, Kind, Name FROM OrganizationUnits WHERE OrganizationId = @organization AND LocalityId = @locality AND ValidTo IS NULL";
        command.Parameters.AddWithValue("@organization", Organization.Id);
        command.Parameters.AddWithValue("@locality", Locality.LocalityId);
        using var reader = command.ExecuteReader();
        var branches = new List<KnownBranch>();
        while (reader.Read())
        {
            _unitNames[reader.GetInt64(0)] = reader.GetString(2);
            if (reader.GetInt32(1) == (int)OrganizationUnitKind.BaseUnit)
                BaseUnitId = reader.GetInt64(0);
            else
                branches.Add(new KnownBranch(reader.GetInt64(0), reader.GetString(2)));
        }

        Branches = new BranchNames(branches, Choices);
    }

    /// <summary>"Hội Nông dân phường Cái Khế".</summary>
    public string BaseUnitName =>
        $"{Organization.ShortName} {char.ToLower(Locality.Name[0], CultureInfo.InvariantCulture)}{Locality.Name[1..]}";
}
