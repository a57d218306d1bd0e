using System.Text.Json;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// Finds in the register the people whom the rows of a list may mean: a few questions for many rows, none per row, so that
/// neither the length of the list nor the size of the register has to fit in memory.
/// </summary>
internal sealed class KnownPeople(SqliteConnection register, FieldCipher cipher, ListContext list)
{
    private const string ByCitizenId = "SELECT p.Id FROM json_each(@keys) k JOIN People p ON p.CitizenIdIndex = k.value WHERE p.AnonymisedAt IS NULL";

    /// <summary>
    /// Who ever lived in the list's commune, or in one it came from or went to, and who ever was a member of its unit, wherever she lives.
    /// Perhaps a hundred thousand: a list asks as often.
    /// </summary>
    private const string Neighbours = """
        SELECT p.Id, p.FoldedName, p.BirthDate FROM People p
        WHERE p.BirthDate IS NOT NULL AND p.AnonymisedAt IS NULL AND p.Id IN (
            SELECT PersonId FROM Residences WHERE LocalityId IN (SELECT value FROM json_each(@communes))
            UNION SELECT m.PersonId FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId WHERE u.Id = @unit OR u.ParentId = @unit)
        """;

    private const string PersonRows = """
        SELECT Id, FullName, FoldedName, Sex, BirthDate, CitizenId, FormerIdNumber, Phone, Ethnicity, Religion, RestrictedAt IS NOT NULL,
            Education, Qualification, PoliticalTheory, Binding
        FROM People WHERE Id IN (SELECT value FROM json_each(@keys))
        """;

    private const string ResidenceRows = """
        SELECT PersonId, Id, LocalityId, Address, "From", "To" FROM Residences
        WHERE PersonId IN (SELECT value FROM json_each(@keys)) ORDER BY PersonId, "From"
        """;

    private const string MembershipRows = """
        SELECT m.PersonId, m.Id, m.UnitId, COALESCE(u.ParentId, u.Id), m."From", m."To", m.AdmittedOn, m.BeganBy, m.Office, m.OrganizationId
        FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId
        WHERE m.PersonId IN (SELECT value FROM json_each(@keys)) AND (@others OR m.OrganizationId = @organization) ORDER BY m.PersonId, m."From"
        """;

    private readonly bool _registerIsEmpty = IsEmpty(register, "SELECT 1 FROM People LIMIT 1");

    /// <summary>By <see cref="NameAndYear"/>; who only shares that number is told apart when she is compared with the row.</summary>
    private ILookup<int, Neighbour>? _neighbours;

    /// <summary>All people of the register whom a row may mean.</summary>
    /// <param name="row">Null when it could not be read: nobody.</param>
    public MeantPeople MeantBy(ListedPerson? row) =>
        row is null ? new([]) : MeantBy([row], cipher.IndexOrNull(row.CitizenId) is { } number ? [number] : []);

    /// <summary>All people of the register whom these rows may mean, to be asked row by row.</summary>
    /// <param name="numbers">Blind indexes of their citizen numbers.</param>
    public MeantPeople MeantBy(IReadOnlyCollection<ListedPerson> rows, IEnumerable<string> numbers) => new(For(rows, numbers));

    private IReadOnlyList<KnownPerson> For(IReadOnlyCollection<ListedPerson> rows, IEnumerable<string> numbers)
    {
        if (_registerIsEmpty)
            return [];

        _neighbours ??= Read(Neighbours, "[]", NeighbourOf).ToLookup(row => row.NameAndYear, row => row.Person);
        var ids = Read(ByCitizenId, JsonSerializer.Serialize(numbers.Order(StringComparer.Ordinal)), reader => reader.GetInt64(0)).ToHashSet();
        ids.UnionWith(rows.SelectMany(SameNameAndYear));
        return WithIds(ids, rows);
    }

    /// <param name="rows">Those that mean, or may mean, these people.</param>
    public IReadOnlyList<KnownPerson> WithIds(IReadOnlyCollection<long> ids, IEnumerable<ListedPerson> rows)
    {
        if (ids.Count == 0)
            return [];

        var keys = JsonSerializer.Serialize(ids);
        var residences = Read(ResidenceRows, keys, Residence).ToLookup(row => row.PersonId, row => row.Residence);
        var memberships = Read(MembershipRows, keys, Membership, rows.Any(row => row.AlsoIn is not null)).ToLookup(row => row.PersonId);
        return
        [
            .. Read(PersonRows, keys, Person)
                .Select(person => person with
                {
                    Residences = [.. residences[person.Id]],
                    Memberships = [.. memberships[person.Id].Where(row => row.Organization == list.Organization.Id).Select(row => row.Membership)],
                    MembershipsByOrganization = memberships[person.Id].ToLookup(row => row.Organization, row => row.Membership),
                }),
        ];
    }

    /// <summary>Namesakes of the year who are certainly somebody else stay unread: in a large commune they are nearly all.</summary>
    private IEnumerable<long> SameNameAndYear(ListedPerson row) => row.BirthDate is not { } birth
        ? []
        : _neighbours![NameAndYear(row.FoldedName, birth)].Where(person => !PersonMatcher.BirthsExclude(birth, person.Birth)).Select(person => person.Id);

    private static int NameAndYear(string foldedName, PartialDate birth) => HashCode.Combine(foldedName, birth.Year);

    private static (int NameAndYear, Neighbour Person) NeighbourOf(SqliteDataReader reader)
    {
        var birth = reader.PartialDateOrNull(2)!.Value;
        return (NameAndYear(reader.GetString(1), birth), new Neighbour(reader.GetInt64(0), birth));
    }

    private List<T> Read<T>(string sql, string keys, Func<SqliteDataReader, T> read, bool ofOthers = false)
    {
        using var command = register.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@keys", keys);
        command.Parameters.AddWithValue("@organization", list.Organization.Id);
        command.Parameters.AddWithValue("@others", ofOthers);
        command.Parameters.AddWithValue("@unit", (object?)list.BaseUnitId ?? DBNull.Value);
        command.Parameters.AddWithValue("@communes", JsonSerializer.Serialize(list.RelatedCommunes));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static bool IsEmpty(SqliteConnection register, string sql)
    {
        using var command = register.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is null;
    }

    private KnownPerson Person(SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        FullName = reader.GetString(1),
        FoldedName = reader.GetString(2),
        Sex = reader.IsDBNull(3) ? null : (Sex)reader.GetInt32(3),
        BirthDate = reader.PartialDateOrNull(4),
        CitizenId = cipher.OpenOrNull(reader.SealedOrNull(5), new(SealedKind.CitizenId, reader.GetInt64(14))),
        FormerIdNumber = cipher.OpenOrNull(reader.SealedOrNull(6), new(SealedKind.FormerIdNumber, reader.GetInt64(14))),
        Phone = cipher.OpenOrNull(reader.SealedOrNull(7), new(SealedKind.Phone, reader.GetInt64(14))),
        Ethnicity = cipher.OpenOrNull(reader.SealedOrNull(8), new(SealedKind.Ethnicity, reader.GetInt64(14))),
        Religion = cipher.OpenOrNull(reader.SealedOrNull(9), new(SealedKind.Religion, reader.GetInt64(14))),
        IsRestricted = reader.GetBoolean(10),
        Learning = new Learning(reader.TextOrNull(11), reader.TextOrNull(12), reader.TextOrNull(13)),
    };

    private static (long PersonId, KnownResidence Residence) Residence(SqliteDataReader reader) =>
        (reader.GetInt64(0), new KnownResidence(reader.GetInt64(1), reader.GetInt64(2), reader.TextOrNull(3), reader.Day(4), reader.DayOrNull(5)));

    private static (long PersonId, long Organization, KnownMembership Membership) Membership(SqliteDataReader reader) =>
        (reader.GetInt64(0), reader.GetInt64(9), new KnownMembership(
            reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.Day(4), reader.DayOrNull(5), reader.PartialDateOrNull(6),
            (MembershipReason)reader.GetInt32(7), reader.TextOrNull(8)));

    /// <summary>Who perhaps is meant by name.</summary>
    private readonly record struct Neighbour(long Id, PartialDate Birth);
}

/// <summary>Known people by what rows can mean them with.</summary>
internal sealed class MeantPeople(IReadOnlyList<KnownPerson> people)
{
    private readonly ILookup<string, KnownPerson> _byName = people.ToLookup(person => person.FoldedName);
    private readonly Dictionary<string, KnownPerson> _byNumber =
        people.Where(person => person.CitizenId is not null).ToDictionary(person => person.CitizenId!);

    /// <summary>Whom one row may mean; nobody when it could not be read.</summary>
    public IReadOnlyList<KnownPerson> By(ListedPerson? row)
    {
        if (row is null)
            return [];

        var meant = _byName[row.FoldedName].ToList();
        if (row.CitizenId is { } number && _byNumber.TryGetValue(number, out var person) && !meant.Contains(person))
            meant.Add(person);
        return meant;
    }
}
