using System.Text.Json;

namespace Membership.Web.Tests.CommandLine;

/// <summary>The contract of <c>import</c> about people and branches that the register knows.</summary>
public sealed class ImportKnownPeopleTests : IDisposable
{
    private const string Header = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Nơi ở,Chi hội\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("membership-known-").FullName;

    [Fact]
    public async Task Import_OfWhatTheRegisterSaysOtherwise_AsksByDefault_AndGoesByTheAnswer()
    {
        await ImportAsync("a.csv", "Lê Thị Sen,12/05/1980,Nữ,092180000001,\"12/5 đường Nguyễn Trãi, khu vực 3\",Bình Thạnh\n");
        const string Vaguer = "Lê Thị Sen,12/05/1980,Nữ,092180000001,Phường Cái Khế,Bình Thạnh\n";

        var tried = await ImportAsync("b.csv", Vaguer, "--json", "--dry-run");
        var asked = await ImportAsync("b.csv", Vaguer, "--json");
        var kept = await ImportAsync("b.csv", Vaguer, "--json", "--known-people", "keep");
        var taken = await ImportAsync("b.csv", Vaguer, "--json", "--known-people", "take");

        Assert.Equal([0, 2, 0, 0], new[] { tried, asked, kept, taken }.Select(run => run.ExitCode));
        Assert.Equal([1, 1, 0, 1], new[] { tried, asked, kept, taken }.Select(run => Read(run).GetProperty("changes").GetProperty("address").GetInt32()));
        Assert.Equal(
            ["name", "birthDate", "sex", "numbers", "address", "branch"], Read(tried).GetProperty("changes").EnumerateObject().Select(change => change.Name));
        Assert.Equal([false, false, true], new[] { asked, kept, taken }.Select(run => Read(run).GetProperty("committed").GetBoolean()));
        Assert.Contains("1 đổi nơi ở thành nơi ghi kém chi tiết hơn", asked.Errors, StringComparison.Ordinal);
        Assert.Contains("--known-people keep|take", asked.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAMisspelledBranch_AsksByDefault_AndNamesTheNearest()
    {
        await ImportAsync("a.csv", "Lê Thị Sen,12/05/1980,Nữ,092180000001,,Bình Thạnh\n");
        const string Misspelled = "Lê Thị Sen,12/05/1980,Nữ,092180000001,,Bình Thạnhh\nVõ Thị Út,01/02/1991,Nữ,092191000004,,Ấp Mới\n";

        var asked = await ImportAsync("b.csv", Misspelled, "--json", "--known-people", "take");
        var same = await ImportAsync("b.csv", Misspelled, "--json", "--new-branches", "same", "--dry-run");
        var found = await ImportAsync("b.csv", Misspelled, "--json", "--new-branches", "new");

        Assert.Equal([2, 0, 0], new[] { asked, same, found }.Select(run => run.ExitCode));
        Assert.Equal("""[{"name":"Bình Thạnhh","nearest":"Bình Thạnh"},{"name":"Ấp Mới","nearest":null}]""", Read(asked).GetProperty("newBranches").GetRawText());
        Assert.Equal("""[{"name":"Ấp Mới","nearest":null}]""", Read(same).GetProperty("newBranches").GetRawText());
        Assert.Equal([1, 0, 1], new[] { asked, same, found }.Select(run => Read(run).GetProperty("changes").GetProperty("branch").GetInt32()));
        Assert.Contains("“Bình Thạnhh” gần giống “Bình Thạnh”", asked.Errors, StringComparison.Ordinal);
        Assert.Contains("--new-branches same|new", asked.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<CommandLineRun> ImportAsync(string name, string lines, params string[] options)
    {
        var list = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(list, Header + lines);
        return await CommandLineRun.StartAsync(
            Path.Combine(_folder, "data"), ["import", list, "--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31", .. options]);
    }

    private static JsonElement Read(CommandLineRun run) => JsonDocument.Parse(run.Output).RootElement;
}
