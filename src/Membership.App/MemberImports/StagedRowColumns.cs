using System.Text.Encodings.Web;
using System.Text.Json;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// A row as a line of the staging table, and back. Numbers are sealed as the register seals them, so that a commit can copy them;
/// cells, problems and changes are sealed whole, because the same numbers stand in them.
/// </summary>
internal sealed class StagedRowColumns(FieldCipher cipher)
{
    public const string Names =
        "RowNumber, Verdict, Cells, FullName, FoldedName, NameOrderKey, Sex, BirthDate, CitizenId, CitizenIdIndex, FormerIdNumber, Phone, PhoneIndex, "
        + "Ethnicity, Religion, Address, Branch, AdmittedOn, Office, Details, PersonId, MemberFrom, Decision, AlsoIn, IsInOthersOnly, "
        + "Education, Qualification, PoliticalTheory, CommuneId, Binding";

    /// <summary>One row; a parameter for each of <see cref="Names"/>.</summary>
    public static readonly string Insert = $"INSERT INTO Rows ({Names}) VALUES ({string.Join(", ", Names.Split(", ").Select(_ => "?"))})";

    public const string CreateTable = """
        CREATE TABLE Rows (
            RowNumber INTEGER PRIMARY KEY, Verdict INTEGER NOT NULL, Cells BLOB NOT NULL,
            FullName TEXT, FoldedName TEXT, NameOrderKey TEXT, Sex INTEGER, BirthDate TEXT,
            CitizenId TEXT, CitizenIdIndex TEXT, FormerIdNumber TEXT, Phone TEXT, PhoneIndex TEXT,
            Ethnicity TEXT, Religion TEXT, Address TEXT, Branch TEXT, AdmittedOn TEXT, Office TEXT,
            Details BLOB, PersonId INTEGER, MemberFrom TEXT NOT NULL, Decision INTEGER NOT NULL, AlsoIn TEXT, IsInOthersOnly INTEGER,
            Education TEXT, Qualification TEXT, PoliticalTheory TEXT, CommuneId INTEGER, Binding INTEGER)
        """;

    /// <summary>Whether the table is of a release that knew of no other organizations and no levels of learning: one row, 1 or 0.</summary>
    public const string IsOld = """
        SELECT EXISTS (SELECT 1 FROM pragma_table_info('Rows')) AND NOT EXISTS (SELECT 1 FROM pragma_table_info('Rows') WHERE name = 'AlsoIn')
        """;

    public const string AddWhatIsNew = """
        ALTER TABLE Rows ADD COLUMN AlsoIn TEXT;
        ALTER TABLE Rows ADD COLUMN IsInOthersOnly INTEGER;
        ALTER TABLE Rows ADD COLUMN Education TEXT;
        ALTER TABLE Rows ADD COLUMN Qualification TEXT;
        ALTER TABLE Rows ADD COLUMN PoliticalTheory TEXT;
        """;

    /// <summary>Whether the table is of a release that put everybody into the list's commune.</summary>
    public const string KnowsNoCommunes = """
        SELECT EXISTS (SELECT 1 FROM pragma_table_info('Rows')) AND NOT EXISTS (SELECT 1 FROM pragma_table_info('Rows') WHERE name = 'CommuneId')
        """;

    public const string AddCommunes = "ALTER TABLE Rows ADD COLUMN CommuneId INTEGER";

    public static readonly SealedTable Sealed = new(
        "Rows", "RowNumber",
        new("Cells") { IsBlob = true }, new("Details") { IsBlob = true }, new("CitizenId") { Index = "CitizenIdIndex" }, new("FormerIdNumber"),
        new("Phone") { Index = "PhoneIndex" }, new("Ethnicity"), new("Religion"))
    {
        PlaceColumns = ["Binding"],
        PlaceOf = SealedTable.OfColumn,
    };

    /// <summary>Rows that waited for a decision count as rejected from now on. Parameter: @rows (json).</summary>
    public const string BlankRows = """
        UPDATE Rows SET Cells = x'', FullName = NULL, FoldedName = NULL, NameOrderKey = NULL, Sex = NULL, BirthDate = NULL,
            CitizenId = NULL, CitizenIdIndex = NULL, FormerIdNumber = NULL, Phone = NULL, PhoneIndex = NULL, Ethnicity = NULL, Religion = NULL,
            Address = NULL, Branch = NULL, AdmittedOn = NULL, Office = NULL, Details = NULL, PersonId = NULL, Decision = 0, AlsoIn = NULL, IsInOthersOnly = NULL,
            Education = NULL, Qualification = NULL, PoliticalTheory = NULL, CommuneId = NULL,
            Verdict = CASE Verdict WHEN 4 THEN 5 ELSE Verdict END
        WHERE RowNumber IN (SELECT value FROM json_each(@rows))
        """;

    /// <summary>Among the values from FullName on.</summary>
    public const int CitizenIdIndexAt = 6;

    private const int BindingAt = 29;

    private static readonly object?[] NothingUnderstood = new object?[16];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? IndexOf(string? citizenId) => cipher.IndexOrNull(citizenId);

    /// <summary>What is known of a row before its verdict, sealed: half of the work of staging it.</summary>
    public StagedParts Prepare(IReadOnlyList<string> cells, ListedPerson? listed)
    {
        var binding = Person.NewBinding();
        return new StagedParts(listed, binding, SealJson(cells, SealedKind.Cells, binding), Understood(listed, binding));
    }

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public object?[] Values(StagedRow row) => Values(row, Prepare(row.Cells, row.Listed));

    public object?[] Values(StagedRow row, StagedParts parts) =>
    [
        row.RowNumber,
        (int)row.Verdict,
        parts.Cells,
        .. ReferenceEquals(parts.Listed, row.Listed) ? parts.Understood : Understood(row.Listed, parts.Binding),
        row.Details.IsEmpty ? null : SealJson(row.Details, SealedKind.Details, parts.Binding),
        row.PersonId,
        row.MemberFrom.ToIso(),
        (int)row.Decision,
        row.Listed?.AlsoIn?.Text,
        row.Listed is { IsInOthersOnly: true } ? 1 : null,
        row.Listed?.Learning.Education,
        row.Listed?.Learning.Qualification,
        row.Listed?.Learning.PoliticalTheory,
        row.Listed?.CommuneId,
        parts.Binding,
    ];

    public StagedRow Read(SqliteDataReader reader) => new(
        reader.GetInt32(0),
        (RowVerdict)reader.GetInt32(1),
        reader.GetFieldValue<byte[]>(2) is { Length: > 0 } cells ? OpenJson<string[]>(cells, SealedKind.Cells, reader.GetInt64(BindingAt)) : [],
        Listed(reader),
        reader.IsDBNull(19) ? RowDetails.None : OpenJson<RowDetails>(reader.GetFieldValue<byte[]>(19), SealedKind.Details, reader.GetInt64(BindingAt)),
        reader.IsDBNull(20) ? null : reader.GetInt64(20),
        reader.Day(21))
    {
        Decision = (RowDecision)reader.GetInt32(22),
    };

    /// <summary>FullName to Office.</summary>
    private object?[] Understood(ListedPerson? listed, long binding) => listed is null
        ? NothingUnderstood
        :
        [
            listed.FullName, listed.FoldedName, NameOrder.Key(listed.FullName), (int?)listed.Sex, listed.BirthDate?.ToString(),
            cipher.SealOrNull(listed.CitizenId, new(SealedKind.CitizenId, binding))?.Text, cipher.IndexOrNull(listed.CitizenId), cipher.SealOrNull(listed.FormerIdNumber, new(SealedKind.FormerIdNumber, binding))?.Text,
            cipher.SealOrNull(listed.Phone, new(SealedKind.Phone, binding))?.Text, cipher.IndexOrNull(listed.Phone),
            cipher.SealOrNull(listed.Ethnicity, new(SealedKind.Ethnicity, binding))?.Text, cipher.SealOrNull(listed.Religion, new(SealedKind.Religion, binding))?.Text,
            listed.Address, listed.Branch, listed.AdmittedOn?.ToString(), listed.Office,
        ];

    private ListedPerson? Listed(SqliteDataReader reader) => reader.TextOrNull(3) is not { } fullName ? null : new ListedPerson
    {
        FullName = fullName,
        FoldedName = reader.GetString(4),
        Sex = reader.IsDBNull(6) ? null : (Sex)reader.GetInt32(6),
        BirthDate = reader.PartialDateOrNull(7),
        CitizenId = cipher.OpenOrNull(reader.SealedOrNull(8), new(SealedKind.CitizenId, reader.GetInt64(BindingAt))),
        FormerIdNumber = cipher.OpenOrNull(reader.SealedOrNull(10), new(SealedKind.FormerIdNumber, reader.GetInt64(BindingAt))),
        Phone = cipher.OpenOrNull(reader.SealedOrNull(11), new(SealedKind.Phone, reader.GetInt64(BindingAt))),
        Ethnicity = cipher.OpenOrNull(reader.SealedOrNull(13), new(SealedKind.Ethnicity, reader.GetInt64(BindingAt))),
        Religion = cipher.OpenOrNull(reader.SealedOrNull(14), new(SealedKind.Religion, reader.GetInt64(BindingAt))),
        Address = reader.TextOrNull(15),
        CommuneId = reader.IsDBNull(28) ? null : reader.GetInt64(28),
        Branch = reader.TextOrNull(16),
        AdmittedOn = reader.PartialDateOrNull(17),
        Office = reader.TextOrNull(18),
        AlsoIn = reader.TextOrNull(23) is { } others ? OtherMemberships.Parse(others) : null,
        IsInOthersOnly = !reader.IsDBNull(24),
        Learning = reader.IsDBNull(25) && reader.IsDBNull(26) && reader.IsDBNull(27)
            ? Learning.Unknown
            : new Learning(reader.TextOrNull(25), reader.TextOrNull(26), reader.TextOrNull(27)),
    };

    private byte[] SealJson<T>(T value, SealedKind field, long binding) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(value, Json), new SealedPlace(field, binding));

    private T OpenJson<T>(byte[] stored, SealedKind field, long binding) =>
        JsonSerializer.Deserialize<T>(cipher.Open(stored, new SealedPlace(field, binding)), Json)!;
}

/// <param name="Listed">Of whom <paramref name="Understood"/> is.</param>
/// <param name="Binding">What the row's sealed values belong to, and the person's who comes of it.</param>
internal sealed record StagedParts(ListedPerson? Listed, long Binding, byte[] Cells, object?[] Understood)
{
    public string? CitizenIdIndex => (string?)Understood[StagedRowColumns.CitizenIdIndexAt];
}
