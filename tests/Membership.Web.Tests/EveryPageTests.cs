using Membership.App.Populations;
using Membership.Web.Tests.Running;
using Microsoft.Playwright;

namespace Membership.Web.Tests;

/// <summary>What holds for all pages, seen in a browser at both sizes.</summary>
public sealed class EveryPageTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private static readonly string[] Addresses =
    [
        "/", "/?don-vi={0}", "/giai-thich?don-vi={0}", "/nguoi?don-vi={0}", "/chi-tieu", "/so-lieu-dan-so", "/nhap-danh-sach", "/loi/500",
        "/tai-khoan", "/tai-khoan/doi-mat-khau", "/tai-khoan/ma-xac-thuc", "/nguoi-dung", "/nguoi-dung/1", "/nhat-ky", "/cho-duyet", "/yeu-cau-ca-nhan", "/nguoi/tim",
    ];

    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task Page_WhenOpened_HasNoBarrierAndFitsTheScreen(int width, int height)
    {
        var code = await FillAsync();
        var page = await chromium.OpenAsync(app, width, height);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        foreach (var address in Addresses)
        {
            await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, code));
            await page.SettledAsync();
            await page.FindsNothingAsync();
        }

        Assert.DoesNotContain(complaints, text => !text.Contains("500", StringComparison.Ordinal));
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
        await page.WaitForURLAsync("**/*to-chuc=HND*");
        await page.SettledAsync();

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Equal("HND", await page.GetByLabel("Tổ chức").InputValueAsync());
        await Assertions.Expect(page.Locator("h2").First).ToContainTextAsync("Hội Nông dân");
    }

    private async Task<string> FillAsync()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");
        await app.Database.Send(new RecordPopulationFigure(commune.Code, new DateOnly(2025, 7, 1), 5, "Công an xã"));
        return commune.Code;
    }
}
