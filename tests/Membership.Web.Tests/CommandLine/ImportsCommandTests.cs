using System.Text.RegularExpressions;
namespace Membership.Web.Tests.CommandLine;

public sealed class ImportsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("membership-commands-").FullName;

    [Fact]
    public async Task Imports_FromTheListToTheUndo_SayWhatTheyDid()
    {
        var list = Path.Combine(_folder, "danh-sach.csv");
        var back = Path.Combine(_folder, "lay-lai.csv");
        await File.WriteAllTextAsync(list, "Họ và tên,Ngày sinh,Giới tính,Số CCCD\nLê Thị Sen,12/05/1980,Nữ,092180000001\n");

        var import = await RunAsync("import", list, "--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31", "--mode", "full");
        var listed = await RunAsync("imports", "list");
        var file = await RunAsync("imports", "file", "1", "--out", back, "--reason", "Đối chiếu với bản giấy của phường");
        var undone = await RunAsync("imports", "undo", "1", "--reason", "Nhập nhầm danh sách của phường khác", "--json");
        var shown = await RunAsync("imports", "show", "1");

        Assert.Equal([0, 0, 0, 0, 0], new[] { import, listed, file, undone, shown }.Select(run => run.ExitCode));
        Assert.StartsWith("1  Đã ghi vào sổ: danh-sach.csv, Hội Nông dân", listed.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(list), await File.ReadAllBytesAsync(back));
        Assert.Contains("\"restored\":1", undone.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Hoàn lại: sổ như trước khi nhập", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_SaysWhoWaits_AndTakesWhoItIs()
    {
        var list = Path.Combine(_folder, "dau.csv");
        var later = Path.Combine(_folder, "sau.csv");
        await File.WriteAllTextAsync(list, "Họ và tên,Ngày sinh,Giới tính\nLê Thị Sen,12/05/1980,Nữ\nTrần Văn Súng,03/02/1975,Nam\nPhan Văn Đông,04/02/1962,Nam\n");
        await File.WriteAllTextAsync(later, "Họ và tên,Ngày sinh,Giới tính\nLê Thị Sen,13/05/1980,Nữ\nTrần Văn Súng,1975,Nam\nPhan Văn Đông,1962,Nam\nVõ Thị Lài,01/03/1990,Nữ\n");
        string[] place = ["--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31"];
        await RunAsync(["import", list, .. place]);
        await RunAsync(["import", later, .. place]);

        var waiting = await RunAsync("imports", "answer", "2", "--json");
        // New people are numbered by their sealed numbers, so in another order each time.
        var sen = Regex.Match(waiting.Output, "\"row\":2,.*?\"person\":([0-9]+)", RegexOptions.Singleline).Groups[1].Value;
        var known = await RunAsync("imports", "answer", "2", "--row", "2", "--person", sen, "--json");
        var asNew = await RunAsync("imports", "answer", "2", "--row", "3", "--person", "new");
        var skipped = await RunAsync("imports", "answer", "2", "--row", "4", "--person", "skip");
        var twice = await RunAsync("imports", "answer", "2", "--row", "3", "--person", sen);
        var odd = await RunAsync("imports", "answer", "2", "--row", "3", "--person", "ai");

        Assert.Contains("\"row\":2,", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("\"doubt\":\"nearlyEqual\"", waiting.Output, StringComparison.Ordinal);
        Assert.Contains($"\"decision\":\"asKnownPerson\",\"person\":{sen},\"waiting\":2", known.Output, StringComparison.Ordinal);
        Assert.Equal("Dòng 3: người mới. Còn 1 dòng chờ quyết định.", asNew.Output.Trim());
        Assert.Equal("Dòng 4: bỏ dòng này. Còn 0 dòng chờ quyết định.", skipped.Output.Trim());
        Assert.Equal((2, 2), (twice.ExitCode, odd.ExitCode));
        Assert.Contains("--person phải là số của một người", odd.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SaysWhatToLookAtAgain_AndHowToAnswer()
    {
        var odd = Path.Combine(_folder, "la.csv");
        var without = Path.Combine(_folder, "khong-tieu-de.csv");
        var mapping = Path.Combine(_folder, "cot.json");
        await File.WriteAllTextAsync(odd, "Họ và tên,Ngày sinh,Giới tính,Số CCCD\nLê Thị Sen,12/05/1980,Nam,092180000001\n");
        await File.WriteAllTextAsync(without, "Lê Thị Sen,12/05/1980\n");
        await File.WriteAllTextAsync(mapping, """{"tables":null}""");
        string[] place = ["--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31"];

        var warned = await RunAsync(["import", odd, .. place, "--dry-run"]);
        var asked = await RunAsync(["import", without, .. place]);
        var mapped = await RunAsync(["import", odd, .. place, "--mapping", mapping]);

        Assert.Contains("nên kiểm tra lại 1 dòng, từ dòng 2: Họ tên có chữ “Thị”", warned.Output, StringComparison.Ordinal);
        Assert.Equal((2, 2), (asked.ExitCode, mapped.ExitCode));
        Assert.Contains("import --resume 2", asked.Errors, StringComparison.Ordinal);
        Assert.Contains("“cot.json” của --mapping", mapped.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--resume phải là một số, không phải “abc”", "import", "--resume", "abc")]
    [InlineData("<id> phải là một số, không phải “x”", "commit", "x")]
    [InlineData("thiếu --organization, --locality, --as-of", "import", "danh-sach.csv")]
    [InlineData("thiếu --reason", "imports", "undo", "1")]
    [InlineData("--mode phải là update hoặc full", "import", "--resume", "1", "--mode", "alles")]
    [InlineData("Không có đợt nhập số 7", "import", "--resume", "7")]
    [InlineData("Không có đợt nhập số 7", "imports", "show", "7")]
    public async Task Line_ThatCannotBeDone_IsRefusedInOneSentence(string part, params string[] line)
    {
        var run = await RunAsync(line);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(part, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CommandLineRun> RunAsync(params string[] arguments) => CommandLineRun.StartAsync(_folder, arguments);
}
