using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Membership.Web.Tests.Running;

/// <summary>One headless browser for the tests that need one; each test opens a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--lang=vi-VN",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A small laptop, and a phone.</summary>
    public static TheoryData<int, int> Screens { get; } = new() { { 1366, 768 }, { 390, 844 } };

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    /// <param name="isSignedIn">As the application's usual client is.</param>
    public async Task<IPage> OpenAsync(RunningApp app, int width = 1366, int height = 768, bool scripts = true, bool isSignedIn = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = "vi-VN",
            AcceptDownloads = true,
        });
        if (isSignedIn)
            await context.AddCookiesAsync(app.Cookies.GetCookies(app.Address).Select(cookie => CookieOf(cookie, app.Address)));
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    private static Cookie CookieOf(System.Net.Cookie cookie, Uri address) => new() { Name = cookie.Name, Value = cookie.Value, Url = address.ToString() };

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

internal static class PageChecks
{
    /// <summary>Waits until nothing moves any more: the network is idle, fonts are there, charts are drawn.</summary>
    public static async Task SettledAsync(this IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // Not a function to wait for: asked more than once it is evaluated from a string, which our own rules for scripts forbid.
        await Assertions.Expect(page.Locator("[data-chart]:not([data-drawn])")).ToHaveCountAsync(0);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
    }

    /// <summary>axe finds nothing, nothing is wider than the screen, and the console is silent (no blocked script or style).</summary>
    public static async Task FindsNothingAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }
}
