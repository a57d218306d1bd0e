using System.Globalization;
using Membership.Testing.Killing;

namespace Membership.Benchmarks;

/// <summary>Kills imports and undos of the real program at random moments, in turn in each phase, and sums up what was found.</summary>
internal static class KillRun
{
    /// <param name="rows">Of the lists, even: over 5.000 a commit goes the way of long lists; over 7.000 names and birth dates come again.</param>
    public static async Task<int> RunAsync(int kills, int seed, int rows = 1_000)
    {
        using var imports = new KilledImports(Path.Combine(AppContext.BaseDirectory, "Membership.Web.dll"), rows, seed);
        await imports.PrepareAsync();
        var phases = Enum.GetValues<KillPhase>();
        var results = new List<KillResult>();
        for (var attempt = 0; results.Count < kills; attempt++)
        {
            if (await imports.KillOnceAsync(phases[attempt % phases.Length]) is not { } result)
                continue;

            results.Add(result);
            foreach (var problem in result.Problems)
                Console.WriteLine($"kill {results.Count}, {result.Phase}: {problem}");
        }

        foreach (var phase in results.GroupBy(result => (result.Phase, result.StateAfter)).OrderBy(group => group.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase.Key.Phase}, then in state {phase.Key.StateAfter}: {phase.Count()} kills"));
        var bad = results.Count(result => result.Problems.Count > 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} kills, {bad} with something lost, doubled or damaged (seed {seed}, lists of {rows} rows)"));
        return bad == 0 ? 0 : 1;
    }
}
