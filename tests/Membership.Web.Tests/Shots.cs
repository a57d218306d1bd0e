using MediatR;
using Membership.App.Indicators;
using Membership.Domain;
using Membership.Web.Tests.Indicators;
using Membership.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Web.Tests;

public sealed class Shots(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task Take(int width, int height)
    {
        await using var app = await RunningApp.StartAsync(services => services.AddScoped<IRequestHandler<GetIndicatorProgress, Outcome<IndicatorProgress>>, FakeIndicatorProgress>());
        var page = await chromium.OpenAsync(app, width, height);
        page.Console += (_, message) => Console.WriteLine("CONSOLE " + message.Text);
        foreach (var (name, address) in new[] { ("dash", "/"), ("err", "/khong-co") })
        {
            await page.GotoAsync(address);
            await page.SettledAsync();
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{name}-{width}.png", FullPage = true });
            await page.FindsNothingAsync();
        }
    }
}
