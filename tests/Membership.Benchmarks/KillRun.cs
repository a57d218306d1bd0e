using System.Globalization;
using Membership.Testing.Killing;

namespace Membership.Benchmarks;

/// <summary>Kills imports and undos of the real program at random moments, in turn in each phase, and sums up what was found.</summary>
internal static class KillRun
{
    private const int Rows = 1_000;

    public static async Task<int> RunAsync(int kills, int seed)
    {
        using var imports = new KilledImports(Path.Combine(AppContext.BaseDirectory, "Membership.Web.dll"), Rows, seed);
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} kills, {bad} with something lost, doubled or damaged (seed {seed})"));
        return bad == 0 ? 0 : 1;
    }
}
