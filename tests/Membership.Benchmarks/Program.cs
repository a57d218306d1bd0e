using System.Globalization;
using Membership.Benchmarks;

// What README's performance table comes from. Run by hand, in Release, on a machine that does nothing else:
//   dotnet run -c Release --project tests/Membership.Benchmarks -- import
//   dotnet run -c Release --project tests/Membership.Benchmarks -- import-3m
//   dotnet run -c Release --project tests/Membership.Benchmarks -- dashboard
//   dotnet run -c Release --project tests/Membership.Benchmarks -- match
//   dotnet run -c Release --project tests/Membership.Benchmarks -- fuzz 20000 1 data/samples/*.xlsx
// The lists of real shapes as files, each with what it must come to beside it:
//   dotnet run --project tests/Membership.Benchmarks -- lists FOLDER
// Whether every text of so many rows comes through an import unchanged:
//   dotnet run -c Release --project tests/Membership.Benchmarks -- integrity 1000000
// Imports and undos of the program, killed so many times at random moments:
//   dotnet run --project tests/Membership.Benchmarks -- kill 200 [SEED [ROWS]]
return args switch
{
    ["import"] => await ImportBenchmark.RunAsync(),
    ["import", var rows, var runs] => await ImportBenchmark.RunAsync(Number(rows), Number(runs)),
    ["import-3m"] => await ImportBenchmark.RunLargeAsync(3_000_000),
    ["import-into", var people, var rows, var runs] => await ImportBenchmark.RunLargeAsync(Number(people), Number(rows), Number(runs)),
    ["match"] => await MatchBenchmark.RunAsync(),
    ["dashboard"] => await DashboardBenchmark.RunAsync(),
    ["fuzz", var count, var seed, .. var files] => FuzzRun.Run(Number(count), Number(seed), files),
    ["lists", var folder] => ListsOnDisk.Write(folder),
    ["integrity", var rows] => await IntegrityBenchmark.RunAsync(Number(rows)),
    [ImportBenchmark.OneRun, var kind, var list, var folder] => await ImportBenchmark.MeasureOneAsync(kind, list, folder),
    ["kill", var kills] => await KillRun.RunAsync(Number(kills), Environment.TickCount),
    ["kill", var kills, var seed] => await KillRun.RunAsync(Number(kills), Number(seed)),
    ["kill", var kills, var seed, var rows] => await KillRun.RunAsync(Number(kills), Number(seed), Number(rows)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("import [ROWS RUNS] | import-3m | import-into PEOPLE ROWS RUNS | dashboard | match | fuzz COUNT SEED FILE… | lists FOLDER | integrity ROWS | kill N [SEED [ROWS]]");
    return 2;
}
