using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Membership.App.Localities;
using Membership.Domain.Localities;
using Membership.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Membership.Web.Tests.Running;

/// <summary>
/// The application as it is shipped, on a free port, with a data folder and a clock of its own. One for each test class; its
/// tests run side by side, each in a commune of its own.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;
    private Queue<LocalityOption> _free = new();

    /// <summary>What "today" is to the application.</summary>
    public static DateOnly Today { get; } = new(2025, 12, 15);

    public TestDatabase Database => _database!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(new FixedClock(Today)));
        _app = WebRegistration.BuildMembershipWeb(_database.Folder, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Services.AddSingleton<TimeProvider>(new FixedClock(Today));
        });
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var localities = await _database.Send(new ListLocalities(Today));
        _free = new(localities.Where(option => option.Kind.IsCommuneLevel()));
    }

    /// <summary>A commune of today that no other test of the class has.</summary>
    public LocalityOption NextCommune()
    {
        lock (_free)
            return _free.Dequeue();
    }

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

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        await _database!.DisposeAsync();
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
