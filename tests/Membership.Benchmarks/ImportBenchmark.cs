using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Membership.App.Database;

namespace Membership.Benchmarks;

/// <summary>
/// 100,000 rows × 15 columns into an empty register and into one of 300,000 people, beside the floor of the same program. Each
/// run is a process of its own, so that time and peak memory are of that run alone: the program has started, as it does before
/// anybody can upload, and has imported nothing yet.
/// </summary>
internal static class ImportBenchmark
{
    public const string OneRun = "one-import";
    public const int StandardRows = 100_000;

    private const string Product = "product";
    private const string Floor = "floor";
    private const string WithOthers = "with-others";
    private const int Runs = 5;
    private static readonly int[] Registers = [0, 300_000];

    public static async Task<int> RunAsync(int rows = StandardRows, int runs = Runs)
    {
        var list = BenchmarkList.Write(rows);
        foreach (var people in Registers)
        {
            var register = await BenchmarkRegister.OfAsync(people);
            var pairs = Enumerable.Range(0, runs).Select(_ => (Floor: Measure(Floor, list, register), Product: Measure(Product, list, register))).ToList();
            Say(rows, people, pairs);
        }

        SayWaits(Measure(WithOthers, list, await BenchmarkRegister.OfAsync(Registers[^1])));
        return 0;
    }

    /// <summary>Rows a second into a register of many, against an empty one, in turn.</summary>
    public static async Task<int> RunLargeAsync(int people, int rows = StandardRows, int runs = Runs)
    {
        var list = BenchmarkList.Write(rows);
        var (empty, large) = (await BenchmarkRegister.OfAsync(0), await BenchmarkRegister.OfAsync(people));
        var pairs = Enumerable.Range(0, runs).Select(_ => (Empty: Measure(Product, list, empty), Large: Measure(Product, list, large))).ToList();
        var share = Median(pairs.Select(pair => pair.Empty.Seconds / pair.Large.Seconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"register of {people}: {rows / Median(pairs.Select(pair => pair.Large.Seconds)):0} rows/s, empty {rows / Median(pairs.Select(pair => pair.Empty.Seconds)):0} rows/s, "
            + $"share {share:P0}, peak {pairs.Max(pair => pair.Large.PeakMegabytes):0} MB, undo {Median(pairs.Select(pair => pair.Large.Undo)):0.00} s"));
        return 0;
    }

    /// <summary>Inside the process of one run: its measures as JSON on standard output.</summary>
    public static async Task<int> MeasureOneAsync(string kind, string list, string folderPath)
    {
        var folder = new DataFolder(folderPath);
        var watch = Stopwatch.StartNew();
        if (kind == Floor)
            await FloorImport.RunAsync(list, folder);
        var run = kind == Floor
            ? new MeasuredRun(watch.Elapsed.TotalSeconds, ImportMeasure.PeakMegabytes(), 0, 0)
            : await new ImportMeasure(list, folder).RunAsync(kind == WithOthers);
        Console.WriteLine(JsonSerializer.Serialize(run));
        return 0;
    }

    private static void Say(int rows, int people, List<(MeasuredRun Floor, MeasuredRun Product)> pairs)
    {
        var product = Median(pairs.Select(pair => pair.Product.Seconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"register of {people}: floor {Median(pairs.Select(pair => pair.Floor.Seconds)):0.00} s, import {product:0.00} s ({rows / product:0} rows/s), "
            + $"ratio {Median(pairs.Select(pair => pair.Product.Seconds / pair.Floor.Seconds)):0.00}, "
            + $"peak {pairs.Max(pair => pair.Product.PeakMegabytes):0} MB (floor {pairs.Max(pair => pair.Floor.PeakMegabytes):0} MB), "
            + $"first rows {pairs.Max(pair => pair.Product.FirstRows):0.00} s, undo {Median(pairs.Select(pair => pair.Product.Undo)):0.00} s "
            + $"(ratio to import {Median(pairs.Select(pair => pair.Product.Undo / pair.Product.Seconds)):0.00}); "
            + $"start of the program before it {Median(pairs.Select(pair => pair.Product.Start)):0.00} s"));
    }

    private static void SayWaits(MeasuredRun run) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"in a warm program first rows {run.FirstRows:0.00} s; small writes of another user during the import: {run.Waits.Count}, p50 {At(run.Waits, 0.50):0} ms, p99 {At(run.Waits, 0.99):0} ms, max {At(run.Waits, 1):0} ms"));

    private static MeasuredRun Measure(string kind, string list, DataFolder register)
    {
        var copy = BenchmarkRegister.Copy(register);
        try
        {
            HostMemory.Fetch();
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            foreach (var argument in new[] { OneRun, kind, list, copy.Root })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var measured = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return JsonSerializer.Deserialize<MeasuredRun>(measured)!;
        }
        finally
        {
            Directory.Delete(copy.Root, recursive: true);
        }
    }

    /// <param name="share">Of all that are not longer; the values from the shortest.</param>
    private static double At(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Ceiling(sorted.Count * share) - 1];

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
