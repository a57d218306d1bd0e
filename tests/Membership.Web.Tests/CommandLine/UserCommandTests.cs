using System.Text.Json;
using System.Text.RegularExpressions;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.Web.Tests.CommandLine;

public sealed class UserCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Add_ThenList_ShowsTheUserAndPrintsThePasswordOnce()
    {
        var added = await RunAsync("user", "add", "le.an", "--display", "Lê Văn An", "--role", "nhap-lieu", "--locality", "31299", "--organization", "HND", "--to", "2030-12-31");
        var listed = await RunAsync("user", "list", "--json");

        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        var password = Regex.Match(added.Output, "([a-z2-9]{4}-){3}[a-z2-9]{4}").Value;
        Assert.NotEmpty(password);
        var user = JsonDocument.Parse(listed.Output).RootElement.GetProperty("users")[0];
        Assert.Equal("le.an", user.GetProperty("name").GetString());
        Assert.Equal("nhap-lieu", user.GetProperty("grants")[0].GetProperty("role").GetString());
        Assert.Equal("2030-12-31", user.GetProperty("grants")[0].GetProperty("to").GetString());
        Assert.DoesNotContain(password, listed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user disable khong-co", "“khong-co”")]
    [InlineData("user add An --display An --role nhap-lieu", "Tên đăng nhập phải có")]
    [InlineData("user add le.an --display An --role truong-phong", "“truong-phong”")]
    [InlineData("user add le.an --display An --role nhap-lieu --from 2026-13-01", "“2026-13-01”")]
    [InlineData("user add le.an --display An --role nhap-lieu --locality 99999", "“99999”")]
    [InlineData("verify --as khong-co", "“khong-co”")]
    public async Task Command_WhenItCannotBeDone_SaysWhyInOneLine(string line, string names)
    {
        AssertRefused(await RunAsync(line.Split(' ')), names);
    }

    [Fact]
    public async Task Command_AsSomebody_DoesWhatSheMayAndNoMore()
    {
        var user = await _database.AddUserAsync(new GivenRole(Role.Planner, "31299"));

        var within = await RunAsync("figure", "participation", "--locality", "31299", "--as-of", "2025-12-31", "--as", user.UserName);
        var beyond = await RunAsync("figure", "participation", "--locality", "31120", "--as-of", "2025-12-31", "--as", user.UserName);
        var other = await RunAsync("user", "list", "--as", user.UserName);

        Assert.Equal((0, ""), (within.ExitCode, within.Errors));
        AssertRefused(beyond, "ngoài phạm vi");
        AssertRefused(other, "không có quyền quản lý người dùng");
    }

    [Fact]
    public async Task Command_AsSomebodyDisabled_IsRefused()
    {
        var user = await _database.AddUserAsync(new GivenRole(Role.Planner));

        var disabled = await RunAsync("user", "disable", user.UserName);
        var after = await RunAsync("figure", "participation", "--locality", "92", "--as-of", "2025-12-31", "--as", user.UserName);

        Assert.Equal(0, disabled.ExitCode);
        AssertRefused(after, $"“{user.UserName}”");
    }

    private Task<CommandLineRun> RunAsync(params string[] arguments) => CommandLineRun.StartAsync(_database.Folder.Root, arguments);

    private static void AssertRefused(CommandLineRun run, string names)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(names, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }
}
