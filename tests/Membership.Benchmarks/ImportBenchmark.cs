using System.Diagnostics;
using System.Globalization;
using MediatR;
using Membership.App.Database;
using Membership.App.MemberImports;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>
/// 100,000 rows × 15 columns into an empty register and into one of 300,000 people, beside the floor of the same program. Each
/// run is a process of its own, so that time and peak memory are of that run alone.
/// </summary>
internal static class ImportBenchmark
{
    public const string OneRun = "one-import";
    private const string Product = "product";
    private const string Floor = "floor";
    private const int Rows = 100_000;
    private const int Runs = 5;

    public static async Task<int> RunAsync()
    {
        var list = BenchmarkList.Write(Rows);
        foreach (var people in new[] { 0, 300_000 })
        {
            var register = await BenchmarkRegister.OfAsync(people);
            var pairs = Enumerable.Range(0, Runs).Select(_ => (Floor: Measure(Floor, list, register), Product: Measure(Product, list, register))).ToList();
            var floor = Median(pairs.Select(pair => pair.Floor.Seconds));
            var product = Median(pairs.Select(pair => pair.Product.Seconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"register of {people}: floor {floor:0.00} s, import {product:0.00} s ({Rows / product:0} rows/s), ratio {Median(pairs.Select(pair => pair.Product.Seconds / pair.Floor.Seconds)):0.00}, "
                + $"peak {pairs.Max(pair => pair.Product.PeakMegabytes):0} MB (floor {pairs.Max(pair => pair.Floor.PeakMegabytes):0} MB)"));
        }

        return 0;
    }

    /// <summary>Inside the process of one run: seconds and peak memory on standard output.</summary>
    public static async Task<int> MeasureOneAsync(string kind, string list, string folderPath)
    {
        var folder = new DataFolder(folderPath);
        var watch = Stopwatch.StartNew();
        if (kind == Floor)
            await FloorImport.RunAsync(list, folder);
        else
            await ImportAsync(list, folder);
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        var kilobytes = int.Parse(string.Concat(peak.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {kilobytes / 1024.0}"));
        return 0;
    }

    private static async Task ImportAsync(string list, DataFolder folder)
    {
        await using var services = BenchmarkRegister.Services(folder);
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await using var content = File.OpenRead(list);
        var watch = Stopwatch.StartNew();
        var received = await mediator.Send(new ReceiveMemberList(content, "danh-sach.xlsx", "HND", "31120", new DateOnly(2026, 6, 30)));
        var receivedAt = watch.Elapsed;
        var read = await mediator.Send(new CheckMemberList(received.Value));
        var repairs = (await mediator.Send(new GetImportReport(received.Value))).Value.Repairs.Keys;
        await mediator.Send(new AnswerRepairs(received.Value, repairs.ToDictionary(repair => repair, _ => true)));
        var readAt = watch.Elapsed;
        var committed = await mediator.Send(new CommitMemberImport(received.Value));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"received {receivedAt.TotalSeconds:0.00} s, read {(readAt - receivedAt).TotalSeconds:0.00} s, committed {(watch.Elapsed - readAt).TotalSeconds:0.00} s; "
            + $"{read.Value.Rows} rows: {committed.Value}, {read.Value.RejectedRows} rejected"));
    }

    private static (double Seconds, double PeakMegabytes) Measure(string kind, string list, DataFolder register)
    {
        var copy = BenchmarkRegister.Copy(register);
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            foreach (var argument in new[] { OneRun, kind, list, copy.Root })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var numbers = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
            process.WaitForExit();
            return (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            Directory.Delete(copy.Root, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
