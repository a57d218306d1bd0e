using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Membership.Testing;

namespace Membership.Benchmarks;

/// <summary>Many broken workbooks through the readers: <c>fuzz COUNT SEED FILE…</c>. Prints what crashed or hung, by its number.</summary>
internal static class FuzzRun
{
    private const int Cores = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static int Run(int count, int seed, string[] files)
    {
        var originals = files.Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file))).ToArray();
        var outcomes = new ConcurrentDictionary<string, int>();
        var bugs = new ConcurrentBag<string>();
        var slowest = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Cores }, at =>
        {
            var (name, bytes) = originals[at % originals.Length];
            var broken = new WorkbookFuzz(seed + at).Mutate(bytes);
            var started = clock.Elapsed;
            var reading = Task.Run(() => FuzzedReading.Read(broken, name));
            try
            {
                var isDone = reading.Wait(Limit);
                outcomes.AddOrUpdate(isDone ? reading.Result : "HANG", 1, (_, times) => times + 1);
                if (!isDone)
                    bugs.Add($"{name} {seed + at}: hangs");
            }
            catch (AggregateException failure)
            {
                bugs.Add($"{name} {seed + at}: {failure.InnerException}");
            }

            slowest.Add((clock.Elapsed - started).TotalSeconds);
        });
        Say(count, clock.Elapsed, outcomes, bugs, slowest.Max());
        return bugs.IsEmpty ? 0 : 1;
    }

    private static void Say(int count, TimeSpan time, ConcurrentDictionary<string, int> outcomes, ConcurrentBag<string> bugs, double slowest)
    {
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} files in {time.TotalSeconds:F0} s, slowest {slowest:F1} s, peak memory {peak} MB, {bugs.Count} bugs"));
        foreach (var (outcome, times) in outcomes.OrderByDescending(pair => pair.Value))
            Console.WriteLine($"  {(outcome.Length == 0 ? "rows" : outcome)}: {times}");
        foreach (var bug in bugs.Take(20))
            Console.WriteLine(bug);
    }
}
