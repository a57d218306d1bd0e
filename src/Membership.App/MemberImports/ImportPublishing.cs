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

/// <summary>
/// A commit, over a register to which the staging file is attached: the new people first, in short transactions that nobody
/// notices; then all that the list says, in one; then the figures. What a killed process leaves unfinished,
/// <see cref="CutOffCommits"/> takes back or brings to its end.
/// </summary>
public sealed class ImportPublishing(ImportFiles files, FieldCipher cipher, AuditChain chain, Actor actor, TimeProvider clock, ImportAudit audit)
{
    /// <summary>Each transaction writes the pages of all indexes anew: a few large ones cost less than many small ones.</summary>
    private const int PeopleAtOnce = 50_000;

    /// <summary>Others who wait to write look again every 100 ms: without a pause they would never find it free.</summary>
    private static readonly TimeSpan PauseForOthers = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// New entries touch pages all over the indexes of names and telephones, of which a transaction keeps 40 MB in memory. How they come from
    /// the log to the register is for <see cref="LogEmptying"/>: by itself SQLite would do it at a commit, while others wait.
    /// </summary>
    private const string KeepIndexesTogether = "PRAGMA main.cache_size = -40000; PRAGMA wal_autocheckpoint = 0";

    /// <summary>Rows that speak of a known person; the verdicts first, since those have an index.</summary>
    private const string MeansKnown = "Verdict IN (2, 4) AND (Verdict = 2 OR Decision = 2)";

    /// <summary>Rows of people beyond the scope name nobody in the staging file's columns: what a rehearsal shows must not tell them.</summary>
    /// <summary>Rows that mean somebody beyond the scope of who reads the list.</summary>
    internal const string MeansBeyond = "Verdict = 2 AND PersonId IS NULL AND FullName IS NOT NULL";

    private const string StateNow = "SELECT State FROM main.MemberImports WHERE Id = @import";

    private const string FinishImport =
        $"UPDATE main.MemberImports SET State = 3, CommittedAt = @now, TakenRows = TakenRows + @taken, CheckedAtVersion = ({RegisterVersion.NowSql}) WHERE Id = @import";

    internal async Task<Outcome<CommitSummary>> PublishAsync(
        SqliteConnection register, MemberImport import, ListContext list, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var turn = await files.TakeTurnAsync(cancellationToken);
        if (turn is null)
            return new AnotherListIsWritten(import.Id);

        if (IsLong(import.Rows))
            MakeRoom();
        await using var log = IsLong(import.Rows) ? new LogEmptying(register.DataSource) : null;
        Execute(register, KeepIndexesTogether);
        var begun = await BeginAsync(register, import, cancellationToken);
        if (begun.IsRefused)
            return begun.Refusal!;

        var prepared = begun.Value;
        try
        {
            await BringPeopleAsync(register, import, prepared, log, progress, cancellationToken);
            var written = await WriteAsync(register, import, list, prepared, progress, cancellationToken);
            log?.Begin();
            if (!written.IsRefused)
                await CountAsync(register, import, progress);
            else
                await CutOffCommits.TakeBackAsync(register, import.Id);
            audit.Committed();
            return written;
        }
        catch
        {
            await CutOffCommits.TakeBackAsync(register, import.Id);
            throw;
        }
    }

    /// <summary>Writes to temporary copies of the tables instead, and tells which communes it touched.</summary>
    internal async Task<IReadOnlyCollection<long>> RehearseAsync(
        SqliteConnection register, MemberImport import, ListContext list, CancellationToken cancellationToken)
    {
        await using var transaction = register.BeginTransaction(deferred: true);
        var write = Writing(register, transaction, import, "temp");
        NewPeopleWriting.Find(write, isFresh: false);
        NewPeopleWriting.Bring(write, 0, long.MaxValue);
        Write(write, list, Take(write, import, list), import, cancellationToken);
        var communes = await SeriesRecount.CommunesOfPeopleAsync(register, cancellationToken);
        await SeriesRecount.RecountAsync(register, communes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return communes;
    }

    /// <summary>Finds who is new, beside other people's writes, and keeps numbers free for them.</summary>
    private async Task<Outcome<PreparedPeople>> BeginAsync(SqliteConnection register, MemberImport import, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            var (count, next) = await FindNewAsync(register, import, cancellationToken);
            await using var transaction = register.BeginTransaction();
            var write = Writing(register, transaction, import);
            if (IsStale(write, import))
                return new RegisterChangedSinceCheck(import.Id);
            if (NewPeopleWriting.NextNumber(write) != next)
                continue;

            var prepared = new PreparedPeople(NewPeopleWriting.ReserveNumbers(write), count);
            await transaction.CommitAsync(cancellationToken);
            return prepared;
        }
    }

    private async Task<(int Count, long Next)> FindNewAsync(SqliteConnection register, MemberImport import, CancellationToken cancellationToken)
    {
        await using var transaction = register.BeginTransaction(deferred: true);
        var write = Writing(register, transaction, import);
        // What was checked is refused as stale, before anything is written, unless the register is still as it was.
        var found = (NewPeopleWriting.Find(write, isFresh: import.State == MemberImportState.Checked), NewPeopleWriting.NextNumber(write));
        await transaction.CommitAsync(cancellationToken);
        return found;
    }

    private async Task BringPeopleAsync(
        SqliteConnection register, MemberImport import, PreparedPeople prepared, LogEmptying? log, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        for (var first = prepared.First; first < prepared.First + prepared.Count; first += PeopleAtOnce)
        {
            progress?.Report(new ImportProgress(ImportStage.Writing, (int)(first - prepared.First), prepared.Count));
            await using var transaction = register.BeginTransaction();
            NewPeopleWriting.Bring(Writing(register, transaction, import), first, first + PeopleAtOnce - 1);
            await transaction.CommitAsync(cancellationToken);
            log?.Begin();
            await PauseAsync(prepared, cancellationToken);
        }
    }

    private Task PauseAsync(PreparedPeople prepared, CancellationToken cancellationToken) =>
        IsLong(prepared.Count) ? Task.Delay(PauseForOthers, clock, cancellationToken) : Task.CompletedTask;

    /// <summary>A short list is over before anybody has waited long, or needs much memory.</summary>
    private static bool IsLong(int rows) => rows > PeopleAtOnce / 10;

    /// <summary>Reading a long list leaves some 100 MB to be collected: the indexes need them now.</summary>
    private static void MakeRoom() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private async Task<Outcome<CommitSummary>> WriteAsync(
        SqliteConnection register, MemberImport import, ListContext list, PreparedPeople prepared, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var transaction = register.BeginTransaction();
        var write = Writing(register, transaction, import);
        // Only here, where nobody else can write any more: an undo, or another list, may have come in between.
        if (IsStale(write, import))
            return new RegisterChangedSinceCheck(import.Id);

        var taken = Take(write, import, list) with { New = prepared.Count };
        if (taken.Rows == 0 && import.State == MemberImportState.Committed)
            return new AlreadyCommitted(import.Id);
        if (taken.Rows > 0)
        {
            progress?.Report(new ImportProgress(ImportStage.Writing, prepared.Count, taken.Rows));
            Write(write, list, taken, import, cancellationToken);
        }

        write.Execute(FinishImport, ("@taken", taken.Rows));
        var summary = new CommitSummary(taken.New, taken.Known.Count, write.Count("SELECT COUNT(*) FROM staging.Rows WHERE Verdict = 4 AND Decision = 0"))
        {
            Ended = taken.Ended,
            BeyondScope = taken.Beyond.Count,
        };
        audit.Write(write, import, summary);
        await transaction.CommitAsync(cancellationToken);
        return summary;
    }

    private void Write(RegisterWrite write, ListContext list, TakenRows taken, MemberImport import, CancellationToken cancellationToken)
    {
        new NewPeopleWriting(write, cipher, list).Settle(cancellationToken);
        write.Execute($"INSERT INTO {SeriesRecount.TouchedPeople} SELECT PersonId FROM TakenAsNew");
        var known = new KnownPeopleWriting(write, taken.Images, cipher, list);
        known.Apply(Rows(import, MeansKnown, taken.Known), cancellationToken);
        if (write.Target == RegisterWrite.Register)
            known.ApplyBeyond(Rows(import, MeansBeyond, taken.Beyond), cancellationToken);
        taken.Leaving?.Apply();
        write.Execute(RegisterVersion.BumpSql);
    }

    /// <summary>Not to be cancelled: the rows are in the register.</summary>
    private static async Task CountAsync(SqliteConnection register, MemberImport import, IProgress<ImportProgress>? progress)
    {
        progress?.Report(new ImportProgress(ImportStage.Counting, import.Rows, import.Rows));
        await CutOffCommits.FinishAsync(register, import.Id, await SeriesRecount.CommunesOfPeopleAsync(register, CancellationToken.None));
    }

    private static bool IsStale(RegisterWrite write, MemberImport import) =>
        write.Count(StateNow) != (int)import.State
        || (import.State == MemberImportState.Checked && import.CheckedAtVersion != write.Count(RegisterVersion.NowSql));

    private TakenRows Take(RegisterWrite write, MemberImport import, ListContext list)
    {
        var images = new RegisterImages(write, cipher, chain);
        return new TakenRows(
            write.Count("SELECT COUNT(*) FROM TakenAsNew"), RowsOfKnownPeople(write), RowsBeyondScope(write), images,
            import.Choices.Mode == ListMode.Full ? new MissingMembersWriting(write, images, list) : null);
    }

    private RegisterWrite Writing(SqliteConnection register, SqliteTransaction transaction, MemberImport import, string target = RegisterWrite.Register) =>
        new(register, transaction, import.Id, clock.GetUtcNow().UtcDateTime, actor.Name) { Seals = audit.Seals, Target = target };

    private static void Execute(SqliteConnection register, string sql)
    {
        using var command = register.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Numbers of the rows that change a known person, decided ones included, not yet taken; her data may have been
    /// restricted or removed since the check.</summary>
    private static List<int> RowsOfKnownPeople(RegisterWrite write) => write.Numbers(
        $"""
        SELECT RowNumber FROM staging.Rows r WHERE {MeansKnown}
            AND EXISTS (SELECT 1 FROM main.People p WHERE p.Id = r.PersonId AND p.RestrictedAt IS NULL AND p.AnonymisedAt IS NULL)
            AND RowNumber NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import) ORDER BY RowNumber
        """);

    /// <summary>Numbers of the rows that mean somebody beyond the scope, neither taken nor put before anybody yet.</summary>
    private static List<int> RowsBeyondScope(RegisterWrite write) => write.Target != RegisterWrite.Register ? [] : write.Numbers(
        $"""
        SELECT RowNumber FROM staging.Rows r WHERE {MeansBeyond}
            AND RowNumber NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import)
            AND NOT EXISTS (SELECT 1 FROM main.Proposals q WHERE q.ImportId = @import AND q.RowNumber = r.RowNumber) ORDER BY RowNumber
        """);

    private IEnumerable<StagedRow> Rows(MemberImport import, string which, List<int> numbers)
    {
        if (numbers.Count == 0)
            yield break;

        var wanted = numbers.ToHashSet();
        using var staging = files.OpenStaging(import.Id);
        foreach (var row in staging.Rows($"{which} ORDER BY RowNumber"))
        {
            if (wanted.Contains(row.RowNumber))
                yield return row;
        }
    }

    /// <param name="First">The number of the first of them.</param>
    private sealed record PreparedPeople(long First, int Count);

    /// <summary>What one commit writes.</summary>
    /// <param name="New">Rows that become people.</param>
    /// <param name="Known">Numbers of the rows that change somebody.</param>
    /// <param name="Beyond">Of those that mean somebody beyond the scope.</param>
    /// <param name="Leaving">Of a full list, whom it does not name; null otherwise.</param>
    private sealed record TakenRows(int New, List<int> Known, List<int> Beyond, RegisterImages Images, MissingMembersWriting? Leaving)
    {
        public int Ended => Leaving?.Count ?? 0;

        public int Rows => New + Known.Count + Beyond.Count + Ended;
    }
}
