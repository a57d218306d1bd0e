using System.Diagnostics;

namespace Membership.Web.Tests.CommandLine;

/// <summary>The program as scripts run it: a process of its own.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Errors)
{
    public static async Task<CommandLineRun> StartAsync(string? dataVariable, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Membership.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["MEMBERSHIP_DATA"] = dataVariable;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var end = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return new CommandLineRun(process.ExitCode, await output, await errors);
    }
}
