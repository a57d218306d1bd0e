using Membership.App.MemberImports;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>A list that must be asked about, its answer, and the next list of that shape.</summary>
public sealed class RememberedListTests
{
    private static readonly ChosenColumn[] SecondDate = [new(0, MemberField.FullName), new(2, MemberField.DateOfBirth), new(3, MemberField.CitizenId)];

    [Fact]
    public async Task Check_WhenAnswered_IsReadAndAsksNoMoreForListsOfThatShape()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await AnsweredAsync(desk, TwoDates("Lê Văn Tám"), SecondDate);

        var second = await CheckAsync(desk, TwoDates("Trần Thị Sáu", "MỘT DÒNG TIÊU ĐỀ NỮA"));

        Assert.False(first.Choices.AreRemembered);
        Assert.Equal((MemberImportState.Checked, 1, true), (second.Value.State, second.Value.NewRows, second.Value.Choices.AreRemembered));
        Assert.Equal(new ChosenTable("DS", 3, []), Assert.Single(second.Value.Choices.Tables) with { Columns = [] });
        Assert.Equal(1971, await BirthYearAsync(desk, second.Value));
    }

    [Fact]
    public async Task Trial_WhenAnswered_IsNotRemembered()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var tried = await desk.ReceiveAsync(TwoDates("Lê Văn Tám"));
        await desk.Database.Send(new CheckMemberList(tried, IsTrial: true));
        Assert.False((await ChooseAsync(desk, tried, new ChosenTable("DS", 2, SecondDate))).IsRefused);

        Assert.False((await desk.Database.Send(new CheckMemberList(tried, IsTrial: true))).IsRefused);

        Assert.IsType<ColumnTwice>((await CheckAsync(desk, TwoDates("Trần Thị Sáu"))).Refusal);
    }

    [Fact]
    public async Task Check_WhenTheHeadingOrTheUnitIsAnother_AsksAgain()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await AnsweredAsync(desk, TwoDates("Lê Văn Tám"), SecondDate);

        var changed = await CheckAsync(desk, WorkbookBuilder.Of(["DANH SÁCH"], ["Họ tên", "Ngày sinh (1)", "Ngày sinh (2)"], ["Trần Thị Sáu", "1970", "1971"]));
        var ofOthers = await CheckAsync(desk, TwoDates("Trần Thị Sáu"), "LHPN");

        Assert.IsType<ColumnTwice>(changed.Refusal);
        Assert.IsType<ColumnTwice>(ofOthers.Refusal);
    }

    [Fact]
    public async Task Check_WhenAnsweredOtherwiseLater_UsesTheLaterAnswer()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await AnsweredAsync(desk, TwoDates("Lê Văn Tám"), SecondDate);
        var second = (await CheckAsync(desk, TwoDates("Trần Thị Sáu"))).Value;
        var mapping = new ChosenTable("DS", 2, [new(0, MemberField.FullName), new(1, MemberField.DateOfBirth)]);

        await desk.Database.Send(new ChooseListReading(second.Id, new ListChoices { Tables = [mapping] }));
        await desk.Database.Send(new CheckMemberList(second.Id));
        var third = (await CheckAsync(desk, TwoDates("Phan Văn Bảy"))).Value;

        Assert.Equal(1970, await BirthYearAsync(desk, third));
        Assert.Equal(1, await desk.Database.With(db => db.RememberedLists.CountAsync()));
    }

    [Fact]
    public async Task Check_OfAListWithoutHeading_IsReadByTheColumnsChosen()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var list = WorkbookBuilder.Of(["Lê Văn Tám", "01/02/1970"], ["Trần Thị Sáu", "03/04/1980"]);

        var import = await AnsweredAsync(desk, list, [new(0, MemberField.FullName), new(1, MemberField.DateOfBirth)], headerRow: 0);
        var next = await CheckAsync(desk, WorkbookBuilder.Of(["Phan Văn Bảy", "05/06/1981"]));

        Assert.Equal((2, 1), (import.NewRows, next.Value.NewRows));
    }

    [Fact]
    public async Task Choose_WhenItCannotBeRight_IsRefusedAndChangesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var id = await desk.ReceiveAsync(TwoDates("Lê Văn Tám"));
        await desk.Database.Send(new CheckMemberList(id));

        var noSheet = await ChooseAsync(desk, id, new ChosenTable("Không có", 2, SecondDate));
        var noName = await ChooseAsync(desk, id, new ChosenTable("DS", 2, [new(2, MemberField.DateOfBirth)]));
        var nobody = await ChooseAsync(desk, id, new ChosenTable("DS", 3, SecondDate));
        var checkedAgain = await desk.Database.Send(new CheckMemberList(id));

        Assert.IsType<SheetNotFound>(noSheet.Refusal);
        Assert.IsType<FieldsNotChosen>(noName.Refusal);
        Assert.False(nobody.IsRefused);
        Assert.IsType<ListHasNoPeople>(checkedAgain.Refusal);
        Assert.Equal(MemberImportState.Asking, (await desk.Database.With(db => db.MemberImports.SingleAsync())).State);
    }

    [Fact]
    public async Task Question_OfAListThatAsks_ShowsItsFirstRowsAndWhatWasGuessed()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = TwoDates("Lê Văn Tám").Sheet("Cũ", ["Ghi chú"]).Hidden();
        var id = await desk.ReceiveAsync(workbook);
        await desk.Database.Send(new CheckMemberList(id));

        var look = (await desk.Database.Send(new GetListQuestion(id))).Value;

        Assert.Equal((nameof(ColumnTwice), true), (look.Question, look.Sentence?.EndsWith('.')));
        Assert.Equal([("DS", false), ("Cũ", true)], look.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));
        var sheet = look.Sheets[0];
        Assert.Equal((2, "3: Lê Văn Tám|1970|1971|••••••••0001"), (sheet.HeaderRow, Shown(sheet.Rows[^1])));
        Assert.Equal(
            ["Họ tên: FullName", "Ngày sinh: DateOfBirth", "Ngày sinh (khai lại): DateOfBirth", "Số CCCD: CitizenId"],
            sheet.Columns.Select(column => $"{column.Header}: {column.Field}"));
    }

    [Fact]
    public async Task Question_OfACheckedList_ShowsHowItWasRead()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await AnsweredAsync(desk, TwoDates("Lê Văn Tám"), SecondDate);

        var look = (await desk.Database.Send(new GetListQuestion(import.Id))).Value;

        Assert.Null(look.Question);
        Assert.Equal([MemberField.FullName, null, MemberField.DateOfBirth, MemberField.CitizenId], look.Sheets[0].Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task UnknownValues_OfAList_AreCountedOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,XX,,,,", "2,Trần Văn Súng,1975,xx,,,,", "3,Phan Văn Bảy,1976,Nam,,,,"]);

        var values = (await desk.Database.Send(new GetUnknownValues(import.Id))).Value;

        Assert.Equal([new UnknownValue(MemberField.Sex, "XX", "Sex|xx", 2)], values);
    }

    [Fact]
    public async Task Values_WhenExplained_AreRememberedForTheNextList()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,XX,,,,"]);

        await desk.Database.Send(new ChooseListReading(import.Id, new ListChoices { Values = new Dictionary<string, string> { ["Sex|xx"] = "Nữ" } }));
        await desk.Database.Send(new CheckMemberList(import.Id));
        var next = await desk.CheckAsync(["1,Trần Thị Sáu,13/05/1980,XX,,,,"]);

        Assert.True(next.Choices.AreRemembered);
        Assert.Equal("Nữ", next.Choices.ValueOf(MemberField.Sex, " Xx"));
        Assert.Empty(next.Choices.Tables);
    }

    private static WorkbookBuilder TwoDates(string name, params string[] titles) => WorkbookBuilder.Of(
        [
            .. titles.Select(title => new object?[] { title }),
            ["DANH SÁCH"],
            ["Họ tên", "Ngày sinh", "Ngày sinh (khai lại)", "Số CCCD"],
            [name, "1970", "1971", "092070000001"],
        ]);

    private static async Task<MemberImport> AnsweredAsync(ImportDesk desk, WorkbookBuilder workbook, ChosenColumn[] columns, int headerRow = 2)
    {
        var id = await desk.ReceiveAsync(workbook);
        Assert.IsType<ListQuestion>((await desk.Database.Send(new CheckMemberList(id))).Refusal, exactMatch: false);
        Assert.False((await ChooseAsync(desk, id, new ChosenTable("DS", headerRow, columns))).IsRefused);
        return (await desk.Database.Send(new CheckMemberList(id))).Value;
    }

    private static Task<Outcome<MemberImport>> ChooseAsync(ImportDesk desk, long id, ChosenTable table) =>
        desk.Database.Send(new ChooseListReading(id, new ListChoices { Tables = [table] }));

    private static async Task<Outcome<MemberImport>> CheckAsync(ImportDesk desk, WorkbookBuilder workbook, string organization = "HND") =>
        await desk.Database.Send(new CheckMemberList(await desk.ReceiveAsync(workbook, organization)));

    private static async Task<int?> BirthYearAsync(ImportDesk desk, MemberImport import) =>
        Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row.Listed!.BirthDate?.Year;

    private static string Shown(LookedRow row) => $"{row.Number}: {string.Join('|', row.Cells)}";
}
