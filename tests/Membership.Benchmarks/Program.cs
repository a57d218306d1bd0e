using System.Globalization;
using Membership.Benchmarks;

// What README's performance table comes from. Run by hand, in Release, on a machine that does nothing else:
//   dotnet run -c Release --project tests/Membership.Benchmarks -- import
//   dotnet run -c Release --project tests/Membership.Benchmarks -- dashboard
//   dotnet run -c Release --project tests/Membership.Benchmarks -- fuzz 20000 1 data/samples/*.xlsx
// Imports and undos of the program, killed so many times at random moments:
//   dotnet run --project tests/Membership.Benchmarks -- kill 200 [seed]
return args switch
{
    ["import"] => await ImportBenchmark.RunAsync(),
    ["dashboard"] => await DashboardBenchmark.RunAsync(),
    ["fuzz", var count, var seed, .. var files] => FuzzRun.Run(
        int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), files),
    [ImportBenchmark.OneRun, var kind, var list, var folder] => await ImportBenchmark.MeasureOneAsync(kind, list, folder),
    ["kill", var kills] => await KillRun.RunAsync(int.Parse(kills, CultureInfo.InvariantCulture), Environment.TickCount),
    ["kill", var kills, var seed] => await KillRun.RunAsync(int.Parse(kills, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("import | dashboard | fuzz COUNT SEED FILE… | kill N [seed]");
    return 2;
}
