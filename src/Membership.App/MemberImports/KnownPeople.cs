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

    /// <summary>A death (13) is one for all organizations.</summary>
    private const string MembershipRows = """
        SELECT m.PersonId, m.Id, m.UnitId, COALESCE(u.ParentId, u.Id), m."From", m."To", m.AdmittedOn, m.BeganBy, m.Office, m.OrganizationId, m.EndedBy, m.IsClaim
        FROM Memberships m JOIN OrganizationUnits u ON u.Id = m.UnitId
        WHERE m.PersonId IN (SELECT value FROM json_each(@keys)) AND (@others OR m.OrganizationId = @organization OR m.EndedBy = 13) ORDER BY m.PersonId, m."From"
        """;

    /// <summary>One question for many people: most users may edit few of the register.</summary>
    private readonly string _covered = $"SELECT p.Id FROM People p WHERE p.Id IN (SELECT value FROM json_each(@keys)) AND {ScopeSql.CoversPerson(list.Editing)}";

    private readonly bool _registerIsEmpty = IsEmpty(register, "SELECT 1 FROM People LIMIT 1");

    private LikelyPeople<long>? _neighbours;

    /// <summary>All people of the register whom a row may mean.</summary>
    /// <param name="row">Null when it could not be read: nobody.</param>
    public MeantPeople MeantBy(ListedPerson? row) =>
        row is null ? MeantPeople.Nobody : MeantBy([row], cipher.IndexOrNull(row.CitizenId) is { } number ? [number] : []);

    /// <summary>All people of the register whom these rows may mean, to be asked row by row.</summary>
    /// <param name="numbers">Blind indexes of their citizen numbers.</param>
    public MeantPeople MeantBy(IReadOnlyCollection<ListedPerson> rows, IEnumerable<string> numbers)
    {
        if (_registerIsEmpty)
            return MeantPeople.Nobody;

        var neighbours = _neighbours ??= ReadNeighbours();
        var meant = new Dictionary<ListedPerson, MeantIds>(ReferenceEqualityComparer.Instance);
        var ids = Read(ByCitizenId, JsonSerializer.Serialize(numbers.Order(StringComparer.Ordinal)), reader => reader.GetInt64(0)).ToHashSet();
        foreach (var row in rows)
        {
            long[] likely = row.BirthDate is { } birth ? [.. neighbours.Find(row.FoldedName, birth)] : [];
            meant[row] = new MeantIds(likely, neighbours.Namesakes(row.FoldedName));
            ids.UnionWith(likely);
        }

        return new MeantPeople(WithIds(ids, rows), meant);
    }

    /// <param name="rows">Those that mean, or may mean, these people.</param>
    public IReadOnlyList<KnownPerson> WithIds(IReadOnlyCollection<long> ids, IEnumerable<ListedPerson> rows)
    {
        if (ids.Count == 0)
            return [];

        var keys = JsonSerializer.Serialize(ids);
        var within = list.Editing.IsEverything ? null : Read(_covered, keys, reader => reader.GetInt64(0)).ToHashSet();
        var residences = Read(ResidenceRows, keys, Residence).ToLookup(row => row.PersonId, row => row.Residence);
        var memberships = Read(MembershipRows, keys, Membership, rows.Any(row => row.AlsoIn is not null)).ToLookup(row => row.PersonId);
        return
        [
            .. Read(PersonRows, keys, Person)
                .Select(person => person with
                {
                    IsWithinScope = within?.Contains(person.Id) ?? true,
                    Residences = [.. residences[person.Id]],
                    Death = memberships[person.Id].Where(row => row.Membership is { EndedBy: MembershipReason.Death, To: not null })
                        .Select(row => new RecordedEnd(row.Organization, MembershipReason.Death, row.Membership.To!.Value)).MinBy(end => end.On),
                    Memberships = [.. memberships[person.Id].Where(row => row.Organization == list.Organization.Id).Select(row => row.Membership)],
                    MembershipsByOrganization = memberships[person.Id].ToLookup(row => row.Organization, row => row.Membership),
                }),
        ];
    }

    private LikelyPeople<long> ReadNeighbours()
    {
        var neighbours = new LikelyPeople<long>();
        foreach (var (id, name, birth) in Read(Neighbours, "[]", reader => (reader.GetInt64(0), reader.GetString(1), reader.PartialDateOrNull(2)!.Value)))
            neighbours.Add(name, birth, id);
        return neighbours;
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
        if (sql == _covered)
            command.Parameters.AddRange(ScopeSql.Parameters(list.Editing));
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
            (MembershipReason)reader.GetInt32(7), reader.TextOrNull(8))
        {
            EndedBy = reader.IsDBNull(10) ? null : (MembershipReason)reader.GetInt32(10),
            IsClaim = reader.GetBoolean(11),
        });
}

/// <summary>Known people, by the rows that can mean them.</summary>
internal sealed class MeantPeople(IReadOnlyList<KnownPerson> people, IReadOnlyDictionary<ListedPerson, MeantIds> meant)
{
    public static readonly MeantPeople Nobody = new([], new Dictionary<ListedPerson, MeantIds>());

    private readonly Dictionary<long, KnownPerson> _byId = people.ToDictionary(person => person.Id);
    private readonly Dictionary<string, KnownPerson> _byNumber =
        people.Where(person => person.CitizenId is not null).ToDictionary(person => person.CitizenId!);

    /// <summary>Whom one row may mean; nobody when it could not be read.</summary>
    public MeantRow By(ListedPerson? row)
    {
        if (row is null || !meant.TryGetValue(row, out var ids))
            return MeantRow.Nobody;
        if (row.CitizenId is not { } number || !_byNumber.TryGetValue(number, out var person))
            return new MeantRow(ids.ByName.Length == 0 ? [] : [.. ids.ByName.Select(id => _byId[id])], ids.Namesakes);

        return new MeantRow([person, .. ids.ByName.Where(id => id != person.Id).Select(id => _byId[id])], ids.Namesakes);
    }
}

/// <param name="Namesakes">How many people of the list's communes and unit have the row's name, marks apart.</param>
internal readonly record struct MeantIds(long[] ByName, int Namesakes);

/// <summary>Whom one row may mean: who has its number, and who has nearly its name and birth date.</summary>
internal sealed record MeantRow(IReadOnlyList<KnownPerson> People, int Namesakes)
{
    public static readonly MeantRow Nobody = new([], 0);
}
