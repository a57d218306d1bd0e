using System.Collections.Concurrent;
using System.Diagnostics;

namespace Membership.Testing.Killing;

/// <summary>The program as a process of its own that can be killed at any moment, as by a power cut.</summary>
internal sealed class KilledProgram : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Task<string> _output;

    /// <param name="program">Path of Membership.Web.dll.</param>
    public KilledProgram(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["MEMBERSHIP_DATA"] = folder;
        start.Environment["Approvals__TwoPersons"] = "false";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public Stopwatch Watch { get; } = Stopwatch.StartNew();

    public bool HasEnded => _process.HasExited;

    public bool Said(string text) => _errors.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until something is so, or the program has ended; answers with whether it was so first.</summary>
    public bool WaitFor(Func<bool> isSo)
    {
        while (!isSo())
        {
            if (HasEnded)
                return false;
            Thread.Sleep(1);
        }

        return true;
    }

    /// <summary>SIGKILL: nothing of the program runs after it. False when it had ended by itself.</summary>
    public bool Kill()
    {
        var wasRunning = !_process.HasExited;
        _process.Kill();
        _process.WaitForExit();
        return wasRunning && _process.ExitCode == 128 + 9;
    }

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output, string.Join('\n', _errors));
    }

    public void Dispose() => _process.Dispose();
}
