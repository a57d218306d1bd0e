using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MediatR;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Samples;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>The dashboard over HTTP at 300,000 people, and the city's figure of any past day at 30,000 and at 300,000.</summary>
internal static class DashboardBenchmark
{
    private const int WarmUps = 400;
    private const int Pages = 300;
    private const int Days = 1_000;

    public static async Task<int> RunAsync()
    {
        var small = await FigureMilliseconds(await BenchmarkRegister.OfAsync(30_000));
        var large = await FigureMilliseconds(await BenchmarkRegister.OfAsync(300_000));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"city's figure of a past day: p50 {At(small, 50):0.00} ms at 30,000, {At(large, 50):0.00} ms at 300,000 (ratio {At(large, 50) / At(small, 50):0.00}); p95 {At(large, 95):0.00} ms, slowest {large.Max():0.00} ms"));

        var pages = await PageMilliseconds(await BenchmarkRegister.OfAsync(300_000));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dashboard at 300,000: p50 {At(pages, 50):0.0} ms, p95 {At(pages, 95):0.0} ms"));
        return 0;
    }

    private static async Task<List<double>> FigureMilliseconds(DataFolder folder)
    {
        await using var services = BenchmarkRegister.Services(folder);
        var random = new SampleRandom(7);
        return await TimesAsync(Days, async () =>
        {
            await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
            var asOf = random.Day(new DateOnly(2021, 1, 1), PeopleGenerator.LastDay);
            _ = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetIndicatorProgress("participation", "92", asOf, TrendMonths: 0))).Value;
        });
    }

    private static async Task<List<double>> PageMilliseconds(DataFolder folder)
    {
        await using var app = WebRegistration.BuildMembershipWeb(folder, "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await SignInAsync(app.Services, client);
        var random = new SampleRandom(8);
        var times = await TimesAsync(Pages, async () =>
        {
            var asOf = random.Day(new DateOnly(2025, 7, 1), PeopleGenerator.LastDay);
            _ = await client.GetStringAsync(new Uri($"/?don-vi=92&ngay={asOf:yyyy-MM-dd}", UriKind.Relative));
        });
        await app.StopAsync();
        return times;
    }

    /// <summary>As the head of all organizations of the city, by the form.</summary>
    private static async Task SignInAsync(IServiceProvider services, HttpClient client)
    {
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
        var name = $"do-{Guid.NewGuid():N}"[..20];
        var added = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddUser(name, "Người đo", new GivenRole(Role.Head, "92")))).Value;
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        (await db.Users.FindAsync(added.UserId))!.MustChangePassword = false;
        await db.SaveChangesAsync();

        var page = await client.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative));
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["ten-dang-nhap"] = name,
            ["mat-khau"] = added.Password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/")
            throw new InvalidOperationException($"Not signed in: {answer.RequestMessage.RequestUri.AbsolutePath}");
    }

    private static async Task<List<double>> TimesAsync(int count, Func<Task> work)
    {
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
            await work();

        var times = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, int percentile) => sorted[(sorted.Count * percentile / 100) - (percentile == 100 ? 1 : 0)];
}
