using System.Net;
using AngleSharp.Html.Dom;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Account;

public sealed class AccountPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string NewPassword = "ngựa xanh leo cây dừa";

    [Fact]
    public async Task NewUser_WhereverSheGoes_IsLedToChangeHerPasswordFirst()
    {
        var user = await app.Database.AddNewUserAsync(new GivenRole(Role.Planner));
        var client = await app.SignInAsync(user);

        var page = await app.PageAsync("/chi-tieu", by: client);
        Assert.Equal("Đổi mật khẩu", page.QuerySelector("h1")!.Words());
        Assert.Empty(page.QuerySelectorAll(".site-nav"));

        var after = await ChangeAsync(client, page, user.Password, NewPassword);
        Assert.Equal("/", after.DocumentElement.GetAttribute("data-address"));
    }

    [Theory]
    [InlineData("không phải mật khẩu", NewPassword, "Mật khẩu hiện tại chưa đúng")]
    [InlineData(null, "matkhau123456", "Mật khẩu này nhiều người dùng")]
    [InlineData(null, "ngắn", "Mật khẩu quá ngắn. Hãy dùng ít nhất 12 ký tự")]
    public async Task Password_WhenItWillNotDo_IsRefusedWithTheReason(string? old, string wanted, string sentence)
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));
        var client = await app.SignInAsync(user);

        var page = await ChangeAsync(client, await app.PageAsync("/tai-khoan/doi-mat-khau", by: client), old ?? user.Password, wanted, HttpStatusCode.BadRequest);

        Assert.StartsWith(sentence, page.QuerySelector(".error-summary a")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_WithoutASecondFactor_SetsItUpAndThenSignsInWithIt()
    {
        await using var strict = await RunningApp.StartAsync(new() { ["Security:SecondFactorForAdministrators"] = "true" });
        var user = await strict.Database.AddUserAsync(new GivenRole(Role.Administrator));
        var client = await strict.SignInAsync(user);

        var setUp = await strict.PageAsync("/nguoi-dung", by: client);
        Assert.Equal("Bật mã xác thực", setUp.QuerySelector("h1")!.Words());
        var secret = setUp.QuerySelector("code.secret")!.Words().Replace(" ", "", StringComparison.Ordinal);
        var done = await strict.SubmitAsync(MainForm(setUp), new() { ["Mật khẩu hiện tại"] = user.Password, ["Mã 6 chữ số"] = CodeOf(strict, secret) }, by: client);
        Assert.Equal(10, done.QuerySelectorAll(".secret-list code").Length);
        Assert.Equal("Người dùng", (await strict.PageAsync("/nguoi-dung", by: client)).QuerySelector("h1")!.Words());

        strict.Clock.Advance(TimeSpan.FromMinutes(1));
        var elsewhere = strict.NewClient();
        var step = await strict.SignInAsync(elsewhere, user.UserName, user.Password);
        Assert.Equal("Mã xác thực", step.QuerySelector("h1")!.Words());
        Assert.Equal("Đăng nhập", (await strict.PageAsync("/nguoi-dung", by: elsewhere)).QuerySelector("h1")!.Words());
        await strict.SubmitAsync(MainForm(step), new() { ["Mã xác thực hoặc mã dự phòng"] = done.QuerySelector(".secret-list code")!.Words() }, by: elsewhere);
        Assert.Contains("Còn 9 mã dự phòng", (await strict.PageAsync("/tai-khoan", by: elsewhere)).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondStep_WithoutThePassword_LeadsBackToIt()
    {
        Assert.Equal("Đăng nhập", (await app.PageAsync("/dang-nhap/ma-xac-thuc", by: app.NewClient())).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task SignOutEverywhere_ByTheButton_EndsTheOtherBrowsersToo()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));
        var (here, elsewhere) = (await app.SignInAsync(user), await app.SignInAsync(user));
        var account = await app.PageAsync("/tai-khoan", by: here);
        Assert.Equal(2, account.QuerySelectorAll("tbody tr").Length);

        await app.SubmitAsync(account.Button("Đăng xuất mọi thiết bị"), [], by: here);

        var page = await app.PageAsync("/chi-tieu", by: elsewhere);
        Assert.Equal("Phiên làm việc đã kết thúc. Hãy đăng nhập lại để làm tiếp.", page.QuerySelector("[role=status]")!.Words());
    }

    [Fact]
    public async Task Session_WhenIdle_LeadsToSignIn()
    {
        await using var own = await RunningApp.StartAsync(new() { ["Security:IdleMinutes"] = "5" });
        Assert.Equal("Chỉ tiêu", (await own.PageAsync("/chi-tieu")).QuerySelector("h1")!.Words());

        own.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("Đăng nhập", (await own.PageAsync("/chi-tieu")).QuerySelector("h1")!.Words());
    }

    private static IHtmlFormElement MainForm(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form")!;

    private static string CodeOf(RunningApp app, string secret) => Totp.CodeAt(secret, app.Clock.GetUtcNow().UtcDateTime);

    private Task<IHtmlDocument> ChangeAsync(HttpClient client, IHtmlDocument page, string old, string wanted, HttpStatusCode expected = HttpStatusCode.OK) =>
        app.SubmitAsync(MainForm(page), new() { ["Mật khẩu hiện tại"] = old, ["Mật khẩu mới"] = wanted }, expected, client);
}
