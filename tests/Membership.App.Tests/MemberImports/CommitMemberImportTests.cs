using Membership.App.Audit;
using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

public class CommitMemberImportTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,";

    [Fact]
    public async Task Commit_WhenAListIsTaken_MovesTheFigure()
    {
        await using var desk = await ImportDesk.OpenAsync();

        await desk.ImportAsync([Sen, Sung]);

        var progress = (await desk.Database.Send(new GetIndicatorProgress("participation", "31120", ImportDesk.AsOf))).Value;
        Assert.Equal((2, 2), (progress.Whole.People, progress.Whole.Memberships));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Commit_WhenClickedTwice_WritesOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen]);

        var second = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.IsType<AlreadyCommitted>(second.Refusal);
        Assert.Equal(1, await desk.Database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Commit_WhenEveryRowIsRejected_WritesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Lê Thị Sen,31/02/1980,Nữ,,,Khu vực 1,"]);

        var commit = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.IsType<NothingToWrite>(commit.Refusal);
        Assert.Equal(MemberImportState.Checked, (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Import.State);
    }

    [Fact]
    public async Task Commit_WhenARowIsOtherwiseSinceTheCheck_WritesNothingAndShowsTheNewState()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Sung]);
        await desk.ImportAsync([Sen]);

        var refused = await desk.Database.Send(new CommitMemberImport(import.Id));
        var preview = (await desk.Database.Send(new GetImportPreview(import.Id))).Value;
        var then = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new RegisterChangedSinceCheck(import.Id, Rows: 1), refused.Refusal);
        Assert.Equal(((1, 0, 1, 0, 0), false), (ImportDesk.Counts(preview.Import), preview.IsStale));
        Assert.Equal(new CommitSummary(1, 0, 0), then.Value);
    }

    [Fact]
    public async Task Commit_WhenTheRegisterChangedElsewhere_ChecksAgainAndWrites()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal), Sung, Sung]);
        await desk.Database.Send(new DecideImportRow(import.Id, 4, RowDecision.AsNewPerson));
        await desk.ImportAsync(["1,Phạm Thị Lành,01/01/1990,Nữ,092190000003,,,"], locality: "31135");

        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new CommitSummary(2, 1, 0), committed.Value);
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        Assert.Empty((await desk.Database.Send(new VerifyAudit())).Breaks);
    }

    [Fact]
    public async Task Commit_WhenCutOffWhileItChecksAgain_KeepsTheRows()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Sung]);
        await desk.ImportAsync(["1,Phạm Thị Lành,01/01/1990,Nữ,092190000003,,,"], locality: "31135");

        await Assert.ThrowsAsync<OperationCanceledException>(() => desk.Database.Send(new CommitMemberImport(import.Id, new Stopping())));

        Assert.Equal(2, (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.New))).Value.Rows.Count);
        Assert.Equal(new CommitSummary(2, 0, 0), (await desk.Database.Send(new CommitMemberImport(import.Id))).Value);
    }

    [Theory]
    [InlineData("UPDATE People SET RecordedAt = RecordedAt", true)]
    [InlineData("UPDATE People SET RestrictedAt = '2026-01-01 00:00:00'", false)]
    public async Task Commit_WhenTheRegisterChangesWhileItWaitsToWrite_LooksAgain(string sql, bool isWritten)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);
        await using var other = await desk.Database.OpenConnectionAsync();
        await using var writing = other.BeginTransaction();
        await using var change = other.CreateCommand();
        change.CommandText = $"{sql}; UPDATE RegisterStates SET Version = Version + 1";
        change.Transaction = writing;
        await change.ExecuteNonQueryAsync();

        var commit = Task.Run(() => desk.Database.Send(new CommitMemberImport(import.Id)));
        await Task.WhenAny(commit, Task.Delay(TimeSpan.FromSeconds(1)));
        await writing.CommitAsync();

        Assert.Equal(isWritten ? null : new RegisterChangedSinceCheck(import.Id, Rows: 1), (await commit).Refusal);
        Assert.Equal(isWritten ? 1 : 0, await desk.Database.With(db => db.PersonChanges.CountAsync()));
    }

    [Fact]
    public async Task Commit_WhenARowIsDoubtful_LeavesItUntilItIsDecided()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sung, Sung]);

        await desk.Database.Send(new DecideImportRow(import.Id, 3, RowDecision.AsNewPerson));
        var more = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new CommitSummary(1, 0, 0), more.Value);
        Assert.Equal(2, await desk.Database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Commit_WhenADoubtfulRowIsAKnownPerson_ChangesHer()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Lê Thị Sen,12/05/1980,Nữ,,,,"]);
        var import = await desk.CheckAsync(["1,Lê Thị Sen,1980,Nữ,092180000001,0911111111,,"]);
        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows);

        await desk.Database.Send(new DecideImportRow(import.Id, row.Row.RowNumber, RowDecision.AsKnownPerson, Assert.Single(row.Candidates).PersonId));
        await desk.Database.Send(new CommitMemberImport(import.Id));

        var person = await desk.Database.With(db => db.People.SingleAsync());
        Assert.Equal(("092180000001", "0911111111", "1980-05-12"), (desk.Database.Cipher.OpenOrNull(person.CitizenId), desk.Database.Cipher.OpenOrNull(person.Phone), person.BirthDate.ToString()));
    }

    [Fact]
    public async Task Commit_WhenAPersonChanges_KeepsBeforeAndAfter()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var import = await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);

        var change = await desk.Database.With(db => db.PersonChanges.SingleAsync());
        Assert.Equal(("Phone", "0912345678", "0987654321", import.Id), (change.Field, desk.Database.Cipher.Open(new SealedText(change.Before!)), desk.Database.Cipher.Open(new SealedText(change.After!)), change.ImportId!.Value));
    }

    [Fact]
    public async Task Commit_WhenAMembershipIsAdded_RemembersWhose()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)], organization: "LHPN");

        var women = await desk.Database.With(db => db.Organizations.Where(row => row.Code == "LHPN").Select(row => (long?)row.Id).SingleAsync());
        var changes = await desk.Database.With(db => db.PersonChanges.OrderBy(row => row.Field).Select(row => ValueTuple.Create(row.Field, row.OrganizationId)).ToListAsync());
        Assert.Equal([("Membership", women), ("Phone", null)], changes);
    }

    [Fact]
    public async Task Commit_WhenTheCommuneHasMergedSince_ThePeopleLiveInItsSuccessor()
    {
        await using var desk = await ImportDesk.OpenAsync();

        // Code 31120 was phường An Hòa until 30/06/2025; its people live in phường Cái Khế since, which has that code today.
        await desk.ImportAsync([Sen], asOf: new DateOnly(2024, 12, 31));

        var old = (await desk.Database.Send(new GetIndicatorProgress("participation", "31120", new DateOnly(2025, 6, 30)))).Value;
        var today = (await desk.Database.Send(new GetIndicatorProgress("participation", "31120", new DateOnly(2025, 7, 1)))).Value;
        Assert.Equal(("Phường An Hòa", 1L), (old.Whole.Locality.Name, old.Whole.People));
        Assert.Equal(("Phường Cái Khế", 1L), (today.Whole.Locality.Name, today.Whole.People));
    }

    [Fact]
    public async Task Commit_WhenAnOlderListComesLater_AddsAndRemembersTheTimeBefore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var sen = Sen.Replace("01/06/2019", "", StringComparison.Ordinal);
        await desk.ImportAsync([sen], asOf: new DateOnly(2025, 12, 31));

        await desk.ImportAsync([sen], asOf: new DateOnly(2024, 12, 31));

        var residences = await desk.Database.With(db => db.Residences.OrderBy(residence => residence.From).ToListAsync());
        Assert.Equal([new DateOnly(2024, 12, 31), new DateOnly(2025, 7, 1), new DateOnly(2025, 12, 31)], residences.Select(residence => residence.From));
        Assert.Equal(2, await desk.Database.With(db => db.PersonChanges.CountAsync(change => change.Field == "Residence")));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Commit_WhenABranchIsSpelledAnotherWay_FoundsNoSecondOne()
    {
        await using var desk = await ImportDesk.OpenAsync();

        await desk.ImportAsync([Sen, Sung.Replace("Khu vực 2", "KHU VUC  1", StringComparison.Ordinal)]);

        Assert.Equal(["Hội Nông dân phường Cái Khế", "Khu vực 1"], await desk.Database.With(db => db.OrganizationUnits.OrderBy(unit => unit.Id).Select(unit => unit.Name).ToListAsync()));
    }

    [Fact]
    public async Task Database_WhenTwoMembershipsOverlap_RefusesTheSecond()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var second = desk.Database.With(async db =>
        {
            var first = await db.Memberships.AsNoTracking().SingleAsync();
            db.Memberships.Add(new MembershipInterval
            {
                PersonId = first.PersonId,
                OrganizationId = first.OrganizationId,
                UnitId = first.UnitId,
                From = first.From.AddDays(1),
                BeganBy = MembershipReason.Listed,
            });
            return await db.SaveChangesAsync();
        });

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => second);
        Assert.Contains("overlapping", Assert.IsType<SqliteException>(failure.InnerException).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discard_WhenNotYetCommitted_LeavesOnlyTheAttempt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen]);

        var discarded = await desk.Database.Send(new DiscardMemberImport(import.Id));

        Assert.Equal(MemberImportState.Discarded, discarded.Value.State);
        Assert.IsType<ImportDiscarded>((await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal);
    }

    [Fact]
    public async Task Discarded_SaysSoToWhoeverChecksItAgainOrAsksForItsEffects()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen]);
        await desk.Database.Send(new DiscardMemberImport(import.Id));

        var checkedAgain = await desk.Database.Send(new CheckMemberList(import.Id));
        var effects = await desk.Database.Send(new GetImportEffects(import.Id));

        Assert.Equal((new ImportDiscarded(import.Id), new ImportDiscarded(import.Id)), (checkedAgain.Refusal, effects.Refusal));
    }

    [Fact]
    public async Task ExportRejectedRows_WhenRowsWereRejected_GivesThemWithTheirReasons()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, "3,Phạm Thị Lành,31/02/1990,Nữ,,,,"]);

        var file = (await desk.Database.Send(new ExportRejectedRows(import.Id))).Value;

        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(file.Content));
        var texts = workbook.Worksheets.First().CellsUsed().Select(cell => cell.GetString()).ToList();
        Assert.Contains("Phạm Thị Lành", texts);
        Assert.Contains(texts, text => text.Contains("31/02/1990", StringComparison.Ordinal));
        Assert.DoesNotContain("Lê Thị Sen", texts);
    }

    /// <summary>As when the officer presses stop while the list is read again.</summary>
    private sealed class Stopping : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => throw new OperationCanceledException();
    }
}
