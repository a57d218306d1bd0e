using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;

namespace Membership.App.MemberImports;

/// <summary>
/// Writes the people whom the register did not know. They are brought in first, in short transactions, so that nobody else's writes
/// wait: as long as they live nowhere and belong nowhere, they are in no figure and no list. What makes them members is written in
/// one transaction, all or nothing.
/// </summary>
internal sealed class NewPeopleWriting(RegisterWrite write, FieldCipher cipher, ListContext list)
{
    /// <summary>
    /// Never a number that somebody had before her import was undone: log and history name people by it. In the order of the citizen
    /// number's blind index, so that each transaction writes to its own part of that instead of all over it; with what makes them
    /// members, so that the one transaction which nobody else can write beside need not look for it. SQLite numbers what is inserted in
    /// order from the row before: the first one stands for whoever had the last number, and goes again.
    /// </summary>
    private const string FindNew = $"""
        DROP TABLE IF EXISTS temp.{SeriesRecount.TouchedPeople};
        DROP TABLE IF EXISTS temp.TakenAsNew;
        CREATE TEMP TABLE {SeriesRecount.TouchedPeople} (PersonId INTEGER NOT NULL);
        CREATE TEMP TABLE TakenAsNew (PersonId INTEGER PRIMARY KEY, RowNumber INTEGER NOT NULL, NameBucket TEXT NOT NULL, PhoneBucket TEXT, Address TEXT, CommuneId INTEGER,
            Branch TEXT, AdmittedOn TEXT, Office TEXT, MemberFrom TEXT NOT NULL, AlsoIn TEXT, IsInOthersOnly INTEGER);
        INSERT INTO TakenAsNew (PersonId, RowNumber, NameBucket, MemberFrom) VALUES (COALESCE((SELECT seq FROM main.sqlite_sequence WHERE name = 'People'), 0), 0, '', '');
        INSERT INTO TakenAsNew
        SELECT NULL, RowNumber, {PeopleBuckets.OfName}, {PeopleBuckets.OfPhone}, Address, CommuneId, Branch, AdmittedOn, Office, MemberFrom, AlsoIn, IsInOthersOnly
        FROM staging.Rows r
        WHERE (Verdict = 1 OR Decision = 1)
            AND RowNumber NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import)
            AND ((@isFresh AND Verdict = 1) OR NOT EXISTS (SELECT 1 FROM main.People p WHERE p.CitizenIdIndex = r.CitizenIdIndex))
        ORDER BY CitizenIdIndex, NameOrderKey, RowNumber;
        DELETE FROM TakenAsNew WHERE PersonId = (SELECT MIN(PersonId) FROM TakenAsNew);
        DROP TABLE IF EXISTS temp.HomesOfNew;
        CREATE TEMP TABLE HomesOfNew AS SELECT DISTINCT CommuneId FROM TakenAsNew;
        {ListUnits.FindNamed}
        """;

    /// <summary>The people that come now get these numbers and nobody else does.</summary>
    private const string Reserve = """
        INSERT INTO main.sqlite_sequence (name, seq) SELECT 'People', 0 WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'People');
        UPDATE main.MemberImports SET PreparedFrom = (SELECT seq FROM main.sqlite_sequence WHERE name = 'People') + 1 WHERE Id = @import;
        UPDATE main.sqlite_sequence SET seq = seq + (SELECT COUNT(*) FROM TakenAsNew) WHERE name = 'People';
        """;

    /// <summary>
    /// OR ROLLBACK: to take back the statement alone, SQLite would keep a copy of every page that it touches in memory. It does so
    /// too when the statement calls any function.
    /// </summary>
    private const string AddPeople = """
        INSERT OR ROLLBACK INTO main.People (Id, FullName, FoldedName, NameOrderKey, NameBucket, Sex, BirthDate,
            Binding, CitizenId, CitizenIdIndex, FormerIdNumber, Phone, PhoneIndex, PhoneBucket, Ethnicity, Religion, Education, Qualification, PoliticalTheory, ImportId, RecordedAt, IsSample)
        SELECT t.PersonId, r.FullName, r.FoldedName, r.NameOrderKey, t.NameBucket, r.Sex, r.BirthDate,
            r.Binding, r.CitizenId, r.CitizenIdIndex, r.FormerIdNumber, r.Phone, r.PhoneIndex, t.PhoneBucket, r.Ethnicity, r.Religion, r.Education, r.Qualification, r.PoliticalTheory, @import, @now, 0
        FROM TakenAsNew t JOIN staging.Rows r ON r.RowNumber = t.RowNumber WHERE t.PersonId BETWEEN @first AND @last ORDER BY t.PersonId
        """;

    /// <summary>One stretch of a commune (null: the list's) and its successors; [@began, @ended).</summary>
    private const string AddResidences = """
        INSERT INTO main.Residences (PersonId, LocalityId, Address, "From", "To", ImportId, RecordedAt)
        SELECT t.PersonId, @locality, t.Address, MAX(t.MemberFrom, @began), @ended, @import, @now
        FROM TakenAsNew t
        WHERE t.CommuneId IS @commune AND (@ended IS NULL OR t.MemberFrom < @ended) ORDER BY t.PersonId
        """;

    /// <summary>In the list's own organization. A row's first day may be that of another one: then it is that of joining, of which only the year may be known.</summary>
    private const string AddMemberships = """
        INSERT INTO main.Memberships (PersonId, OrganizationId, UnitId, "From", "To", AdmittedOn, BeganBy, EndedBy, Office, ImportId, RecordedAt)
        SELECT t.PersonId, @organization, COALESCE(b.UnitId, @unit),
            CASE WHEN t.AlsoIn IS NULL THEN t.MemberFrom ELSE MIN(@asOf, COALESCE(t.AdmittedOn || SUBSTR('-01-01', LENGTH(t.AdmittedOn) - 3), @asOf)) END,
            NULL, t.AdmittedOn,
            CASE WHEN t.AdmittedOn IS NULL THEN 1 ELSE 2 END, NULL, t.Office, @import, @now
        FROM TakenAsNew t LEFT JOIN BranchUnits b ON b.Branch = t.Branch
        WHERE t.IsInOthersOnly IS NULL ORDER BY t.PersonId
        """;

    private const string RememberNew =
        "INSERT INTO main.ImportedRows (ImportId, RowNumber, PersonId, TakenAs) SELECT @import, RowNumber, PersonId, 1 FROM TakenAsNew ORDER BY RowNumber";

    /// <summary>Leaves the temporary tables TakenAsNew, HomesOfNew, of the branches that the list names, and, empty yet, TouchedPeople. Answers
    /// with how many they are.</summary>
    /// <param name="isFresh">Nobody has written people since the list was checked: who was new is new.</param>
    public static int Find(RegisterWrite write, bool isFresh)
    {
        write.Execute(FindNew, ("@isFresh", isFresh));
        return write.Count("SELECT COUNT(*) FROM TakenAsNew");
    }

    /// <summary>What <see cref="Find"/> numbers from; somebody may take it before it is reserved.</summary>
    public static long NextNumber(RegisterWrite write) => write.Id("SELECT COALESCE((SELECT seq FROM main.sqlite_sequence WHERE name = 'People'), 0) + 1");

    /// <summary>Answers with the first number.</summary>
    public static long ReserveNumbers(RegisterWrite write)
    {
        write.Execute(Reserve);
        return write.Id("SELECT PreparedFrom FROM main.MemberImports WHERE Id = @import");
    }

    /// <summary>Some of the people, by their numbers; both ends included.</summary>
    public static void Bring(RegisterWrite write, long first, long last) => write.Execute(AddPeople, ("@first", first), ("@last", last));

    /// <summary>Where they live and where they belong: from here on they are there. That somebody lives in a commune which the officer does not
    /// cover is proposed to it: until it agrees she lives nowhere, and is in no figure.</summary>
    public void Settle(CancellationToken cancellationToken)
    {
        new ListUnits(write, list).FoundMissing();
        foreach (var commune in write.Rows("SELECT CommuneId FROM HomesOfNew ORDER BY 1", reader => reader.IsDBNull(0) ? (long?)null : reader.GetInt64(0)))
        {
            if (commune is { } named && !list.HomeOf(named).Communes.Any(one => list.CoversHome(one.LocalityId)))
                new ProposalWriting(write, cipher, list).ProposeHomesOfNew(named);
            else
                AddResidencesIn(commune);
        }

        cancellationToken.ThrowIfCancellationRequested();
        write.Execute(AddMemberships, ("@organization", list.Organization.Id), ("@unit", list.BaseUnitId!.Value), ("@asOf", list.AsOf.ToIso()));
        OtherMembershipsOfNew.Write(write, list);
        write.Execute(RememberNew);
    }

    /// <param name="communeId">Null: the list's.</param>
    private void AddResidencesIn(long? communeId)
    {
        var home = list.HomeOf(communeId);
        var began = home.Began;
        foreach (var (locality, end) in home.Communes)
        {
            write.Execute(AddResidences, ("@commune", communeId), ("@locality", locality), ("@began", began.ToIso()), ("@ended", end?.ToIso()));
            began = end ?? began;
        }
    }
}
