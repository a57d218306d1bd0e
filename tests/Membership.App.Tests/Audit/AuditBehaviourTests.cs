using Membership.App.Audit;
using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Populations;
using Membership.App.Statistics;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Audit;

public sealed class AuditBehaviourTests : IAsyncLifetime
{
    private ImportDesk _desk = null!;

    private TestDatabase Database => _desk.Database;

    public async Task InitializeAsync() => _desk = await ImportDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task List_FromUploadToExport_LeavesOneEntryForEachStep()
    {
        var import = await _desk.ImportAsync([SomeLog.Sen, "2,Phạm Thị Lành,31/02/1990,Nữ,,,,"]);
        await Database.Send(new GetImportPreview(import.Id, RowVerdict.Rejected, Page: 1));
        await Database.Send(new ExportRejectedRows(import.Id));

        var entries = await Database.EntriesAsync();

        Assert.Equal([AuditKind.ListReceived, AuditKind.Changed, AuditKind.Imported, AuditKind.ListOpened, AuditKind.Exported], entries.Select(entry => entry.Kind));
        Assert.All(entries, entry => Assert.Equal(("MemberImport", import.Id, import.LocalityId, import.OrganizationId), (entry.Subject, entry.SubjectId, entry.LocalityId, entry.OrganizationId)));
        Assert.Contains($"\"sha256\":\"{import.Sha256}\"", entries[2].Details, StringComparison.Ordinal);
        Assert.Contains("\"newPeople\":1", entries[2].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenDiscarded_IsKnown()
    {
        var import = await _desk.CheckAsync([SomeLog.Sen]);

        await Database.Send(new DiscardMemberImport(import.Id));

        Assert.Equal(AuditKind.ListDiscarded, (await Database.EntriesAsync())[^1].Kind);
    }

    [Fact]
    public async Task Preview_WithoutItsRows_OpensNothing()
    {
        var import = await _desk.CheckAsync([SomeLog.Sen]);
        var before = await Database.EntriesAsync();

        await Database.Send(new GetImportPreview(import.Id, WithRows: false));

        Assert.Equal(before.Count, (await Database.EntriesAsync()).Count);
    }

    [Fact]
    public async Task People_WhenListedOrSearched_AreNotNamed()
    {
        await _desk.ImportAsync([SomeLog.Sen]);
        var list = new ListPeople(TestRegister.CaiKhe, ImportDesk.AsOf, IndicatorDefinition.Participation);
        Assert.Single((await Database.Send(list)).Value.People);
        Assert.Single((await Database.Send(list with { Search = "thi sen" })).Value.People);

        var entries = await Database.EntriesAsync();

        Assert.Equal([AuditKind.PeopleListed, AuditKind.SearchedByName], entries.TakeLast(2).Select(entry => entry.Kind));
        Assert.All(entries, entry => Assert.NotNull(entry.LocalityId));
        Assert.Empty(await LeaksAsync("Sen", "sen", "092180000001", "0912345678", "1980", "danh-sach"));
    }

    [Fact]
    public async Task Figures_WhenLookedAt_LeaveNoEntry()
    {
        await Database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, ImportDesk.AsOf));

        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task Request_ThatSendsAnother_IsWrittenOnce()
    {
        await Database.Send(new ExportIndicatorProgress(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, ImportDesk.AsOf)));

        var entry = Assert.Single(await Database.EntriesAsync());

        Assert.Equal(AuditKind.Exported, entry.Kind);
        Assert.NotNull(entry.LocalityId);
    }

    [Fact]
    public async Task Request_WithoutThePermission_LeavesARefusal()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => Database.SendAs(Actor.Nobody("10.0.0.1"), new ListPeople(TestRegister.CaiKhe, ImportDesk.AsOf, IndicatorDefinition.Participation)));

        var entry = Assert.Single(await Database.EntriesAsync());

        Assert.Equal((AuditKind.Refused, "10.0.0.1"), (entry.Kind, entry.From));
        Assert.Equal("""{"request":"ListPeople","permission":"SeePeople"}""", entry.Details);
        Assert.NotNull(entry.LocalityId);
    }

    [Fact]
    public async Task Request_WhoseNestedRequestIsOutOfScope_LeavesOneRefusal()
    {
        var scope = Scope.Of([new TestRegister(Database).LocalityOf(TestRegister.CaiKhe)], null);
        var officer = new Actor(1, "an", "10.0.0.1", [new ActorRight(new HashSet<Permission> { Permission.SeeFigures }, scope)]);
        var query = new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.TanAn, TestRegister.Day);

        await Assert.ThrowsAsync<NotAllowedException>(() => Database.SendAs(officer, new ExportIndicatorProgress(query)));

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal("""{"request":"GetIndicatorProgress","refusal":"OutOfScope"}""", entry.Details);
    }

    [Fact]
    public async Task Request_WhenTheLogCannotBeWritten_GivesNothing()
    {
        await _desk.ImportAsync([SomeLog.Sen]);
        await Database.TamperAsync("DROP TABLE AuditHeads");

        await Assert.ThrowsAnyAsync<Exception>(() => Database.Send(new ListPeople(TestRegister.CaiKhe, ImportDesk.AsOf, IndicatorDefinition.Participation)));
    }

    [Fact]
    public async Task EveryWrite_LeavesAnEntry()
    {
        var import = await _desk.CheckAsync([SomeLog.Sen, "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,", "3,Trần Văn Súng,1975,Nam,,,Khu vực 2,"]);
        var writes = new Func<Task>[]
        {
            () => Database.Send(new DecideImportRow(import.Id, 4, RowDecision.AsNewPerson)),
            () => Database.Send(new CommitMemberImport(import.Id)),
            () => Database.Send(new RecordPopulationFigure(TestRegister.CaiKhe, ImportDesk.AsOf, 1_000, "Công an phường")),
            () => Database.Send(new ExportStatistics(2025, TestRegister.CaiKhe)),
            () => Database.Send(new SearchAudit(new AuditFilter())),
            () => Database.Send(new ExportAudit(new AuditFilter())),
            () => _desk.ReceiveAsync("STT,Họ và tên\n"),
        };

        foreach (var write in writes)
        {
            var before = (await Database.EntriesAsync()).Count;
            await write();
            Assert.Equal(before + 1, (await Database.EntriesAsync()).Count);
        }
    }

    [Fact]
    public async Task Demo_WhenFilled_LeavesAnEntry()
    {
        await Database.Send(new Membership.App.Samples.FillDemo());

        var entry = Assert.Single(await Database.EntriesAsync());

        Assert.Contains("\"what\":\"FillDemo\"", entry.Details, StringComparison.Ordinal);
    }

    /// <summary>Words found anywhere in the log.</summary>
    private Task<List<string>> LeaksAsync(params string[] words) => Database.With(async db =>
    {
        var entries = await db.AuditEntries.AsNoTracking().ToListAsync();
        var texts = entries.SelectMany(entry => new[] { entry.UserName, entry.From, entry.Subject, entry.Reason, entry.Details }).OfType<string>().ToList();
        return words.Where(word => texts.Any(text => text.Contains(word, StringComparison.Ordinal))).ToList();
    });
}
