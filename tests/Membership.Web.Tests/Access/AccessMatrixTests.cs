using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Membership.App.Localities;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Web.Tests.Access;

/// <summary>
/// Every handler of every page, called by nobody and by each role of one commune and organization, on what is there, in another
/// commune, and in the same commune of another organization: each answers as <see cref="DeclaredAccess"/> says, and none shows
/// a name from outside.
/// </summary>
public sealed class AccessMatrixTests(AccessStage stage) : IClassFixture<AccessStage>
{
    public static TheoryData<string> Handlers => [.. DeclaredAccess.Table.Keys];

    [Fact]
    public async Task Table_HasEveryHandlerOfEveryEndpoint_AndNoOther()
    {
        var found = await stage.HandlersAsync();

        Assert.Equal(found.Order(StringComparer.Ordinal), DeclaredAccess.Table.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Handler_ForEachRoleInsideAndOutside_AnswersAsDeclared(string handler)
    {
        var declared = DeclaredAccess.Table[handler];
        var (inside, otherPlace, otherOrganization) = await stage.SubjectsAsync();

        foreach (var role in new Role?[] { null, Role.DataEntry, Role.Head, Role.Planner, Role.Administrator, Role.Auditor })
        {
            await CallAsync(handler, declared, role, inside, isInside: true);
            await CallAsync(handler, declared, role, otherPlace, isInside: false);
            await CallAsync(handler, declared, role, otherOrganization, isInside: false);
        }
    }

    private async Task CallAsync(string handler, Declared declared, Role? role, Subject subject, bool isInside)
    {
        var client = await stage.ClientAsync(role, isForOneCall: declared.Permission == Permission.OwnAccount);
        using var response = await stage.SendAsync(client, handler, declared, subject);
        var body = await response.Content.ReadAsStringAsync();
        var call = $"{handler} as {role?.ToString() ?? "nobody"}, {(isInside ? "inside" : $"outside ({subject.OrganizationCode})")}: {(int)response.StatusCode} {response.Headers.Location}";

        Assert.True(Fits(Expected(declared, role, isInside), response), call);
        Assert.False(body.Contains(AccessStage.NameOutside, StringComparison.OrdinalIgnoreCase), call + " shows somebody from outside");
    }

    private static Answer Expected(Declared declared, Role? role, bool isInside) => (declared, role) switch
    {
        ({ Permission: Permission.Anyone }, _) => Answer.Allowed,
        (_, null) => Answer.SignIn,
        ({ Permission: Permission.OwnAccount }, _) => Answer.Allowed,
        (_, { } given) when !RolePermissions.Of(given).Contains(declared.Permission) => Answer.Forbidden,
        ({ Concerns: Concerns.AllOrganizations }, _) => Answer.Forbidden,
        _ when isInside || declared.Concerns == Concerns.Nothing => Answer.Allowed,
        _ => declared.Concerns == Concerns.Record ? Answer.NoSuchRecord : Answer.ForbiddenOrNotFound,
    };

    private static bool Fits(Answer expected, HttpResponseMessage response)
    {
        var toSignIn = response.Headers.Location?.OriginalString.StartsWith("/dang-nhap", StringComparison.Ordinal) == true;
        return (expected, response.StatusCode) switch
        {
            (Answer.SignIn, HttpStatusCode.Redirect) => toSignIn,
            (Answer.Forbidden, HttpStatusCode.Forbidden) => true,
            // "/" leads who may see no figures to her own first page.
            (Answer.Forbidden, HttpStatusCode.Redirect) => !toSignIn && response.RequestMessage!.RequestUri!.AbsolutePath == "/",
            (Answer.ForbiddenOrNotFound, HttpStatusCode.Forbidden or HttpStatusCode.NotFound) => true,
            (Answer.NoSuchRecord, HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest) => true,
            (Answer.Allowed, HttpStatusCode.OK or HttpStatusCode.BadRequest) => true,
            (Answer.Allowed, HttpStatusCode.Redirect) => true,
            (Answer.Allowed, HttpStatusCode.NotFound) => response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/loi/", StringComparison.Ordinal),
            _ => false,
        };
    }

    private enum Answer
    {
        SignIn,
        Forbidden,
        ForbiddenOrNotFound,
        NoSuchRecord,
        Allowed,
    }
}

/// <summary>Two communes, three subjects for each handler, and a browser for each role.</summary>
public sealed class AccessStage : IAsyncLifetime
{
    /// <summary>Part of every name outside of the roles' scope.</summary>
    public const string NameOutside = "Ngoài";

    private const string Organization = "HND";
    private const string OtherOrganization = "DTN";

    private readonly RunningApp _app = new();
    private readonly Dictionary<Role, HttpClient> _clients = [];
    private LocalityOption _commune = null!;
    private LocalityOption _otherCommune = null!;

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        (_commune, _otherCommune) = (_app.NextCommune(), _app.NextCommune());
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    internal async Task<(Subject Inside, Subject OtherPlace, Subject OtherOrganization)> SubjectsAsync() => (
        await Subject.CreateAsync(_app.Database, _commune, Organization, "Trần Văn Cảnh"),
        await Subject.CreateAsync(_app.Database, _otherCommune, Organization, $"Võ Thị {NameOutside}"),
        await Subject.CreateAsync(_app.Database, _commune, OtherOrganization, $"Lê Văn {NameOutside}"));

    /// <summary>"GET /nguoi", "POST /nguoi-dung/{id:long} Grant".</summary>
    internal async Task<IReadOnlyList<string>> HandlersAsync()
    {
        var handlers = new List<string>();
        foreach (var endpoint in _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                handlers.Add("ANY " + route);
                continue;
            }

            var compiled = await _app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            handlers.AddRange(compiled.HandlerMethods.Select(method => $"{method.HttpMethod.ToUpperInvariant()} {route} {method.Name}".TrimEnd()));
            if (compiled.HandlerMethods.All(method => method.HttpMethod != "Get"))
                handlers.Add("GET " + route);
        }

        return handlers;
    }

    internal async Task<HttpClient> ClientAsync(Role? role, bool isForOneCall)
    {
        if (role is not { } given)
            return _app.NewClient(followsRedirects: false);
        if (isForOneCall)
            return await SignInAsync(given);
        if (!_clients.TryGetValue(given, out var client))
            _clients[given] = client = await SignInAsync(given);
        return client;
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpClient client, string handler, Declared declared, Subject subject)
    {
        var address = new Uri(declared.Address(subject), UriKind.Relative);
        if (handler.StartsWith("GET", StringComparison.Ordinal))
            return await client.GetAsync(address);

        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(client)), "__RequestVerificationToken" } };
        foreach (var (name, value) in declared.Form!(subject))
        {
            if (value == Subject.List)
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name, "danh-sach.csv");
            else
                form.Add(new StringContent(value), name);
        }

        return await client.PostAsync(address, form);
    }

    private async Task<HttpClient> SignInAsync(Role role)
    {
        var cookies = new CookieContainer();
        await _app.SignInAsync(await _app.Database.AddUserAsync(new GivenRole(role, _commune.Code, Organization)), cookies);
        return _app.NewClient(cookies, followsRedirects: false);
    }

    /// <summary>Of any page with a form; it belongs to the user, not to the page.</summary>
    private static async Task<string> TokenAsync(HttpClient client)
    {
        var page = await client.GetAsync(new Uri("/tai-khoan/doi-mat-khau", UriKind.Relative));
        if (page.StatusCode != HttpStatusCode.OK)
            page = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative));
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        return document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
