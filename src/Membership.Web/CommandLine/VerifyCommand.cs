using System.CommandLine;
using Membership.App.Indicators;

namespace Membership.Web.CommandLine;

internal static class VerifyCommand
{
    private const int Differs = 1;

    public static void AddTo(RootCommand root)
    {
        var json = CommandOptions.Json();
        var command = new Command("verify", "Tính lại mọi con số đã lưu từ sổ gốc và so sánh") { json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var verification = await host.Mediator.Send(new VerifyFigures(), token);
            if (parsed.GetValue(json))
                CommandJson.Print(verification);
            else
                Say(verification);
            return verification.Differences.Count == 0 ? 0 : Differs;
        });
        root.Subcommands.Add(command);
    }

    private static void Say(FigureVerification verification)
    {
        Console.Out.WriteLine(verification.Differences.Count == 0
            ? "Mọi con số đã lưu khớp với sổ gốc."
            : $"{verification.Differences.Count} con số đã lưu không khớp với sổ gốc:");
        foreach (var difference in verification.Differences)
            Console.Out.WriteLine($"  {difference}");
    }
}
