using System.Globalization;
using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.Testing.Integrity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>Many invented rows, in several lists, each through an import into an empty register: is every text what it was?</summary>
internal static class IntegrityBenchmark
{
    private const int RowsPerList = 100_000;

    public static async Task<int> RunAsync(int rows)
    {
        var empty = await BenchmarkRegister.OfAsync(0);
        var sum = new IntegrityResult();
        for (var seed = 1; sum.Rows < rows; seed++)
        {
            var copy = BenchmarkRegister.Copy(empty);
            sum.Add(await RunOneAsync(copy, seed, Math.Min(RowsPerList, rows - sum.Rows)));
            SqliteConnection.ClearAllPools();
            Directory.Delete(copy.Root, recursive: true);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{sum.Rows} rows, {sum.Cells} cells and {sum.StoredTexts} stored texts compared, {sum.Differences} differences"));
        }

        foreach (var difference in sum.Shown)
            Console.WriteLine(difference);
        return sum.Differences == 0 ? 0 : 1;
    }

    private static async Task<IntegrityResult> RunOneAsync(DataFolder folder, int seed, int rows)
    {
        await using var services = BenchmarkRegister.Services(folder);
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
        var run = new IntegrityRun(
            scope.ServiceProvider.GetRequiredService<IMediator>(), services.GetRequiredService<ImportFiles>(), services.GetRequiredService<FieldCipher>(), folder);
        return await run.RunAsync(seed, rows);
    }
}
