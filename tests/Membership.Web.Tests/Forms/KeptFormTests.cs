using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.MemberImports;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Forms;

/// <summary>Forms that are sent when their sender's session is over, or when somebody else is signed in.</summary>
public sealed class KeptFormTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Why = "Theo giấy khai sinh";
    private const string Typed = "Lê Thị Dũng";

    [Theory]
    [InlineData(false)] // ended on the server: elsewhere, or by an administrator
    [InlineData(true)] // signed out in another window of this browser
    public async Task Form_SentAfterTheSessionEnded_ComesBackFilledAndIsNotWritten(bool bySignOutHere)
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Dung");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua", by: browser));
        await EndAsync(browser, user, bySignOutHere);

        var signIn = await app.SubmitAsync(form, new() { ["Họ và tên"] = Typed, ["Lý do sửa"] = Why }, by: browser);
        var address = signIn.DocumentElement.GetAttribute("data-address")!;
        var back = await SignInAsync(signIn, user, browser);

        Assert.StartsWith("Phiên làm việc đã kết thúc nên biểu mẫu vừa gửi chưa được ghi", signIn.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal($"/dang-nhap?ve=%2Fnguoi%2F{id}%2Fsua&het-phien=giu", address);
        Assert.Equal($"/nguoi/{id}/sua", back.DocumentElement.GetAttribute("data-address"));
        Assert.StartsWith("Phiên làm việc đã kết thúc khi bạn gửi biểu mẫu này nên chưa có gì được ghi.", back.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal((Typed, Why), (((IHtmlInputElement)back.Control("Họ và tên")).Value, back.Control("Lý do sửa").TextContent));
        Assert.Equal("Lê Thị Dung", await NameAsync(id));

        var written = await app.SubmitAsync(Form(back), [], by: browser);
        Assert.Equal(Typed, written.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Form_ThatCameBack_IsGone()
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Duyên");
        var signIn = await SendLateAsync(browser, user, id);
        await SignInAsync(signIn, user, browser);

        var again = await app.PageAsync($"/nguoi/{id}/sua", by: browser);

        Assert.Equal("Lê Thị Duyên", ((IHtmlInputElement)again.Control("Họ và tên")).Value);
        Assert.Null(again.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task Form_WhenAnotherUserSignsIn_IsNotShownToHerAndWaitsForItsOwn()
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Dịu");
        var signIn = await SendLateAsync(browser, user, id);
        var other = await app.Database.AddUserAsync(new GivenRole(Role.DataEntry));

        var hers = await SignInAsync(signIn, other, browser);
        var page = await app.PageAsync("/tai-khoan", by: browser);
        await app.SubmitAsync(page.Button("Đăng xuất"), [], by: browser);
        var own = await app.SignInAsync(browser, user.UserName, user.Password, address: $"/dang-nhap?ve=/nguoi/{id}/sua");

        Assert.DoesNotContain(Typed, hers.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(Typed, ((IHtmlInputElement)own.Control("Họ và tên")).Value);
    }

    [Fact]
    public async Task Form_OfWhoWasSignedInBefore_IsNotWrittenByAnotherAndComesBackToItsOwn()
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Diễm");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua", by: browser));
        await EndAsync(browser, user, bySignOutHere: true);
        var other = await app.Database.AddUserAsync(new GivenRole(Role.DataEntry));
        await app.SignInAsync(browser, other.UserName, other.Password, address: "/dang-nhap?ve=/tai-khoan");

        var refused = await app.SubmitAsync(form, new() { ["Họ và tên"] = Typed, ["Lý do sửa"] = Why }, HttpStatusCode.BadRequest, browser);
        await app.SubmitAsync((await app.PageAsync("/tai-khoan", by: browser)).Button("Đăng xuất"), [], by: browser);
        var own = await app.SignInAsync(browser, user.UserName, user.Password, address: $"/dang-nhap?ve=/nguoi/{id}/sua");

        Assert.Equal("Biểu mẫu không phải do tài khoản đang đăng nhập mở", refused.QuerySelector("h1")!.Words());
        Assert.Contains("Chưa có gì được ghi", refused.QuerySelector(".page-head p")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, refused.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(("Lê Thị Diễm", Typed), (await NameAsync(id), ((IHtmlInputElement)own.Control("Họ và tên")).Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("made up")]
    public async Task Form_WithATokenThatIsNobodys_IsNotKept(string token)
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync($"Lê Thị Đào {(token.Length == 0 ? "Hoa" : "Hồng")}");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua", by: browser));
        ((IHtmlInputElement)form.QuerySelector("[name=__RequestVerificationToken]")!).Value = token;
        await EndAsync(browser, user, bySignOutHere: false);

        var signIn = await app.SubmitAsync(form, new() { ["Họ và tên"] = Typed, ["Lý do sửa"] = Why }, by: browser);
        await app.SignInAsync(browser, user.UserName, user.Password, address: $"/dang-nhap?ve=/nguoi/{id}/sua");

        Assert.Equal("/dang-nhap?het-phien=1", signIn.DocumentElement.GetAttribute("data-address"));
        Assert.Null((await app.PageAsync($"/nguoi/{id}/sua", by: browser)).QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task Form_WithoutATokenWhileSignedIn_IsRefusedInWords()
    {
        var (browser, _) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Đoan");
        using var content = new FormUrlEncodedContent([new("ho-ten", Typed), new("ly-do", Why)]);

        using var response = await browser.PostAsync(new Uri($"/nguoi/{id}/sua", UriKind.Relative), content);

        Assert.Equal((HttpStatusCode.BadRequest, "Lê Thị Đoan"), (response.StatusCode, await NameAsync(id)));
        Assert.Contains("chưa có gì được ghi", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ThatIsTooLarge_IsNotKept()
    {
        var (browser, user) = await OfficerAsync();
        var id = await AddAsync("Lê Thị Đông");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua", by: browser));
        await EndAsync(browser, user, bySignOutHere: false);

        var signIn = await app.SubmitAsync(form, new() { ["Họ và tên"] = new string('a', 128 * 1024), ["Lý do sửa"] = Why }, by: browser);

        Assert.Equal("/dang-nhap?het-phien=1", signIn.DocumentElement.GetAttribute("data-address"));
    }

    [Fact]
    public async Task Form_KeptForHalfAnHour_IsThenForgotten()
    {
        await using var own = await RunningApp.StartAsync([]);
        var late = new KeptFormTests(own);
        var (browser, user) = await late.OfficerAsync();
        var id = await late.AddAsync("Lê Thị Đượm");
        var signIn = await late.SendLateAsync(browser, user, id);
        own.Clock.Advance(TimeSpan.FromMinutes(31));

        var back = await late.SignInAsync(signIn, user, browser);

        Assert.Equal("Lê Thị Đượm", ((IHtmlInputElement)back.Control("Họ và tên")).Value);
    }

    [Fact]
    public async Task Password_SentAfterTheSessionEnded_IsNotKept()
    {
        var (browser, user) = await OfficerAsync();
        var form = (IHtmlFormElement)(await app.PageAsync("/tai-khoan/doi-mat-khau", by: browser)).QuerySelector("main form")!;
        await EndAsync(browser, user, bySignOutHere: false);

        var signIn = await app.SubmitAsync(form, [], by: browser);

        Assert.Equal("/dang-nhap?het-phien=1", signIn.DocumentElement.GetAttribute("data-address"));
    }

    [Fact]
    public async Task SignInForm_OpenedBeforeSigningInElsewhere_LeadsOn()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.Planner));
        var browser = app.NewClient();
        var first = await app.PageAsync("/dang-nhap?ve=/chi-tieu", by: browser);
        await app.SignInAsync(browser, user.UserName, user.Password);

        var page = await SignInAsync(first, user, browser);

        Assert.Equal("/chi-tieu", page.DocumentElement.GetAttribute("data-address"));
    }

    [Fact]
    public async Task Row_SentAfterTheSessionEnded_ComesBackWithItsCells()
    {
        var (browser, user) = await OfficerAsync();
        var import = await OfficersList.CheckAsync(app.Database, OfficersList.Doubtful(), app.NextCommune().Code);
        var form = Edit(await app.PageAsync($"/nhap-danh-sach/{import}/dong/2", by: browser));
        await EndAsync(browser, user, bySignOutHere: false);

        var back = await SignInAsync(await app.SubmitAsync(form, new() { ["Ngày sinh"] = "30/04/1988" }, by: browser), user, browser);
        var before = ((IHtmlInputElement)back.Control("Ngày sinh")).Value;
        var sent = await app.SubmitAsync(Edit(back), [], by: browser);

        Assert.Equal("30/04/1988", before);
        Assert.Contains("Đã sửa và kiểm tra lại dòng 2: mới.", sent.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_SentAfterTheSessionEnded_ComeBackOnThePageOfTheList()
    {
        var (browser, user) = await OfficerAsync();
        var commune = app.NextCommune().Code;
        var import = await OfficersList.CheckAsync(app.Database, OfficersList.Old(commune), commune);
        var page = await app.PageAsync($"/nhap-danh-sach/{import}", by: browser);
        var names = page.QuerySelectorAll("input[type=radio][form=tra-loi]").Select(radio => radio.GetAttribute("name")!).Where(name => name != "cach-ghi").Distinct().ToList();
        Assert.NotEmpty(names);
        await EndAsync(browser, user, bySignOutHere: false);

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/nhap-danh-sach/{import}/tra-loi/Save", UriKind.Relative));
        request.Content = new FormUrlEncodedContent([
            .. page.QuerySelectorAll("#tra-loi input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)),
            .. names.Select(name => KeyValuePair.Create(name, "false"))]);
        request.Headers.Referrer = new Uri(app.Address, $"/nhap-danh-sach/{import}?ket-qua=moi");
        using var response = await browser.SendAsync(request);
        var signIn = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        signIn.DocumentElement.SetAttribute("data-address", response.RequestMessage!.RequestUri!.PathAndQuery);
        var back = await SignInAsync(signIn, user, browser);

        Assert.Equal($"/nhap-danh-sach/{import}?ket-qua=moi", back.DocumentElement.GetAttribute("data-address"));
        Assert.All(names, name => Assert.Equal("false", back.QuerySelectorAll($"input[name='{name}']").OfType<IHtmlInputElement>().Single(radio => radio.HasAttribute("checked")).Value));
    }

    private async Task<IHtmlDocument> SendLateAsync(HttpClient browser, OneTimePassword user, long id)
    {
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua", by: browser));
        await EndAsync(browser, user, bySignOutHere: false);
        return await app.SubmitAsync(form, new() { ["Họ và tên"] = Typed, ["Lý do sửa"] = Why }, by: browser);
    }

    private async Task<(HttpClient Browser, OneTimePassword User)> OfficerAsync()
    {
        var user = await app.Database.AddUserAsync(new GivenRole(Role.DataEntry));
        return (await app.SignInAsync(user), user);
    }

    private async Task EndAsync(HttpClient browser, OneTimePassword user, bool bySignOutHere)
    {
        if (bySignOutHere)
        {
            await app.SubmitAsync((await app.PageAsync("/tai-khoan", by: browser)).Button("Đăng xuất"), [], by: browser);
            return;
        }

        await app.Database.With(async db =>
        {
            foreach (var session in await db.UserSessions.Where(session => session.UserId == user.UserId && session.EndedAt == null).ToListAsync())
                session.EndedAt = app.Clock.GetUtcNow().UtcDateTime;
            return await db.SaveChangesAsync();
        });
    }

    private Task<IHtmlDocument> SignInAsync(IHtmlDocument signIn, OneTimePassword user, HttpClient browser) => app.SubmitAsync(
        (IHtmlFormElement)signIn.QuerySelector("main form")!, new() { ["Tên đăng nhập"] = user.UserName, ["Mật khẩu"] = user.Password }, by: browser);

    private static IHtmlFormElement Form(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form")!;

    private static IHtmlFormElement Edit(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("#sua-dong")!;

    private Task<string> NameAsync(long id) => app.Database.With(db => db.People.Where(person => person.Id == id).Select(person => person.FullName).SingleAsync());

    private async Task<long> AddAsync(string name)
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), name);
        return await app.Database.With(db => db.People.Where(person => person.FullName == name).Select(person => person.Id).SingleAsync());
    }
}
