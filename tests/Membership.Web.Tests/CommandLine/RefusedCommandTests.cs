using System.Net;
using System.Net.Sockets;

namespace Membership.Web.Tests.CommandLine;

public sealed class RefusedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("membership-commands-").FullName;

    [Theory]
    [InlineData("figure --locality 92 --as-of 2025-12-31", "indicator")] // no indicator
    [InlineData("import --organization HND --locality 31120 --as-of 2025-12-31", "file")] // no file
    [InlineData("export statistics --year abc --locality 92 --out a.xlsx", "“abc”")] // no number
    [InlineData("export", "statistics")] // what to export
    [InlineData("verify --data", "--data")] // an option without its value
    [InlineData("serve --urls nonsense", "“nonsense”")] // no address
    [InlineData("serve --urls http://localhost:abc", "“http://localhost:abc”")] // no port
    [InlineData("person export abc --out a.xlsx", "“abc”")] // no number of a person
    [InlineData("figure participation --locality 92 --as-of 31/02/2026", "“31/02/2026”")] // no day
    [InlineData("figure participation --locality 92 --as-of 2026-13-01", "“2026-13-01”")] // no day either
    [InlineData("tong-hop", "“tong-hop”")] // no such command
    public async Task Command_WhenItIsWrong_SaysWhatInOneVietnameseLine(string line, string names)
    {
        var run = await CommandLineRun.StartAsync(_folder, line.Split(' '));

        AssertRefused(run);
        Assert.StartsWith("Câu lệnh chưa đúng: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(names, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotMatch("equired|annot|command", run.Errors);
    }

    [Fact]
    public async Task Figure_OfADayThatHasNotCome_IsRefused()
    {
        var run = await CommandLineRun.StartAsync(_folder, "figure", "participation", "--locality", "92", "--as-of", "2199-01-01");

        AssertRefused(run);
        Assert.StartsWith("Ngày 01/01/2199 ở sau hôm nay", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhenTheDataFolderIsAFile_SaysSo()
    {
        var file = Path.Combine(_folder, "so-lieu");
        await File.WriteAllTextAsync(file, "");

        var run = await CommandLineRun.StartAsync(null, "verify", "--data", file);

        AssertRefused(run);
        Assert.Contains("thư mục dữ liệu", run.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Command_WhenTheDatabaseIsNone_SaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "membership.db"), new string('x', 5_000));

        var run = await CommandLineRun.StartAsync(null, "verify", "--data", _folder);

        AssertRefused(run);
        Assert.Contains("membership.db", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenThePortIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await CommandLineRun.StartAsync(null, "serve", "--urls", $"http://localhost:{port}", "--data", _folder);

        AssertRefused(run);
        Assert.Contains($":{port}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenTheListHasNoPeople_SaysOnlyThat()
    {
        var list = Path.Combine(_folder, "trong.csv");
        await File.WriteAllTextAsync(list, "STT,Họ và tên,Ngày sinh\n");

        var run = await CommandLineRun.StartAsync(
            _folder, "import", list, "--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31", "--json");

        AssertRefused(run);
    }

    [Fact]
    public async Task Person_WhoDoesNotExist_SaysSoAndWritesNothing()
    {
        var target = Path.Combine(_folder, "ho-so.xlsx");

        var run = await CommandLineRun.StartAsync(_folder, "person", "export", "12", "--out", target);

        AssertRefused(run);
        Assert.False(File.Exists(target));
    }

    // An empty variable is a variable that is not set.
    [Fact]
    public async Task Command_WhenTheVariableIsEmpty_GoesByTheOption()
    {
        var run = await CommandLineRun.StartAsync("", "verify", "--data", _folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertRefused(CommandLineRun run)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("Exception", run.Errors, StringComparison.Ordinal);
    }
}
