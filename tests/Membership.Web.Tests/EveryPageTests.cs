using System.Text.RegularExpressions;
using Membership.App.Members;
using Membership.App.PersonRequests;
using Membership.App.Populations;
using Membership.Domain.Indicators;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.PersonRequests;
using Membership.Web.Tests.MemberImports;
using Membership.Web.Tests.Running;
using Microsoft.Playwright;

namespace Membership.Web.Tests;

/// <summary>What holds for all pages, seen in a browser at both sizes.</summary>
public sealed partial class EveryPageTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private static readonly string[] Addresses =
    [
        "/", "/?don-vi={0}", "/giai-thich?don-vi={0}", "/nguoi?don-vi={0}", "/chi-tieu", "/so-lieu-dan-so", "/nhap-danh-sach", "/loi/500",
        "/nguoi/tim", "/nguoi/xuat?don-vi={0}", "/nguoi/{1}", "/nguoi/{1}/sua", "/nguoi/{1}/mo-thong-tin", "/nguoi/{1}/han-che", "/nguoi/{1}/ho-so", "/nguoi/{1}/an-danh",
        "/nguoi/{1}/hoan-tac/{2}", "/yeu-cau-ca-nhan", "/yeu-cau-ca-nhan/{3}", "/luu-giu", "/du-lieu-ca-nhan", "/co-cau?don-vi={0}",
        "/nhap-danh-sach/mau", "/nhap-danh-sach/{4}", "/nhap-danh-sach/{4}/doc-tep", "/nhap-danh-sach/{4}/vang-mat", "/nhap-danh-sach/{4}/tac-dong",
        "/nhap-danh-sach/{5}", "/nhap-danh-sach/{5}/lich-su", "/nhap-danh-sach/{5}/hoan-tac", "/nhap-danh-sach/{6}", "/nhap-danh-sach/{6}/doc-tep",
        "/tai-khoan", "/tai-khoan/doi-mat-khau", "/tai-khoan/ma-xac-thuc", "/nguoi-dung", "/nguoi-dung/1", "/nhat-ky", "/cho-duyet",
    ];

    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task Page_WhenOpened_HasNoBarrierAndFitsTheScreen(int width, int height)
    {
        var code = await FillAsync();
        var page = await chromium.OpenAsync(app, width, height);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        var (person, change, request) = await AddPersonWithEverythingAsync(code);
        var commune = app.NextCommune().Code;
        var written = await OfficersList.CommitAsync(app.Database, OfficersList.Plain(commune), commune);
        var full = await OfficersList.CheckAsync(app.Database, OfficersList.Old(commune), commune, ListMode.Full);
        var asking = await OfficersList.CheckAsync(app.Database, OfficersList.WithoutHeading(commune), commune);
        foreach (var address in Addresses)
        {
            await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, code, person, change, request, full, written, asking));
            await page.SettledAsync();
            await page.FindsNothingAsync();
        }

        Assert.DoesNotContain(complaints, text => !text.Contains("500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_WhenPrinted_KeepsEveryColumnOnTheSheet()
    {
        var code = await FillAsync();
        var (person, change, request) = await AddPersonWithEverythingAsync(code);
        var commune = app.NextCommune().Code;
        var written = await OfficersList.CommitAsync(app.Database, OfficersList.Plain(commune), commune);
        var full = await OfficersList.CheckAsync(app.Database, OfficersList.Old(commune), commune, ListMode.Full);
        var page = await chromium.OpenAsync(app, width: 794, height: 1123);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var address in Addresses)
        {
            await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, code, person, change, request, full, written, written));
            // What A4 leaves between margins of 15 mm.
            var beyond = await page.EvaluateAsync<string[]>("""
                () => { document.body.style.width = '680px';
                    return [...document.querySelectorAll('.figures th, .figures td')].filter(cell => cell.getBoundingClientRect().right > 681).map(cell => cell.textContent.trim()); }
                """);
            Assert.True(beyond.Length == 0, $"{address}: {string.Join(" | ", beyond)}");
        }
    }

    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task SignIn_WhenOpened_HasNoBarrierAndFitsTheScreen(int width, int height)
    {
        var page = await chromium.OpenAsync(app, width, height, isSignedIn: false);

        await page.GotoAsync("/nguoi-dung");
        await page.GetByLabel("Tên đăng nhập").FillAsync("khong-co");
        await page.GetByLabel("Mật khẩu").PressAsync("Enter");
        await page.SettledAsync();
        await page.FindsNothingAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tên đăng nhập hoặc mật khẩu chưa đúng");
    }

    [Fact]
    public async Task Filter_WhenTheOrganizationIsChanged_ShowsItWithoutLoadingThePageAnew()
    {
        var code = await FillAsync();
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync($"/?don-vi={code}");
        await page.EvaluateAsync("window.sameDocument = true");

        await page.GetByLabel("Tổ chức").SelectOptionAsync("HND");
        await Assertions.Expect(page).ToHaveURLAsync(AskedForFarmers(), new() { Timeout = 30_000 });
        await page.SettledAsync();

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Equal("HND", await page.GetByLabel("Tổ chức").InputValueAsync());
        await Assertions.Expect(page.Locator("h2").First).ToContainTextAsync("Hội Nông dân");
    }

    [GeneratedRegex("[?&]to-chuc=HND")]
    private static partial Regex AskedForFarmers();

    private async Task<string> FillAsync()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");
        await app.Database.Send(new RecordPopulationFigure(commune.Code, new DateOnly(2025, 7, 1), 5, "Công an xã"));
        return commune.Code;
    }

    /// <summary>One of the commune, with a number, a change that can be taken back, and a request.</summary>
    private async Task<(long Person, long Change, long Request)> AddPersonWithEverythingAsync(string code)
    {
        var list = (await app.Database.Send(new ListPeople(code, RunningApp.Today, IndicatorDefinition.Participation))).Value;
        var id = list.People[0].Id;
        var number = "09219" + id.ToString("0000000", System.Globalization.CultureInfo.InvariantCulture);
        _ = (await app.Database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.CitizenId] = number }, "Theo thẻ căn cước"))).Value;
        var changed = (await app.Database.Send(new GetPerson(id))).Value.Changes.Single();
        var request = (await app.Database.Send(new RecordPersonRequest(id, code, null, PersonRequestKind.View, RunningApp.Today.AddDays(-30), "Xem dữ liệu đang lưu"))).Value;
        return (id, changed.Id, request.Id);
    }
}
