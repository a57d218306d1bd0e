using System.Net;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Account;

public sealed class SignInPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Session = "so-doan-vien.phien";

    [Theory]
    [InlineData("/", "/dang-nhap?ve=%2F")]
    [InlineData("/nguoi-dung", "/dang-nhap?ve=%2Fnguoi-dung")]
    [InlineData("/?don-vi=31120", "/dang-nhap?ve=%2F%3Fdon-vi%3D31120")]
    [InlineData("/khong-co", "/dang-nhap?ve=%2Fkhong-co")] // what exists is not told either
    public async Task Page_WhenNobodyIsSignedIn_LeadsToSignInAndBack(string address, string signIn)
    {
        using var response = await app.NewClient(followsRedirects: false).GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Redirect, signIn), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Post_WhenNobodyIsSignedIn_DoesNothing()
    {
        using var response = await app.NewClient(followsRedirects: false).PostAsync(new Uri("/nguoi-dung", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal((HttpStatusCode.Redirect, "/dang-nhap"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task PartOfAPage_WhenNobodyIsSignedIn_SendsTheWholePageToSignIn()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/?don-vi=31120", UriKind.Relative));
        request.Headers.Add("HX-Request", "true");

        using var response = await app.NewClient(followsRedirects: false).SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("/dang-nhap?ve=", response.Headers.GetValues("HX-Redirect").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dang-nhap?ve=/chi-tieu", "/chi-tieu")]
    [InlineData("/dang-nhap?ve=https://example.org/", "/")]
    [InlineData("/dang-nhap?ve=//example.org/", "/")]
    [InlineData("/dang-nhap?ve=/%5Cexample.org", "/")]
    [InlineData("/dang-nhap", "/")]
    public async Task SignIn_WhereverItIsToldToGo_StaysHere(string address, string landing)
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));

        var page = await app.SignInAsync(app.NewClient(), user.UserName, user.Password, address: address);

        Assert.Equal(landing, page.DocumentElement.GetAttribute("data-address"));
    }

    [Fact]
    public async Task SignIn_WhenRefused_SaysSoAndKeepsTheName()
    {
        var page = await app.SignInAsync(app.NewClient(), "khong-co", "không phải mật khẩu", HttpStatusCode.BadRequest);

        Assert.StartsWith("Tên đăng nhập hoặc mật khẩu chưa đúng", page.QuerySelector(".error-summary a")!.Words(), StringComparison.Ordinal);
        Assert.Equal("khong-co", page.Control("Tên đăng nhập").GetAttribute("value"));
        Assert.Null(page.Control("Mật khẩu").GetAttribute("value"));
    }

    [Fact]
    public async Task Cookies_WhenSet_AreOutOfReachOfScriptsAndOtherSites()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));

        var cookies = await SetCookiesAsync(app, user);

        var session = cookies.Single(cookie => cookie.StartsWith(Session, StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", session, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", session, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookies.Single(cookie => cookie.StartsWith("so-doan-vien.antiforgery", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cookies_OverHttps_GoNowhereElse()
    {
        await using var secure = await RunningApp.StartAsync(new() { ["Security:Https"] = "true" });
        var user = await secure.Database.AddUserAsync(new GivenRole(Role.Planner));

        var cookies = await SetCookiesAsync(secure, user);

        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-" + Session, StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Matches("^__Host-[^;]*;.*path=/; secure;", cookie));
    }

    [Fact]
    public async Task SignOut_ByTheButton_EndsTheSessionOnTheServerToo()
    {
        var cookies = new CookieContainer();
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.Planner)), cookies);
        var stolen = app.NewClient(followsRedirects: false);
        stolen.DefaultRequestHeaders.Add("Cookie", $"{Session}={cookies.GetCookies(app.Address)[Session]!.Value}");
        using var before = await stolen.GetAsync(new Uri("/chi-tieu", UriKind.Relative));

        var page = await app.PageAsync("/", by: client);
        await app.SubmitAsync(page.Button("Đăng xuất"), [], by: client);

        using var after = await stolen.GetAsync(new Uri("/chi-tieu", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task SignIn_WhenTriedTooOften_IsAnsweredWithAWait()
    {
        await using var limited = await RunningApp.StartAsync(new() { ["Security:SignInsPerMinute"] = "3" });
        var client = limited.NewClient();
        await limited.SignInAsync(client, "khong-co", "không phải", HttpStatusCode.BadRequest);
        await limited.SignInAsync(client, "khong-co", "không phải", HttpStatusCode.BadRequest);

        var page = await limited.SignInAsync(client, "khong-co", "không phải", HttpStatusCode.TooManyRequests);

        Assert.Equal("Quá nhiều lần trong một phút", page.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Search_WhenRepeatedTooOften_IsAnsweredWithAWait()
    {
        await using var limited = await RunningApp.StartAsync(new() { ["Security:SearchesPerMinute"] = "1" });
        using var first = await limited.Client.PostAsync(new Uri("/nguoi", UriKind.Relative), new FormUrlEncodedContent([]));

        using var second = await limited.Client.PostAsync(new Uri("/nguoi", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.NotEqual(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    /// <summary>Every cookie that signing in sets.</summary>
    private static async Task<List<string>> SetCookiesAsync(RunningApp app, OneTimePassword user)
    {
        var client = app.NewClient(followsRedirects: false);
        using var form = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative));
        var page = await app.PageAsync("/dang-nhap", by: client);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [new("ten-dang-nhap", user.UserName), new("mat-khau", user.Password), new("__RequestVerificationToken", token)]);
        using var response = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), content);
        return [.. form.Headers.GetValues("Set-Cookie"), .. response.Headers.GetValues("Set-Cookie")];
    }
}
