using Membership.App.Approvals;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Domain.Approvals;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

/// <summary>A second person agrees to what she was asked, and to nothing else.</summary>
public sealed class LargeImportsTests : IAsyncLifetime
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,14/02/1975,Nam,,,Khu vực 2,";
    private const string Other = "4,Phạm Thị Lụa,03/09/1966,Nữ,,,Khu vực 2,";
    private const string Fourth = "5,Đỗ Văn Kiên,21/01/1959,Nam,,,Khu vực 3,";
    private const string Fifth = "6,Bùi Thị Nhàn,30/07/1988,Nữ,,,Khu vực 3,";

    private readonly MovableClock _clock = new(new DateOnly(2026, 3, 2));
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(services =>
    {
        services.AddSingleton(new ApprovalSettings(TwoPersons: true, ImportRows: 2));
        services.AddSingleton<TimeProvider>(_clock);
    });

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Agreement_WhenAnAnswerChangesAfterIt_IsAskedForAnew()
    {
        var import = await Desk.CheckAsync([Sen, Sung, Other]);
        var first = await AskAsync(import);
        await GrantAsync(first);

        await _database.Send(new EditImportRow(import.Id, RowOf(4), new Dictionary<int, string> { [1] = "Phạm Thị Lụa Đào" }));
        var shown = await ApprovalAsync(import);
        var again = await AskAsync(import);

        Assert.Equal(new ImportApproval(true, null), shown);
        Assert.NotEqual(first, again);
        Assert.Equal(0, await _database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Question_WhenTheListChangesBeforeItIsDecided_CannotBeGrantedAnyMore()
    {
        var import = await Desk.CheckAsync([Sen, Sung, Other]);
        var first = await AskAsync(import);
        await _database.Send(new EditImportRow(import.Id, RowOf(4), new Dictionary<int, string> { [1] = "Phạm Thị Lụa Đào" }));
        var again = await AskAsync(import);

        var outdated = await _database.SendAs(await HeadAsync(), new DecideApproval(first, Grant: true, ""));
        await GrantAsync(again);

        Assert.Equal(new NoSuchApproval(first), outdated.Refusal);
        Assert.Equal(3, (await _database.Send(new CommitMemberImport(import.Id))).Value.People);
    }

    [Fact]
    public async Task Agreement_WhenOnlyTheRegisterHasMovedOn_Holds()
    {
        var import = await Desk.CheckAsync([Sen, Sung, Other]);
        await GrantAsync(await AskAsync(import));
        await Desk.ImportAsync([Fourth], locality: "31186");

        var committed = await _database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(3, committed.Value.People);
    }

    [Fact]
    public async Task Refusal_WhenTheListIsCorrectedAfterIt_IsNoLastWord()
    {
        var import = await Desk.CheckAsync([Sen, Sung, Other]);
        var first = await AskAsync(import);
        await _database.SendAs(await HeadAsync(), new DecideApproval(first, Grant: false, "Dòng 4 ghi sai họ tên"));
        var declined = await _database.Send(new CommitMemberImport(import.Id));

        await _database.Send(new EditImportRow(import.Id, RowOf(4), new Dictionary<int, string> { [1] = "Phạm Thị Lụa Đào" }));

        Assert.Equal(new DeclinedBySecondPerson(first, "Dòng 4 ghi sai họ tên"), declined.Refusal);
        Assert.NotEqual(first, await AskAsync(import));
    }

    [Fact]
    public async Task Slices_OfOneUserWithinADay_CountTogether()
    {
        await Desk.ImportAsync([Sen, Sung]);
        var slice = await Desk.CheckAsync([Other]);

        var asked = await AskAsync(slice);

        Assert.Equal(new ImportApproval(true, await ApprovalOf(asked)), await ApprovalAsync(slice), new ByNumber());
        Assert.Contains("Trong 24 giờ qua đã ghi 2 dòng", (await ApprovalOf(asked)).Summary, StringComparison.Ordinal);
        Assert.Equal(2, await _database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Slice_ADayLater_IsCountedAlone()
    {
        await Desk.ImportAsync([Sen, Sung]);
        _clock.Advance(TimeSpan.FromHours(25));
        var slice = await Desk.CheckAsync([Other]);

        Assert.Equal(new ImportApproval(false, null), await ApprovalAsync(slice));
        Assert.Equal(1, (await _database.Send(new CommitMemberImport(slice.Id))).Value.People);
    }

    [Fact]
    public async Task Slices_TakenBackWithinADay_CountTogether()
    {
        var first = await Desk.ImportAsync([Sen, Sung]);
        _clock.Advance(TimeSpan.FromHours(25));
        var second = await Desk.ImportAsync([Fourth, Fifth]);
        _clock.Advance(TimeSpan.FromHours(25));

        var undone = await _database.Send(new UndoMemberImport(first.Id, "Danh sách của năm khác"));
        var asked = await _database.Send(new UndoMemberImport(second.Id, "Danh sách của năm khác"));

        Assert.Equal(2, undone.Value.RowsOf(UndoOutcome.Restored));
        Assert.IsType<NeedsSecondPerson>(asked.Refusal);
    }

    private ImportDesk Desk => new(_database);

    private static int RowOf(int number) => new ListRow(0, number).Key;

    private async Task<long> AskAsync(MemberImport import) =>
        Assert.IsType<NeedsSecondPerson>((await _database.Send(new CommitMemberImport(import.Id))).Refusal).ApprovalId;

    private async Task GrantAsync(long approval) =>
        Assert.Equal(ApprovalState.Granted, (await _database.SendAs(await HeadAsync(), new DecideApproval(approval, Grant: true, ""))).Value.State);

    private async Task<ImportApproval> ApprovalAsync(MemberImport import) => (await _database.Send(new GetImportApproval(import.Id))).Value;

    private Task<Approval> ApprovalOf(long id) => _database.With(db => db.Approvals.SingleAsync(approval => approval.Id == id));

    private Task<Actor> HeadAsync() => _database.ActorAsync(Role.Head, TestRegister.City);

    private sealed class ByNumber : IEqualityComparer<ImportApproval>
    {
        public bool Equals(ImportApproval? x, ImportApproval? y) => (x?.IsNeeded, x?.Latest?.Id) == (y?.IsNeeded, y?.Latest?.Id);

        public int GetHashCode(ImportApproval obj) => obj.IsNeeded.GetHashCode();
    }
}
