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
        var target = CommandOptions.Out();
        var statistics = new Command("statistics", "Thống kê năm, kèm biểu đồ") { year, locality, organization, target };
        statistics.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new ExportStatistics(parsed.GetValue(year), parsed.GetValue(locality)!, parsed.GetValue(organization)), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            return await WrittenFile.WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        root.Subcommands.Add(new Command("export", "Xuất tệp Excel") { statistics });
    }
}
