using Membership.Benchmarks;

// What README's performance table comes from. Run by hand, in Release, on a machine that does nothing else:
//   dotnet run -c Release --project tests/Membership.Benchmarks -- import
//   dotnet run -c Release --project tests/Membership.Benchmarks -- dashboard
return args switch
{
    ["import"] => await ImportBenchmark.RunAsync(),
    ["dashboard"] => await DashboardBenchmark.RunAsync(),
    [ImportBenchmark.OneRun, var kind, var list, var folder] => await ImportBenchmark.MeasureOneAsync(kind, list, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("import | dashboard");
    return 2;
}
