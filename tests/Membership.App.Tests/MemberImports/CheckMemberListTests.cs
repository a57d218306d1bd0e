using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

public class CheckMemberListTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,";

    [Fact]
    public async Task Receive_WithTooManyOpenLists_IsRefusedUntilOneIsOver()
    {
        await using var desk = new ImportDesk(await TestDatabase.CreateAsync(services => services.AddSingleton(new WorkbookLimits { OpenLists = 1 })));
        var officer = Actor.OfThisMachine with { UserId = 7 };
        Task<Outcome<long>> ReceiveAsync() => desk.Database.SendAs(
            officer, new ReceiveMemberList(new MemoryStream("%PDF-1.7"u8.ToArray()), "danh-sach.csv", "HND", "31120", ImportDesk.AsOf));

        var open = await ReceiveAsync();
        var refused = await ReceiveAsync();
        await desk.Database.Send(new CheckMemberList(open.Value));
        var received = await ReceiveAsync();

        Assert.Equal(new TooManyOpenLists(1), refused.Refusal);
        Assert.False(received.IsRefused);
    }

    [Fact]
    public async Task Check_WhenAListIsMessy_GivesEachRowOneVerdictAndWritesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.CheckAsync([Sen, Sung, "3,Phạm Thị Lành,31/02/1990,Nữ,,,,", "4,,01/01/1990,Nam,,,,", "5,Lê Thị Sen,12/05/1980,Nữ,092180000001,,,"]);

        Assert.Equal((2, 0, 0, 0, 3), ImportDesk.Counts(import));
        Assert.Equal(import.Rows, import.NewRows + import.RejectedRows);
        Assert.Equal(0, await desk.Database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Check_WhenTheSameFileComesTwice_FindsNothingNewOrChanged()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung]);

        var again = await desk.CheckAsync([Sen, Sung]);

        // Of Súng only the year is known: that he is the same, the officer says.
        Assert.Equal((0, 0, 1, 1, 0), ImportDesk.Counts(again));
    }

    [Fact]
    public async Task Check_WhenAPersonIsKnownFromAnotherOrganization_ChangesHerAndDoublesNobody()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen], "HND");

        var import = await desk.ImportAsync([Sen], "LHPN");

        Assert.Equal((0, 1, 0, 0, 0), ImportDesk.Counts(import));
        Assert.Equal((1, 2), await desk.Database.With(async db => (await db.People.CountAsync(), await db.Memberships.CountAsync())));
    }

    [Fact]
    public async Task Check_WhenAPhoneChanged_ShowsOldAndNew()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var import = await desk.CheckAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);

        var preview = (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Changed))).Value;
        Assert.Equal(new ShownChange("Số điện thoại", "0912345678", "0987654321"), Assert.Single(Assert.Single(preview.Rows).Row.Details.Changes));
    }

    [Fact]
    public async Task Check_WhenTheSamePersonStandsTwice_RejectsTheSecondRowAndNamesTheFirst()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.CheckAsync([Sen, Sen]);

        var preview = (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Rejected))).Value;
        var problem = Assert.Single(Assert.Single(preview.Rows).Row.Details.Problems);
        Assert.Equal((RowProblemCode.SamePersonAsRow, "2"), (problem.Code, problem.Text));
    }

    [Fact]
    public async Task Check_WhenTwoRowsShareNameAndYearOnly_WaitsForADecision()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.CheckAsync([Sung, Sung]);

        Assert.Equal((1, 0, 0, 1, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Check_WhenTheFileIsNoList_AsksAndKeepsIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var received = await desk.ReceiveAsync("chỉ là một câu văn\n");

        var outcome = await desk.Database.Send(new CheckMemberList(received.Value));

        Assert.IsType<NoHeaderRow>(outcome.Refusal);
        var import = await desk.Database.With(db => db.MemberImports.SingleAsync());
        Assert.Equal((MemberImportState.Asking, nameof(NoHeaderRow)), (import.State, import.RefusedBecause));
        Assert.True(File.Exists(Path.Combine(desk.Database.Folder.Root, "imports", "1", "upload")));
    }

    [Fact]
    public async Task Receive_WhenTheFileIsLargerThanTheLimit_RecordsTheAttempt()
    {
        await using var desk = new ImportDesk(await Testing.TestDatabase.CreateAsync(services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, new WorkbookLimits { FileBytes = 10 })));

        var received = await desk.ReceiveAsync("một danh sách dài hơn mười byte");

        Assert.Equal(new FileTooLarge(10), received.Refusal);
        Assert.Equal(MemberImportState.Refused, (await desk.Database.With(db => db.MemberImports.SingleAsync())).State);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Database.Folder.Root, "uploads")));
    }

    [Theory]
    [InlineData("92", typeof(LocalityIsNotACommune))]
    [InlineData("99999", typeof(Membership.App.Localities.LocalityNotFound))]
    public async Task Receive_WhenTheLocalityKeepsNoLists_Refuses(string code, Type expected)
    {
        await using var desk = await ImportDesk.OpenAsync();

        var received = await desk.ReceiveAsync(ImportDesk.Header, locality: code);

        Assert.IsType(expected, received.Refusal);
    }

    [Fact]
    public async Task Receive_WhenTheListIsOfTheFuture_Refuses()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var received = await desk.ReceiveAsync(ImportDesk.Header, asOf: new DateOnly(2099, 1, 1));

        Assert.IsType<ListIsOfTheFuture>(received.Refusal);
    }

    [Fact]
    public async Task Check_WhenAnotherProcessIsReadingTheList_LeavesItAlone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var received = await desk.ReceiveAsync(ImportDesk.Header + "\n" + Sen + "\n");
        var files = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ImportFiles>(desk.Database.Services);

        using (files.TryClaim(received.Value))
            Assert.IsType<ImportNotReady>((await desk.Database.Send(new CheckMemberList(received.Value))).Refusal);

        Assert.Equal(1, (await desk.Database.Send(new CheckMemberList(received.Value))).Value.NewRows);
    }

    [Fact]
    public async Task Check_WhenAnotherCommunesListOfThatDayHasHer_RejectsTheRow()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var sen = Sen.Replace("01/06/2019", "", StringComparison.Ordinal);
        await desk.ImportAsync([sen], locality: "31120");

        var import = await desk.CheckAsync([sen], locality: "31135");

        var preview = (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Rejected))).Value;
        Assert.Equal(RowProblemCode.InAnotherUnitThatDay, Assert.Single(Assert.Single(preview.Rows).Row.Details.Problems).Code);
    }

    [Fact]
    public async Task Check_WhenSomebodyMovedToAnotherBranch_NamesBoth()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Khu vực 3,"], asOf: ImportDesk.AsOf.AddDays(30));

        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row;
        Assert.Contains(new ShownChange("Đơn vị sinh hoạt", "Khu vực 1", "Khu vực 3, từ 30/01/2026"), row.Details.Changes);
    }
}
