using Membership.App.Audit;
using Membership.App.Populations;
using Membership.Testing;

namespace Membership.Web.Tests.CommandLine;

public sealed class AuditCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.Send(new RecordPopulationFigure("31120", new DateOnly(2025, 12, 31), 1_000, "Công an phường"));
        await _database.Send(new SearchAudit(new AuditFilter()));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Verify_OfAWholeLog_SaysSoInOneLine()
    {
        var run = await RunAsync("verify");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^Nhật ký toàn vẹn: 2 mục, 0 thay đổi của người; mã băm cuối [0-9a-f]{64}\\.\n$", run.Output);
    }

    [Fact]
    public async Task Verify_OfATamperedLog_SaysWhereAndRefuses()
    {
        await TamperAsync();

        var run = await RunAsync("verify", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Mục số 1 của nhật ký đã bị sửa, đổi chỗ, hoặc mục trước nó đã bị sửa.", run.Errors.TrimEnd());
        Assert.Contains("\"breaks\":[{\"kind\":\"entryChanged\",\"entryId\":1,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WritesTheFile()
    {
        var file = Path.Combine(_database.Folder.Root, "nhat-ky.xlsx");

        var run = await RunAsync("export", file, "--from", "2025-01-01");

        Assert.Equal((0, "Đã ghi nhat-ky.xlsx."), (run.ExitCode, run.Output.TrimEnd()));
        Assert.True(new FileInfo(file).Length > 0);
    }

    [Fact]
    public async Task Export_OfAPeriodThatEndsBeforeItBegins_IsRefused()
    {
        var run = await RunAsync("export", "a.xlsx", "--from", "2026-01-02", "--to", "2026-01-01");

        Assert.Equal((2, "Từ ngày 02/01/2026 sau đến ngày 01/01/2026. Hãy chọn lại khoảng ngày."), (run.ExitCode, run.Errors.TrimEnd()));
    }

    private Task<CommandLineRun> RunAsync(params string[] arguments) =>
        CommandLineRun.StartAsync(null, ["audit", .. arguments, "--data", _database.Folder.Root]);

    private async Task TamperAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER AuditEntries_AppendOnly_UPDATE; UPDATE AuditEntries SET UserName = 'ai-do' WHERE Id = 1";
        await command.ExecuteNonQueryAsync();
    }
}
