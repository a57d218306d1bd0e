using System.Net;
using AngleSharp.Html.Dom;
using Membership.App.Populations;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.MemberImports;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Membership.Web.Tests.Forms;

/// <summary>Pages that two have open at a time: what the later sends does not undo what the earlier wrote.</summary>
public sealed class OldFormPageTests(RunningApp app, Chromium chromium) : IClassFixture<RunningApp>, IClassFixture<Chromium>
{
    private const string Why = "Theo giấy khai sinh";

    [Fact]
    public async Task Person_WhenBothChangedTheName_IsAskedWithBothAndTakesTheChoice()
    {
        var id = await AddAsync("Lê Thị Dung");
        var (first, second) = (Form(await app.PageAsync($"/nguoi/{id}/sua")), Form(await app.PageAsync($"/nguoi/{id}/sua")));
        await app.SubmitAsync(first, new() { ["Họ và tên"] = "Lê Thị Dũng", ["Ngày sinh"] = "06/1980", ["Lý do sửa"] = Why });

        var asked = await app.SubmitAsync(second, new() { ["Họ và tên"] = "Lê Thị Dương", ["Trình độ học vấn"] = "12/12", ["Lý do sửa"] = Why }, HttpStatusCode.BadRequest);
        var again = await app.SubmitAsync(Choosing(asked, null), [], HttpStatusCode.BadRequest);
        var nameInBetween = await NameAsync(id);
        var written = await app.SubmitAsync(Choosing(again, "ghi"), []);

        var question = asked.QuerySelector(".meanwhile")!.Words();
        Assert.Contains("Giữ “Lê Thị Dũng”, canbo", question, StringComparison.Ordinal);
        Assert.Contains("Ghi “Lê Thị Dương” của bạn", question, StringComparison.Ordinal);
        Assert.Contains("Ngày sinh đã được canbo", question, StringComparison.Ordinal);
        Assert.Equal("06/1980", ((IHtmlInputElement)asked.Control("Ngày sinh")).Value);
        Assert.Equal("Lê Thị Dũng", nameInBetween);
        Assert.Equal(("Lê Thị Dương", "06/1980", "12/12"), (written.QuerySelector("h1")!.Words(), written.Fact("Ngày sinh"), written.Fact("Trình độ học vấn")));
    }

    [Fact]
    public async Task Person_WhenTheirsIsKept_WritesTheRest()
    {
        var id = await AddAsync("Lê Thị Hoa");
        var (first, second) = (Form(await app.PageAsync($"/nguoi/{id}/sua")), Form(await app.PageAsync($"/nguoi/{id}/sua")));
        await app.SubmitAsync(first, new() { ["Họ và tên"] = "Lê Thị Hoà", ["Lý do sửa"] = Why });

        var asked = await app.SubmitAsync(second, new() { ["Họ và tên"] = "Lê Thị Hỏa", ["Trình độ học vấn"] = "12/12", ["Lý do sửa"] = Why }, HttpStatusCode.BadRequest);
        var written = await app.SubmitAsync(Choosing(asked, "giu"), []);

        Assert.Equal(("Lê Thị Hoà", "12/12"), (written.QuerySelector("h1")!.Words(), written.Fact("Trình độ học vấn")));
    }

    [Fact]
    public async Task Person_WhenAMistakeIsMendedFirst_StillKeepsWhatOthersChanged()
    {
        var id = await AddAsync("Lê Thị Huệ");
        var (first, second) = (Form(await app.PageAsync($"/nguoi/{id}/sua")), Form(await app.PageAsync($"/nguoi/{id}/sua")));
        await app.SubmitAsync(first, new() { ["Ngày sinh"] = "07/1980", ["Lý do sửa"] = Why });

        var refused = await app.SubmitAsync(second, new() { ["Trình độ học vấn"] = "12/12", ["Lý do sửa"] = "ngắn" }, HttpStatusCode.BadRequest);
        var written = await app.SubmitAsync(Form(refused), new() { ["Lý do sửa"] = Why });

        Assert.Equal(("07/1980", "12/12"), (written.Fact("Ngày sinh"), written.Fact("Trình độ học vấn")));
        Assert.Contains("người khác cũng đã sửa và được giữ nguyên: Ngày sinh (canbo", written.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_WhenBothCorrectedIt_IsAskedAndTheOtherCellsAreThere()
    {
        var import = await OfficersList.CheckAsync(app.Database, OfficersList.Doubtful(), app.NextCommune().Code);
        var address = $"/nhap-danh-sach/{import}/dong/2";
        var (first, second) = (Edit(await app.PageAsync(address)), Edit(await app.PageAsync(address)));
        await app.SubmitAsync(first, new() { ["Ngày sinh"] = "30/04/1988" });

        var asked = await app.SubmitAsync(second, new() { ["Ngày sinh"] = "01/05/1988", ["Chi hội"] = "Khu vực 9" }, HttpStatusCode.BadRequest);
        var written = await app.SubmitAsync(Choosing(asked, "giu", "#sua-dong"), []);

        Assert.Contains("Giữ “30/04/1988”", asked.QuerySelector(".meanwhile")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Khu vực 9", ((IHtmlInputElement)asked.Control("Chi hội")).Value);
        Assert.Equal(("30/04/1988", "Khu vực 9"), (((IHtmlInputElement)written.Control("Ngày sinh")).Value, ((IHtmlInputElement)written.Control("Chi hội")).Value));
    }

    [Fact]
    public async Task User_WhenAnotherChangedHerRoles_IsShownThemAndKeepsWhatWasChosen()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.DataEntry, app.NextCommune().Code));
        var (first, second) = (await app.PageAsync($"/nguoi-dung/{user.UserId}"), await app.PageAsync($"/nguoi-dung/{user.UserId}"));
        await app.SubmitAsync(first.Button("Ngừng tài khoản"), []);

        var asked = await app.SubmitAsync(second.Button("Cấp vai trò"), new() { ["Vai trò"] = "tong-hop" }, HttpStatusCode.BadRequest);
        var granted = await app.SubmitAsync(asked.Button("Cấp vai trò"), []);

        Assert.Matches("Tài khoản đã được canbo[0-9]+ đổi thành “đã ngừng” lúc .*Chưa ghi gì", asked.QuerySelector(".error-summary")!.Words());
        Assert.Contains("Đã cấp vai trò", granted.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Population_WhenAnotherRecordedIt_IsShownAndKeepsWhatWasTyped()
    {
        var commune = app.NextCommune();
        var form = (IHtmlFormElement)(await app.PageAsync($"/so-lieu-dan-so?don-vi={commune.Code}")).QuerySelector("main form")!;
        _ = (await app.Database.Send(new RecordPopulationFigure(commune.Code, new DateOnly(2025, 7, 1), 12_345, "Công an phường"))).Value;
        var typed = new Dictionary<string, string> { ["Số dân từ 16 tuổi trở lên"] = "12.400", ["Tính đến ngày"] = "01/07/2025", ["Nguồn"] = "Công an xã" };

        var asked = await app.SubmitAsync(form, typed, HttpStatusCode.BadRequest);
        var written = await app.SubmitAsync((IHtmlFormElement)asked.QuerySelector("main form")!, []);

        Assert.Contains("“12.345 người, tính đến 01/07/2025, nguồn: Công an phường”", asked.QuerySelector("#so-dan-loi")!.Words(), StringComparison.Ordinal);
        Assert.Contains("12.400 người", written.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task Question_AndRowForm_AreUsableOnEveryScreen(int width, int height)
    {
        var import = await OfficersList.CheckAsync(app.Database, OfficersList.Doubtful(), app.NextCommune().Code);
        var (page, other) = (await chromium.OpenAsync(app, width, height), await chromium.OpenAsync(app, width, height));
        await page.GotoAsync($"/nhap-danh-sach/{import}/dong/2");
        await Assertions.Expect(page.GetByLabel("Ngày sinh")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Ngày sinh")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.FindsNothingAsync();
        await ShotAsync(page, $"row-{width}");
        await other.GotoAsync($"/nhap-danh-sach/{import}/dong/2");
        await other.GetByLabel("Ngày sinh").FillAsync("30/04/1988");
        await other.GetByRole(AriaRole.Button, new() { Name = "Lưu và kiểm tra lại dòng này" }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã sửa và kiểm tra lại dòng 2: mới.");

        await page.GetByLabel("Ngày sinh").FillAsync("01/05/1988");
        await page.GetByLabel("Ngày sinh").PressAsync("Control+Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Giữ “30/04/1988”" })).ToBeVisibleAsync();
        await ShotAsync(page, $"asked-{width}");
        await Assertions.Expect(page.GetByLabel("Ngày sinh")).ToHaveValueAsync("01/05/1988");
        await page.FindsNothingAsync();
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>The form with one of its choices taken, or none.</summary>
    private static IHtmlFormElement Choosing(IHtmlDocument page, string? choice, string form = "main form")
    {
        foreach (var radio in page.QuerySelectorAll(".meanwhile input[type=radio]").ToList().Where(radio => radio.GetAttribute("value") != choice))
            radio.Remove();
        return (IHtmlFormElement)page.QuerySelector(form)!;
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form")!;

    private static IHtmlFormElement Edit(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("#sua-dong")!;

    private Task<string> NameAsync(long id) => app.Database.With(db => db.People.Where(person => person.Id == id).Select(person => person.FullName).SingleAsync());

    private async Task<long> AddAsync(string name)
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), name);
        return await app.Database.With(db => db.People.Where(person => person.FullName == name).Select(person => person.Id).SingleAsync());
    }
}
