using System.CommandLine;
using Membership.App.Statistics;

namespace Membership.Web.CommandLine;

internal static class ExportCommand
{
    public static void AddTo(RootCommand root)
    {
        var year = CommandOptions.Year();
        var locality = CommandOptions.Locality();
        var organization = CommandOptions.Organization();
        var target = new Option<FileInfo>("--out") { Description = "Tệp .xlsx sẽ ghi", Required = true };
        var statistics = new Command("statistics", "Thống kê năm, kèm biểu đồ") { year, locality, organization, target };
        statistics.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new ExportStatistics(parsed.GetValue(year), parsed.GetValue(locality)!, parsed.GetValue(organization)), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            return await WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        root.Subcommands.Add(new Command("export", "Xuất tệp Excel") { statistics });
    }

    private static async Task<int> WriteAsync(FileInfo target, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(target.FullName, content, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refusing.Say($"Không ghi được tệp “{target.Name}”. Hãy kiểm tra thư mục, quyền ghi, và đóng tệp nếu đang mở trong Excel.");
        }

        Console.Out.WriteLine($"Đã ghi {target.Name}.");
        return 0;
    }
}
