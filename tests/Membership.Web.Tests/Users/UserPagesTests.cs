using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Users;

public sealed class UserPagesTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task NewUser_ByTheForm_SignsInWithThePasswordShownOnce()
    {
        var added = await AddAsync("le.an", "Nhập liệu thử", HttpStatusCode.OK);
        var password = added.QuerySelector("code.secret")!.Words();

        var users = await app.PageAsync("/nguoi-dung");
        Assert.Equal("Cán bộ nhập liệu: Xã Phong Điền, Hội Nông dân", users.Cell("le.an Nhập liệu thử", "Vai trò").Words());
        Assert.Null(users.QuerySelector("code.secret"));
        var page = await app.SignInAsync(app.NewClient(), "le.an", password);
        Assert.Equal("Đổi mật khẩu", page.QuerySelector("h1")!.Words());
    }

    [Theory]
    [InlineData("Lê An", "Cán bộ thử", "", "Tên đăng nhập phải có từ 3 đến 40 ký tự")]
    [InlineData("le.binh", " ", "", "Hãy ghi họ tên và chức danh")]
    [InlineData("le.binh", "Cán bộ thử", "31/02/2026", "Ngày chưa đúng")]
    [InlineData("le.binh", "Cán bộ thử", "01/12/2025", "Ngày cuối trước ngày đầu")]
    public async Task NewUser_WhenSomethingIsWrong_SaysWhatAndKeepsWhatWasTyped(string userName, string displayName, string lastDay, string sentence)
    {
        var page = await AddAsync(userName, displayName, HttpStatusCode.BadRequest, lastDay);

        Assert.StartsWith(sentence, page.QuerySelector(".error-summary a")!.Words(), StringComparison.Ordinal);
        Assert.Equal(userName, page.Control("Tên đăng nhập").GetAttribute("value"));
    }

    [Fact]
    public async Task Role_WhenGivenAndTakenBack_IsShownWithItsDays()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));
        var page = await app.PageAsync($"/nguoi-dung/{user.UserId}");

        var given = await app.SubmitAsync(page.Button("Cấp vai trò"), new() { ["Vai trò"] = "Lãnh đạo tổ chức", ["Đến hết ngày"] = "31/12/2025" });
        Assert.Equal("15/12/2025 – 31/12/2025", given.Cell("Lãnh đạo tổ chức", "Thời gian").Words());

        var ended = await app.SubmitAsync(given.Button("Thu hồi vai trò Lãnh đạo tổ chức: toàn hệ thống"), []);
        Assert.Equal("từ 15/12/2025, thu hồi trước khi hết ngày, đã hết", ended.Cell("Lãnh đạo tổ chức", "Thời gian").Words());
    }

    [Fact]
    public async Task User_WhenDisabled_IsSignedOutAndCannotSignIn()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));
        var client = await app.SignInAsync(user);

        var page = await app.SubmitAsync((await app.PageAsync($"/nguoi-dung/{user.UserId}")).Button("Ngừng tài khoản"), []);

        Assert.EndsWith("(đã ngừng)", page.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Đăng nhập", (await app.PageAsync("/chi-tieu", by: client)).QuerySelector("h1")!.Words());
        await app.SignInAsync(app.NewClient(), user.UserName, user.Password, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Password_WhenReset_IsShownOnce()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));

        var page = await app.SubmitAsync((await app.PageAsync($"/nguoi-dung/{user.UserId}")).Button("Cấp lại mật khẩu"), []);

        await app.SignInAsync(app.NewClient(), user.UserName, user.Password, HttpStatusCode.BadRequest);
        await app.SignInAsync(app.NewClient(), user.UserName, page.QuerySelector("code.secret")!.Words());
    }

    [Fact]
    public async Task User_WhoDoesNotExist_IsNotFound()
    {
        await app.PageAsync("/nguoi-dung/999999", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.DataEntry, "Tổng quan, Nhập danh sách, Chỉ tiêu, Đề nghị từ danh sách", "/")]
    [InlineData(Role.Head, "Tổng quan, Chỉ tiêu, Chờ duyệt, Yêu cầu cá nhân", "/")]
    [InlineData(Role.Planner, "Tổng quan, Số liệu dân số, Chỉ tiêu", "/")]
    [InlineData(Role.Administrator, "Tổng quan, Chỉ tiêu, Người dùng", "/")]
    [InlineData(Role.Auditor, "Nhật ký xử lý", "/nhat-ky")]
    public async Task User_ByHerRole_IsShownTheWayToWhatSheMayOpen(Role role, string pages, string first)
    {
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(role)));

        var account = await app.PageAsync("/tai-khoan", by: client);
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(pages, string.Join(", ", account.QuerySelectorAll(".site-nav li").Select(link => link.Words())));
        Assert.Equal(first, start.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task User_WithoutARoleToday_IsShownHerAccountOnly()
    {
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.Planner, From: RunningApp.Today.AddDays(1))));

        var page = await app.PageAsync("/", by: client);

        Assert.Contains("Hôm nay tài khoản chưa có vai trò nào", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutThePermission_SaysWhichIsMissing()
    {
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.Head)));

        var page = await app.PageAsync("/nguoi-dung", HttpStatusCode.Forbidden, client);

        Assert.Equal("Không có quyền làm việc này", page.QuerySelector("h1")!.Words());
        Assert.Contains("không có quyền quản lý người dùng", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutThePermission_ChangesNothing()
    {
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.Head)));
        var token = (await app.PageAsync("/tai-khoan", by: client)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("ten-dang-nhap", "le.cuong"), new("ho-ten", "x"), new("vai-tro", "quan-tri"), new("__RequestVerificationToken", token)]);

        using var response = await client.PostAsync(new Uri("/nguoi-dung", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotMatch(new Regex("le\\.cuong"), (await app.PageAsync("/nguoi-dung")).Body!.Words());
    }

    private async Task<IHtmlDocument> AddAsync(string userName, string displayName, HttpStatusCode expected, string lastDay = "")
    {
        var page = await app.PageAsync("/nguoi-dung");
        return await app.SubmitAsync(
            page.Button("Thêm người dùng"),
            new()
            {
                ["Tên đăng nhập"] = userName,
                ["Họ tên và chức danh"] = displayName,
                ["Vai trò"] = "Cán bộ nhập liệu",
                ["Địa phương"] = "Xã Phong Điền",
                ["Tổ chức"] = "Hội Nông dân",
                ["Đến hết ngày"] = lastDay,
            },
            expected);
    }
}
