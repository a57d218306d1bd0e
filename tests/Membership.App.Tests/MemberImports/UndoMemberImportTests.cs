using FluentValidation;
using Membership.App.Approvals;
using Membership.App.Audit;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Retention;
using Membership.App.Texts;
using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

public class UndoMemberImportTests
{
    private const string Reason = "Nhập nhầm danh sách của phường khác";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,03/02/1975,Nam,092075000002,,Khu vực 2,";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Undo_OfRandomLists_LatestFirst_RestoresEachStateBefore(int seed)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var lists = new RandomLists(new Random(seed));
        var before = new Stack<(long Import, List<string> Content)>();
        for (var number = 0; number < 6; number++)
        {
            var content = await RegisterContent.ReadAsync(desk.Database);
            before.Push((await lists.ImportOneAsync(desk), content));
        }

        while (before.TryPop(out var state))
        {
            var undone = (await desk.Database.Send(new UndoMemberImport(state.Import, Reason))).Value;

            Assert.DoesNotContain(undone.Rows.Keys, outcome => outcome != UndoOutcome.Restored);
            Assert.Equal(state.Content, await RegisterContent.ReadAsync(desk.Database));
        }

        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        Assert.Empty((await desk.Database.Send(new VerifyAudit())).Breaks);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Undo_OfRandomListsInAnyOrder_RepeatedUntilNothingIsKept_RestoresTheBeginning(int seed)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var random = new Random(seed);
        var lists = new RandomLists(random);
        var beginning = await RegisterContent.ReadAsync(desk.Database);
        var imports = new List<long>();
        for (var number = 0; number < 6; number++)
            imports.Add(await lists.ImportOneAsync(desk));
        Assert.Equal(
            [ImageTable.People, ImageTable.Residences, ImageTable.Memberships],
            await desk.Database.With(db => db.ImportImages.Select(image => image.Table).Distinct().OrderBy(table => table).ToListAsync()));

        for (var round = 0; round < imports.Count; round++)
        {
            foreach (var import in imports.OrderBy(_ => random.Next()).ToList())
                await desk.Database.Send(new UndoMemberImport(import, Reason));
            Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        }

        Assert.Equal(beginning, await RegisterContent.ReadAsync(desk.Database));
        Assert.Equal(0, await desk.Database.With(db => db.ImportImages.CountAsync()));
    }

    [Fact]
    public async Task Undo_WhenTheListIsImportedAgain_TakesItWithNewNumbers()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await desk.ImportAsync([Sen, Sung]);
        await desk.Database.Send(new UndoMemberImport(first.Id, Reason));

        var again = await desk.ImportAsync([Sen, Sung]);

        Assert.Equal((2, 0, 0, 0, 0), ImportDesk.Counts(again));
        Assert.Equal([3, 4], await desk.Database.With(db => db.People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync()));
    }

    [Fact]
    public async Task Undo_WhenThePersonWasCorrectedSince_KeepsHerOnly()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Sung]);
        var sen = await desk.Database.With(db => db.People.Where(person => person.FullName == "Lê Thị Sen").Select(person => person.Id).SingleAsync());
        await desk.Database.Send(new CorrectPerson(sen, new Dictionary<PersonField, string?> { [PersonField.Phone] = "0987654321" }, "Gọi điện hỏi lại chị Sen"));

        var preview = (await desk.Database.Send(new GetUndoPreview(import.Id))).Value;
        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, Reason))).Value;

        Assert.Equal((1, 1), (undone.RowsOf(UndoOutcome.Restored), undone.RowsOf(UndoOutcome.KeptAsCorrectedSince)));
        Assert.Equal(undone.Rows, preview.Rows.Rows);
        Assert.Equal([sen], await desk.Database.With(db => db.People.Select(person => person.Id).ToListAsync()));
        Assert.Equal(
            [UndoOutcome.KeptAsCorrectedSince, UndoOutcome.Restored],
            await desk.Database.With(db => db.ImportedRows.OrderBy(row => row.RowNumber).Select(row => row.UndoneAs!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Undo_WhenALaterListChangedThePerson_KeepsHerUntilThatIsUndone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await desk.ImportAsync([Sen]);
        var second = await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);

        var tooEarly = (await desk.Database.Send(new UndoMemberImport(first.Id, Reason))).Value;
        var nothing = await desk.Database.Send(new UndoMemberImport(first.Id, Reason));
        await desk.Database.Send(new UndoMemberImport(second.Id, Reason));
        var then = (await desk.Database.Send(new UndoMemberImport(first.Id, Reason))).Value;

        Assert.Equal(1, tooEarly.RowsOf(UndoOutcome.KeptAsInLaterList));
        Assert.IsType<NothingLeftToUndo>(nothing.Refusal);
        Assert.Equal(1, then.RowsOf(UndoOutcome.Restored));
        Assert.Equal(0, await desk.Database.With(db => db.OrganizationUnits.CountAsync()));
    }

    [Fact]
    public async Task Undo_WhenAPersonIsRestrictedOrAnonymised_LeavesBoth()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Sung]);
        var ids = await desk.Database.With(db => db.People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync());
        await desk.Database.Send(new RestrictPerson(ids[0], "Chị ấy yêu cầu bằng văn bản"));
        await desk.Database.Send(new AnonymisePerson(ids[1], "Anh ấy yêu cầu bằng văn bản"));

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, Reason))).Value;

        Assert.Equal((1, 1), (undone.RowsOf(UndoOutcome.ImpossibleAsRestricted), undone.RowsOf(UndoOutcome.ImpossibleAsAnonymised)));
        Assert.Equal(2, await desk.Database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Undo_AfterTheKeysWereRotated_StillRestores()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await desk.ImportAsync([Sen]);
        var before = await RegisterContent.ReadAsync(desk.Database);
        var second = await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal), Sung]);
        Assert.False((await desk.Database.Send(new RotateKeys())).IsRefused);

        await desk.Database.Send(new UndoMemberImport(second.Id, Reason));
        Assert.Equal(WithoutIndexes(before), WithoutIndexes(await RegisterContent.ReadAsync(desk.Database)));

        Assert.Equal(1, (await desk.Database.Send(new UndoMemberImport(first.Id, Reason))).Value.RowsOf(UndoOutcome.Restored));
    }

    [Fact]
    public async Task Undo_OfAnImportWithoutImages_SaysSoOfKnownPeople()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal), Sung]);
        await desk.Database.With(db => db.Database.ExecuteSqlRawAsync("DELETE FROM ImportImages"));

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, Reason))).Value;

        Assert.Equal((1, 1), (undone.RowsOf(UndoOutcome.Restored), undone.RowsOf(UndoOutcome.ImpossibleAsNotRecorded)));
    }

    [Fact]
    public async Task Undo_OfAKnownPerson_AddsToHerHistoryAndToTheLog()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);

        await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        var change = await desk.Database.With(db => db.PersonChanges.OrderByDescending(row => row.Id).FirstAsync());
        var entry = await desk.Database.With(db => db.AuditEntries.OrderByDescending(row => row.Id).FirstAsync());
        Assert.Equal(
            ("0987654321", "0912345678", $"Hoàn lại đợt nhập số {import.Id}: {Reason}"),
            (desk.Database.Cipher.Open(new SealedText(change.Before!)), desk.Database.Cipher.Open(new SealedText(change.After!)), change.Reason));
        Assert.Equal((AuditKind.Undone, Reason), (entry.Kind, entry.Reason));
        Assert.Contains("\"Restored\":1", entry.Details, StringComparison.Ordinal);
        Assert.Empty((await desk.Database.Send(new VerifyAudit())).Breaks);
    }

    [Fact]
    public async Task Undo_ThatTakesAwayABranch_LeavesItsNameInTheHistory()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.ImportAsync([Sen.Replace("Khu vực 1", "Khu vực 9", StringComparison.Ordinal)]);

        await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        Assert.False(await desk.Database.With(db => db.OrganizationUnits.AnyAsync(unit => unit.Name == "Khu vực 9")));
        var person = await desk.Database.With(db => db.People.Select(one => one.Id).SingleAsync());
        var history = (await desk.Database.Send(new GetPerson(person))).Value.Changes.Where(change => change.Field == "Đơn vị sinh hoạt");
        Assert.Equal([("Khu vực 9", "Khu vực 1"), ("Khu vực 1", "Khu vực 9")], history.Select(change => (change.Before, change.After)));
    }

    [Fact]
    public async Task Anonymise_RemovesWhatAnImportKeptOfThePerson()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);
        Assert.Equal(1, await desk.Database.With(db => db.ImportImages.CountAsync()));

        await desk.Database.Send(new AnonymisePerson(1, "Chị ấy yêu cầu bằng văn bản"));

        Assert.Equal(0, await desk.Database.With(db => db.ImportImages.CountAsync()));
    }

    [Fact]
    public async Task Undo_OfALargeList_NeedsASecondPerson()
    {
        await using var desk = new ImportDesk(await TestDatabase.CreateAsync(services =>
            services.AddSingleton(new ApprovalSettings { TwoPersons = true, ImportRows = 1 })));
        var import = await desk.CheckAsync([Sen, Sung]);
        await desk.Database.Send(new CommitMemberImport(import.Id));
        await desk.Database.With(db => db.Database.ExecuteSqlRawAsync("UPDATE Approvals SET State = 2"));
        await desk.Database.Send(new CommitMemberImport(import.Id));

        var asked = await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        Assert.IsType<NeedsSecondPerson>(asked.Refusal);
        Assert.Equal(2, await desk.Database.With(db => db.People.CountAsync()));
        Assert.Equal(ApprovalKind.LargeUndo, await desk.Database.With(db => db.Approvals.OrderByDescending(one => one.Id).Select(one => one.Kind).FirstAsync()));
    }

    [Fact]
    public async Task Undo_WithoutAReason_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen]);

        await Assert.ThrowsAsync<ValidationException>(() => desk.Database.Send(new UndoMemberImport(import.Id, "nhầm")));
    }

    [Fact]
    public async Task Undo_OfAListThatWasNotWritten_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen]);

        Assert.IsType<ImportNotCommitted>((await desk.Database.Send(new UndoMemberImport(import.Id, Reason))).Refusal);
    }

    [Fact]
    public async Task UndoneImport_WhenAskedForMore_SaysThatItWasUndone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Sen.Replace("092180000001", "", StringComparison.Ordinal)]);
        var written = await desk.Database.Send(new AnswerRepairs(import.Id, new Dictionary<RepairCode, bool>()));
        await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        var asked = await desk.Database.Send(new GetMissingMembers(import.Id));

        Assert.Equal(new ImportNotReady(import.Id, MemberImportState.Committed), written.Refusal);
        Assert.Contains("đã được ghi vào sổ", RefusalText.Of(written.Refusal!), StringComparison.Ordinal);
        Assert.Equal(new ImportNotReady(import.Id, MemberImportState.Undone), asked.Refusal);
        Assert.Contains("đã được hoàn tác", RefusalText.Of(asked.Refusal!), StringComparison.Ordinal);
        Assert.Equal(0, (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Undecided);
    }

    /// <summary>Another key makes other blind indexes of the same numbers.</summary>
    private static IEnumerable<string> WithoutIndexes(IEnumerable<string> lines) =>
        lines.Select(line => string.Join(' ', line.Split(' ').Where(word => !word.Contains("Index=", StringComparison.Ordinal) && !word.StartsWith("PhoneBucket=", StringComparison.Ordinal))));
}
