using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MediatR;
using Membership.App.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Web.Tests.Running;

/// <summary>The application as it is shipped, on a free port, with a data folder and a clock of its own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningApp(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What "today" is to the application.</summary>
    public static DateOnly Today { get; } = new(2025, 12, 15);

    public static async Task<RunningApp> StartAsync(Action<IServiceCollection>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("membership-web-").FullName;
        var app = WebRegistration.BuildMembershipWeb(new DataFolder(folder), "http://127.0.0.1:0", builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new FixedClock(Today));
            change?.Invoke(builder.Services);
        });
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().Database.MigrateAsync();

        await app.StartAsync();
        return new RunningApp(app, folder);
    }

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> WithDatabaseAsync<T>(Func<MembershipDb, Task<T>> use)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }

    public async Task SaveAsync(params object[] entities) => await WithDatabaseAsync(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync();
    });

    /// <summary>The page at an address, as a browser without scripts sees it.</summary>
    public async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        return await ParseAsync(response);
    }

    /// <summary>Sends a form with what is in it, after <paramref name="values"/> (by label) have been typed in.</summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlFormElement form, Dictionary<string, string> values, HttpStatusCode expected = HttpStatusCode.OK)
    {
        foreach (var (label, value) in values)
            form.Fill(label, value);
        using var content = new FormUrlEncodedContent(form.Entries());
        var address = new Uri(Address, form.GetAttribute("action") is { Length: > 0 } action ? action : form.Owner!.DocumentElement.GetAttribute("data-address")!);
        using var response = await Client.PostAsync(address, content);
        Assert.Equal(expected, response.StatusCode);
        return await ParseAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response)
    {
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        document.DocumentElement.SetAttribute("data-address", response.RequestMessage!.RequestUri!.PathAndQuery);
        return document;
    }
}

internal sealed class FixedClock(DateOnly day) : TimeProvider
{
    /// <summary>03:00 UTC is 10:00 in Việt Nam.</summary>
    public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);
}
