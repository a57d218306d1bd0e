using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Membership.App.Localities;
using Membership.App.Users;
using Membership.Domain.Localities;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Membership.Web.Tests.Running;

/// <summary>
/// The application as it is shipped, on a free port, with a data folder and a clock of its own. One for each test class; its
/// tests run side by side, each in a commune of its own. <see cref="Client"/> is signed in as somebody who has every role everywhere.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Usual = new()
    {
        ["Security:SecondFactorForAdministrators"] = "false",
        ["Security:SignInsPerMinute"] = "10000",
        ["Security:SearchesPerMinute"] = "10000",
    };

    private readonly Dictionary<string, string?> _settings;
    private readonly List<HttpClient> _clients = [];
    private TestDatabase? _database;
    private WebApplication? _app;
    private Queue<LocalityOption> _free = new();

    public RunningApp()
        : this([])
    {
    }

    /// <param name="settings">In place of what tests usually run with. With Security:Https it is served over HTTPS.</param>
    internal RunningApp(Dictionary<string, string?> settings) => _settings = settings;

    internal static async Task<RunningApp> StartAsync(Dictionary<string, string?> settings)
    {
        var app = new RunningApp(settings);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>What "today" is to the application.</summary>
    public static DateOnly Today { get; } = new(2025, 12, 15);

    public TestDatabase Database => _database!;

    /// <summary>10:00 in Việt Nam on <see cref="Today"/>, until a test with an application of its own moves it.</summary>
    public MovableClock Clock { get; } = new(Today);

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Of <see cref="Client"/>, for a browser to be signed in as well.</summary>
    public CookieContainer Cookies { get; } = new();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(Clock));
        _app = WebRegistration.BuildMembershipWeb(_database.Folder, IsHttps ? "https://127.0.0.1:0" : "http://127.0.0.1:0", builder =>
        {
            builder.WebHost.ConfigureKestrel(options => options.ConfigureHttpsDefaults(https => https.ServerCertificate = IsHttps ? OwnCertificate() : null));
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Configuration.AddInMemoryCollection(Usual).AddInMemoryCollection(_settings);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = TestDatabase.PasswordIterations);
        });
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = await SignInAsync(await _database.AddUserAsync(Enum.GetValues<Role>().Select(role => new GivenRole(role)).ToArray()), Cookies);
        var localities = await _database.Send(new ListLocalities(Today));
        _free = new(localities.Where(option => option.Kind.IsCommuneLevel()));
    }

    /// <summary>A browser that keeps cookies and is not signed in.</summary>
    public HttpClient NewClient(CookieContainer? cookies = null, bool followsRedirects = true)
    {
        var handler = new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = followsRedirects };
        if (IsHttps)
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        var client = new HttpClient(handler) { BaseAddress = Address };
        lock (_clients)
            _clients.Add(client);
        return client;
    }

    /// <summary>A browser in which the user has signed in by the form.</summary>
    public async Task<HttpClient> SignInAsync(OneTimePassword user, CookieContainer? cookies = null)
    {
        var client = NewClient(cookies);
        await SignInAsync(client, user.UserName, user.Password, address: "/dang-nhap?ve=/tai-khoan");
        return client;
    }

    public async Task<IHtmlDocument> SignInAsync(
        HttpClient client, string userName, string password, HttpStatusCode expected = HttpStatusCode.OK, string address = "/dang-nhap")
    {
        var page = await PageAsync(address, by: client);
        var form = (IHtmlFormElement)page.QuerySelector("main form")!;
        return await SubmitAsync(form, new() { ["Tên đăng nhập"] = userName, ["Mật khẩu"] = password }, expected, client);
    }

    /// <summary>A commune of today that no other test of the class has.</summary>
    public LocalityOption NextCommune()
    {
        lock (_free)
            return _free.Dequeue();
    }

    /// <summary>The page at an address, as a browser without scripts sees it.</summary>
    /// <param name="by">Another browser than <see cref="Client"/>.</param>
    public async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK, HttpClient? by = null)
    {
        using var response = await (by ?? Client).GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        return await ParseAsync(response);
    }

    /// <summary>Sends a form with what is in it, after <paramref name="values"/> (by label) have been typed in.</summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlFormElement form, Dictionary<string, string> values, HttpStatusCode expected = HttpStatusCode.OK, HttpClient? by = null)
    {
        foreach (var (label, value) in values)
            form.Fill(label, value);
        using var content = new FormUrlEncodedContent(form.Entries());
        var address = new Uri(Address, form.GetAttribute("action") is { Length: > 0 } action ? action : form.Owner!.DocumentElement.GetAttribute("data-address")!);
        using var response = await (by ?? Client).PostAsync(address, content);
        Assert.Equal(expected, response.StatusCode);
        return await ParseAsync(response);
    }

    private bool IsHttps => _settings.ContainsKey("Security:Https");

    private static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
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
