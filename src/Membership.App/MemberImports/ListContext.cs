using System.Globalization;
using Membership.App.Localities;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
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

    /// <summary>What a blank cell says.</summary>
    public EmptyCells EmptyCells { get; init; }

    public long? BaseUnitId { get; set; }

    private readonly Dictionary<long, string> _unitNames = [];
    private Dictionary<long, HomeCommune> _homes = [];
    private readonly LocalityDirectory _localities;

    private ListContext(LocalityDirectory localities) => _localities = localities;

    /// <summary>Of the base unit or one of its branches; null for a unit of another place.</summary>
    public string? NameOf(long unitId) => _unitNames.GetValueOrDefault(unitId);

    /// <summary>Branches of the base unit by folded name.</summary>
    public Dictionary<string, long> Branches { get; } = [];

    /// <summary>The same place and day for the other organizations that have members, by code: a list may name them too.</summary>
    public IReadOnlyDictionary<string, ListContext> Others { get; private init; } = new Dictionary<string, ListContext>();

    public static ListContext Of(MemberImport import, ImportOrganizations organizations, LocalityDirectory localities, SqliteConnection register) =>
        Of(import, organizations.Own, localities, register) with
        {
            Others = organizations.Others.ToDictionary(other => other.Code, other => Of(import, other, localities, register)),
        };

    private static ListContext Of(MemberImport import, Organization organization, LocalityDirectory localities, SqliteConnection register)
    {
        var locality = localities.FactOf(import.LocalityId, import.AsOf)!;
        var home = HomeCommune.Of(import.LocalityId, import.AsOf, localities) with { Name = locality.Name };
        var answered = ListPlaces.Answered(import.Choices, localities).ToDictionary(id => id, id => HomeCommune.Of(id, import.AsOf, localities));
        var context = new ListContext(localities)
        {
            Organization = organization,
            Locality = locality,
            AsOf = import.AsOf,
            EmptyCells = import.Choices.EmptyCells,
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

    public ListedUnit UnitOf(ListedPerson row)
    {
        var branch = row.Branch is null ? (long?)null : Branches.GetValueOrDefault(PersonName.Fold(row.Branch));
        return new ListedUnit(BaseUnitId, branch is 0 ? null : branch, row.Branch is not null);
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
        command.CommandText = "SELECT Id, Kind, FoldedName, Name FROM OrganizationUnits WHERE OrganizationId = @organization AND LocalityId = @locality AND ValidTo IS NULL";
        command.Parameters.AddWithValue("@organization", Organization.Id);
        command.Parameters.AddWithValue("@locality", Locality.LocalityId);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _unitNames[reader.GetInt64(0)] = reader.GetString(3);
            if (reader.GetInt32(1) == (int)OrganizationUnitKind.BaseUnit)
                BaseUnitId = reader.GetInt64(0);
            else
                Branches[reader.GetString(2)] = reader.GetInt64(0);
        }
    }

    /// <summary>"Hội Nông dân phường Cái Khế".</summary>
    public string BaseUnitName =>
        $"{Organization.ShortName} {char.ToLower(Locality.Name[0], CultureInfo.InvariantCulture)}{Locality.Name[1..]}";
}
