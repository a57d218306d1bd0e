namespace Membership.Web.Tests.CommandLine;

public sealed class KeysCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("membership-commands-").FullName;

    [Fact]
    public async Task Rotate_WhenThereIsAPerson_SealsHerNumberAnew()
    {
        await ImportAsync();
        var ring = await File.ReadAllTextAsync(KeyRing);

        var run = await CommandLineRun.StartAsync(_folder, "keys", "rotate");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1 người", run.Output, StringComparison.Ordinal);
        Assert.NotEqual(ring, await File.ReadAllTextAsync(KeyRing));
    }

    [Fact]
    public async Task Command_WhenTheKeysAreLost_NamesTheFileToRestore()
    {
        await ImportAsync();
        File.Delete(KeyRing);

        var run = await CommandLineRun.StartAsync(_folder, "verify");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("thiếu tệp khóa keys/key-ring.json", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string KeyRing => Path.Combine(_folder, "keys", "key-ring.json");

    private async Task ImportAsync()
    {
        var list = Path.Combine(_folder, "danh-sach.csv");
        await File.WriteAllTextAsync(list, "Họ và tên,Ngày sinh,Giới tính,Số CCCD\nLê Thị Sen,12/05/1980,Nữ,092180000001\n");
        var run = await CommandLineRun.StartAsync(_folder, "import", list, "--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31");
        Assert.Equal(0, run.ExitCode);
    }
}
