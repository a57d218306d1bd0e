using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The one transaction of a commit, over a register to which the staging file is attached.</summary>
public sealed class ImportPublishing(ImportFiles files, FieldCipher cipher, AuditChain chain, Actor actor, TimeProvider clock, ImportAudit audit)
{
    /// <summary>Never a number that somebody had before her import was undone: log and history name people by it.</summary>
    private const string FindNew = """
        CREATE TEMP TABLE TakenAsNew AS
        SELECT RowNumber, COALESCE((SELECT seq FROM main.sqlite_sequence WHERE name = 'People'), 0) + ROW_NUMBER() OVER (ORDER BY RowNumber) AS PersonId
        FROM staging.Rows r
        WHERE (Verdict = 1 OR Decision = 1)
            AND RowNumber NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import)
            AND NOT EXISTS (SELECT 1 FROM main.People p WHERE p.CitizenIdIndex = r.CitizenIdIndex)
        """;

    private const string AddPeople = """
        INSERT INTO main.People (Id, FullName, FoldedName, NameOrderKey, Sex, BirthDate,
            CitizenId, CitizenIdIndex, FormerIdNumber, Phone, PhoneIndex, Ethnicity, Religion, ImportId, RecordedAt, IsSample)
        SELECT t.PersonId, r.FullName, r.FoldedName, r.NameOrderKey, r.Sex, r.BirthDate,
            r.CitizenId, r.CitizenIdIndex, r.FormerIdNumber, r.Phone, r.PhoneIndex, r.Ethnicity, r.Religion, @import, @now, 0
        FROM TakenAsNew t JOIN staging.Rows r ON r.RowNumber = t.RowNumber ORDER BY t.PersonId
        """;

    /// <summary>One stretch of the list's commune and its successors; [@began, @ended).</summary>
    private const string AddResidences = """
        INSERT INTO main.Residences (PersonId, LocalityId, Address, "From", "To", ImportId, RecordedAt)
        SELECT t.PersonId, @locality, r.Address, MAX(r.MemberFrom, @began), @ended, @import, @now
        FROM TakenAsNew t JOIN staging.Rows r ON r.RowNumber = t.RowNumber
        WHERE @ended IS NULL OR r.MemberFrom < @ended ORDER BY t.PersonId
        """;

    private const string AddMemberships = """
        INSERT INTO main.Memberships (PersonId, OrganizationId, UnitId, "From", "To", AdmittedOn, BeganBy, EndedBy, Office, ImportId, RecordedAt)
        SELECT t.PersonId, @organization, COALESCE(b.UnitId, @unit), r.MemberFrom, NULL, r.AdmittedOn,
            CASE WHEN r.AdmittedOn IS NULL THEN 1 ELSE 2 END, NULL, r.Office, @import, @now
        FROM TakenAsNew t JOIN staging.Rows r ON r.RowNumber = t.RowNumber LEFT JOIN BranchUnits b ON b.Branch = r.Branch ORDER BY t.PersonId
        """;

    private const string RememberNew =
        "INSERT INTO main.ImportedRows (ImportId, RowNumber, PersonId, TakenAs) SELECT @import, RowNumber, PersonId, 1 FROM TakenAsNew ORDER BY RowNumber";

    /// <summary>48 MB. Blind indexes are in no order: new entries touch pages all over them.</summary>
    private const string KeepIndexesInMemory = "PRAGMA main.cache_size = -48000";

    /// <summary>0 while the register was never written to.</summary>
    private const string VersionNow = "SELECT COALESCE(MAX(Version), 0) FROM main.RegisterStates";

    private const string StateNow = "SELECT State FROM main.MemberImports WHERE Id = @import";

    private const string FinishImport =
        $"UPDATE main.MemberImports SET State = 3, CommittedAt = @now, TakenRows = TakenRows + @taken, CheckedAtVersion = ({VersionNow}) WHERE Id = @import";

    internal async Task<Outcome<CommitSummary>> PublishAsync(
        SqliteConnection register, MemberImport import, ListContext list, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = (SqliteTransaction)await register.BeginTransactionAsync(cancellationToken);
        var write = new RegisterWrite(register, transaction, import.Id, clock.GetUtcNow().UtcDateTime, actor.Name) { Seals = audit.Seals };
        // Only here, where nobody else can write any more: a commit may have waited for another one, or an undo, to end.
        if (IsStale(write, import))
            return new RegisterChangedSinceCheck(import.Id);

        write.Execute(KeepIndexesInMemory);
        write.Execute(FindNew);
        var taken = Take(write, import, list);
        if (taken.Rows == 0 && import.State == MemberImportState.Committed)
            return new AlreadyCommitted(import.Id);
        if (taken.Rows > 0)
            await WriteAsync(write, import, list, taken, progress, cancellationToken);

        write.Execute(FinishImport, ("@taken", taken.Rows));
        var summary = new CommitSummary(taken.New, taken.Known.Count, write.Count("SELECT COUNT(*) FROM staging.Rows WHERE Verdict = 4 AND Decision = 0"))
        {
            Ended = taken.Ended,
        };
        audit.Write(write, import, summary);
        await transaction.CommitAsync(cancellationToken);
        return summary;
    }

    /// <summary>Writes to temporary copies of the tables instead, and tells which communes it touched.</summary>
    internal async Task<IReadOnlyCollection<long>> RehearseAsync(
        SqliteConnection register, MemberImport import, ListContext list, CancellationToken cancellationToken)
    {
        await using var transaction = register.BeginTransaction(deferred: true);
        var write = new RegisterWrite(register, transaction, import.Id, clock.GetUtcNow().UtcDateTime, actor.Name) { Seals = audit.Seals, Target = "temp" };
        write.Execute(FindNew);
        var communes = await WriteAsync(write, import, list, Take(write, import, list), null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return communes;
    }

    private static bool IsStale(RegisterWrite write, MemberImport import) =>
        write.Count(StateNow) != (int)import.State
        || (import.State == MemberImportState.Checked && import.CheckedAtVersion != write.Count(VersionNow));

    private TakenRows Take(RegisterWrite write, MemberImport import, ListContext list)
    {
        var images = new RegisterImages(write, cipher, chain);
        return new TakenRows(
            write.Count("SELECT COUNT(*) FROM TakenAsNew"), RowsOfKnownPeople(write), images,
            import.Choices.Mode == ListMode.Full ? new MissingMembersWriting(write, images, list) : null);
    }

    /// <summary>Answers with the communes concerned.</summary>
    private async Task<IReadOnlyCollection<long>> WriteAsync(
        RegisterWrite write, MemberImport import, ListContext list, TakenRows taken, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.Writing, 0, taken.Rows));
        WriteNew(write, list, cancellationToken);
        new KnownPeopleWriting(write, taken.Images, cipher, list).Apply(KnownRows(import, taken.Known), cancellationToken);
        taken.Leaving?.Apply();

        progress?.Report(new ImportProgress(ImportStage.Counting, taken.Rows, taken.Rows));
        write.Execute(RegisterVersion.BumpSql);
        var communes = await SeriesRecount.CommunesOfPeopleAsync(write.Connection, cancellationToken);
        await SeriesRecount.RecountAsync(write.Connection, communes, cancellationToken);
        return communes;
    }

    private static void WriteNew(RegisterWrite write, ListContext list, CancellationToken cancellationToken)
    {
        new ListUnits(write, list).FoundMissing();
        write.Execute(AddPeople);
        foreach (var (locality, began, ended) in Stretches(list))
            write.Execute(AddResidences, ("@locality", locality), ("@began", began), ("@ended", ended));
        cancellationToken.ThrowIfCancellationRequested();
        write.Execute(AddMemberships, ("@organization", list.Organization.Id), ("@unit", list.BaseUnitId!.Value));
        write.Execute(RememberNew);
        write.Execute("CREATE TEMP TABLE TouchedPeople AS SELECT PersonId FROM TakenAsNew");
    }

    /// <summary>Numbers of the rows that change a known person, decided ones included, not yet taken; her data may have been
    /// restricted or removed since the check.</summary>
    private static List<int> RowsOfKnownPeople(RegisterWrite write) => write.Numbers(
        """
        SELECT RowNumber FROM staging.Rows r WHERE (Verdict = 2 OR Decision = 2)
            AND EXISTS (SELECT 1 FROM main.People p WHERE p.Id = r.PersonId AND p.RestrictedAt IS NULL AND p.AnonymisedAt IS NULL)
            AND RowNumber NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import) ORDER BY RowNumber
        """);

    private IEnumerable<StagedRow> KnownRows(MemberImport import, List<int> numbers)
    {
        if (numbers.Count == 0)
            yield break;

        var wanted = numbers.ToHashSet();
        using var staging = files.OpenStaging(import.Id);
        foreach (var row in staging.Rows("Verdict = 2 OR Decision = 2 ORDER BY RowNumber"))
        {
            if (wanted.Contains(row.RowNumber))
                yield return row;
        }
    }

    private static IEnumerable<(long Locality, string Began, object Ended)> Stretches(ListContext list)
    {
        var began = list.LocalityBegan;
        foreach (var (locality, end) in list.Communes)
        {
            yield return (locality, began.ToIso(), end is { } day ? day.ToIso() : DBNull.Value);
            began = end ?? began;
        }
    }

    /// <summary>What one commit writes.</summary>
    /// <param name="New">Rows that become people.</param>
    /// <param name="Known">Numbers of the rows that change somebody.</param>
    /// <param name="Leaving">Of a full list, whom it does not name; null otherwise.</param>
    private sealed record TakenRows(int New, List<int> Known, RegisterImages Images, MissingMembersWriting? Leaving)
    {
        public int Ended => Leaving?.Count ?? 0;

        public int Rows => New + Known.Count + Ended;
    }
}
