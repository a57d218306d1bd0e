using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Microsoft.Data.Sqlite;

namespace Membership.App.Samples;

/// <summary>Writes stories into the register, in one transaction of the caller, with the units they need.</summary>
internal sealed class DemoWriter : IDisposable
{
    // The time of typing in, too, must not depend on the day the sample is made.
    private const string RecordedAt = "2026-06-30 00:00:00";
    private const int NoUnit = 0;

    private readonly FieldCipher _cipher;
    private readonly IReadOnlyDictionary<SampleCommune, SamplePlace> _places;
    private readonly IReadOnlyDictionary<string, long> _organizations;
    private readonly PreparedInsert _people;
    private readonly PreparedInsert _residences;
    private readonly PreparedInsert _memberships;
    private readonly PreparedInsert _units;
    private readonly PreparedInsert _figures;
    private readonly Dictionary<(string Organization, long Locality, string? Branch), long> _unitIds = [];
    private readonly Dictionary<string, (string Folded, string Order)> _names = [];

    public DemoWriter(
        SqliteTransaction transaction, FieldCipher cipher,
        IReadOnlyDictionary<SampleCommune, SamplePlace> places, IReadOnlyDictionary<string, long> organizations)
    {
        (_cipher, _places, _organizations) = (cipher, places, organizations);
        _people = new PreparedInsert(transaction, "People",
            "FullName", "FoldedName", "NameOrderKey", "NameBucket", "Sex", "BirthDate", "Binding", "CitizenId", "CitizenIdIndex",
            "FormerIdNumber", "Phone", "PhoneIndex", "PhoneBucket", "RecordedAt", "IsSample");
        _residences = new PreparedInsert(transaction, "Residences", "PersonId", "LocalityId", "Address", "From", "To", "RecordedAt");
        _memberships = new PreparedInsert(transaction, "Memberships",
            "PersonId", "OrganizationId", "UnitId", "From", "To", "AdmittedOn", "BeganBy", "EndedBy", "Office", "RecordedAt");
        _units = new PreparedInsert(transaction, "OrganizationUnits",
            "OrganizationId", "ParentId", "Kind", "Name", "FoldedName", "LocalityId", "ValidFrom", "ValidTo");
        _figures = new PreparedInsert(transaction, "PopulationFigures",
            "LocalityId", "AgeFrom", "AsOf", "Value", "Source", "IsSample", "RecordedAt");
    }

    public int People => _people.Rows;

    public int MembershipIntervals => _memberships.Rows;

    public int Units => _units.Rows;

    public void Write(PersonStory story)
    {
        var person = story.Person;
        var (folded, order) = KeysOf(person.FullName);
        var phoneIndex = _cipher.IndexOrNull(person.Phone);
        var binding = Person.NewBinding();
        var id = _people.Run(
            person.FullName, folded, order, Person.BucketOfName(order), (int)person.Sex, person.BirthDate?.ToString(), binding,
            _cipher.SealOrNull(person.CitizenId, new(SealedKind.CitizenId, binding))?.Text, _cipher.IndexOrNull(person.CitizenId), _cipher.SealOrNull(person.FormerIdNumber, new(SealedKind.FormerIdNumber, binding))?.Text,
            _cipher.SealOrNull(person.Phone, new(SealedKind.Phone, binding))?.Text, phoneIndex, Person.BucketOfPhone(phoneIndex), RecordedAt, 1);
        foreach (var residence in story.Residences)
            Write(id, story.PartPerMille, residence);
        foreach (var membership in story.Memberships)
            Write(id, story.PartPerMille, membership);
    }

    public void Write(PopulationFigure figure) =>
        _figures.Run(figure.LocalityId, figure.AgeFrom, Text(figure.AsOf), figure.Value, figure.Source, 1, RecordedAt);

    public void Dispose()
    {
        foreach (var insert in new[] { _people, _residences, _memberships, _units, _figures })
            insert.Dispose();
    }

    private static string? Text(DateOnly? day) => day?.ToIso();

    private void Write(long personId, int part, StoryResidence residence)
    {
        foreach (var stay in _places[residence.Commune].Over(residence.From, residence.To, part))
            _residences.Run(personId, stay.Locality.Id, residence.Address, Text(stay.From), Text(stay.To), RecordedAt);
    }

    private void Write(long personId, int part, StoryMembership membership)
    {
        foreach (var stay in _places[membership.Commune].Over(membership.From, membership.To, part))
        {
            var beganBy = stay.IsContinued ? MembershipReason.Merger : membership.BeganBy;
            var endedBy = stay.GoesOn ? MembershipReason.Merger : membership.EndedBy;
            _memberships.Run(
                personId, _organizations[membership.Organization], BranchOf(membership, stay.Locality), Text(stay.From), Text(stay.To),
                membership.AdmittedOn.ToString(), (int)beganBy, (int?)endedBy, membership.Office, RecordedAt);
        }
    }

    private long BranchOf(StoryMembership membership, NamedLocality locality)
    {
        var name = UnitNames.Branch(membership.Organization, membership.Commune, membership.Neighbourhood);
        var parent = UnitOf(membership.Organization, locality, null, UnitNames.BaseUnit(membership.Organization, locality.Name), NoUnit);
        return UnitOf(membership.Organization, locality, name, name, parent);
    }

    private long UnitOf(string organization, NamedLocality locality, string? branch, string name, long parent)
    {
        if (_unitIds.TryGetValue((organization, locality.Id, branch), out var known))
            return known;

        var kind = branch is null ? OrganizationUnitKind.BaseUnit : OrganizationUnitKind.Branch;
        var from = locality.ValidFrom > PersonStory.FirstDay ? locality.ValidFrom : PersonStory.FirstDay;
        return _unitIds[(organization, locality.Id, branch)] = _units.Run(
            _organizations[organization], parent == NoUnit ? null : parent, (int)kind, name, PersonName.Fold(name), locality.Id, Text(from), Text(locality.ValidTo));
    }

    /// <summary>Names come again and again; their keys are costly.</summary>
    private (string Folded, string Order) KeysOf(string name)
    {
        if (!_names.TryGetValue(name, out var keys))
            _names[name] = keys = (PersonName.Fold(name), NameOrder.Key(name));
        return keys;
    }
}
