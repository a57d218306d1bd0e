using System.Diagnostics;
using System.Globalization;
using MediatR;
using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>What one run came to. Times in seconds.</summary>
/// <param name="Seconds">From the beginning of the upload to the commit.</param>
/// <param name="FirstRows">From the beginning of the upload until the first rows could be shown.</param>
internal sealed record MeasuredRun(double Seconds, double PeakMegabytes, double FirstRows, double Undo)
{
    /// <summary>How long small writes of another user took during the import, in milliseconds; empty when nobody wrote.</summary>
    public IReadOnlyList<double> Waits { get; init; } = [];

    /// <summary>Until the program was ready for an upload; not part of the import.</summary>
    public double Start { get; init; }
}

/// <summary>One import by the program, in a process of its own.</summary>
internal sealed class ImportMeasure(string list, DataFolder folder) : IProgress<ImportProgress>
{
    private readonly Stopwatch _watch = new();
    private double _firstRows;

    public void Report(ImportProgress value)
    {
        if (_firstRows == 0 && value.FirstRows.Count > 0)
            _firstRows = _watch.Elapsed.TotalSeconds;
    }

    public async Task<MeasuredRun> RunAsync(bool withOthers)
    {
        var start = Stopwatch.GetTimestamp();
        await using var services = BenchmarkRegister.Services(folder);
        await BenchmarkRegister.PrepareAsync(services);
        var started = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await using var others = withOthers ? await OthersWriting.BeginAsync(services) : null;
        _watch.Start();
        var import = await ImportAsync(services);
        var seconds = _watch.Elapsed.TotalSeconds;
        var peak = PeakMegabytes();
        var waits = others is null ? [] : await others.StopAsync();
        return new MeasuredRun(seconds, peak, _firstRows, await UndoAsync(services, import)) { Waits = waits, Start = started };
    }

    /// <summary>Of this process, until now.</summary>
    public static double PeakMegabytes()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return int.Parse(string.Concat(peak.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 1024.0;
    }

    private async Task<long> ImportAsync(ServiceProvider services)
    {
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await using var content = File.OpenRead(list);
        var watch = Stopwatch.StartNew();
        var received = await mediator.Send(new ReceiveMemberList(
            content, "danh-sach.xlsx", "HND", "31120", new DateOnly(2026, 6, 30), Choices: new ListChoices { EmptyCells = EmptyCells.Keep }));
        var receivedAt = watch.Elapsed;
        var read = await mediator.Send(new CheckMemberList(received.Value, this));
        var repairs = (await mediator.Send(new GetImportReport(received.Value))).Value.Repairs.Keys;
        await mediator.Send(new AnswerRepairs(received.Value, repairs.ToDictionary(repair => repair, _ => true)));
        var readAt = watch.Elapsed;
        var committed = await mediator.Send(new CommitMemberImport(received.Value));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"received {receivedAt.TotalSeconds:0.00} s, read {(readAt - receivedAt).TotalSeconds:0.00} s, committed {(watch.Elapsed - readAt).TotalSeconds:0.00} s; "
            + $"{read.Value.Rows} rows: {committed.Value}, {read.Value.RejectedRows} rejected"));
        return received.Value;
    }

    private static async Task<double> UndoAsync(ServiceProvider services, long import)
    {
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
        var watch = Stopwatch.StartNew();
        var undone = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new UndoMemberImport(import, "Đo thời gian hoàn lại"))).Value;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undone in {watch.Elapsed.TotalSeconds:0.00} s: {string.Join(", ", undone.Rows)}"));
        return watch.Elapsed.TotalSeconds;
    }
}
