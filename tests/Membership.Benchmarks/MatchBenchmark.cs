using MediatR;
using Membership.App.Database;
using Membership.App.Samples;
using Membership.Testing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>Whom the rows of labelled lists are taken for: 56,000 invented members of seven communes, and what the mistakes of offices come to.</summary>
internal static class MatchBenchmark
{
    private const int Communes = 7;
    private const int MembersOfEach = 8_000;
    private const int RowsOfEachMistake = 150;

    public static async Task<int> RunAsync()
    {
        var copy = BenchmarkRegister.Copy(await BenchmarkRegister.OfAsync(0));
        try
        {
            await using var services = BenchmarkRegister.Services(copy);
            var trial = new MatchingTrial(async use =>
            {
                await using var scope = BenchmarkRegister.ScopeOfAdministrator(services);
                await use(scope.ServiceProvider.GetRequiredService<IMediator>(), scope.ServiceProvider.GetRequiredService<MembershipDb>());
            });
            await trial.RunAsync(SampleCommunes.OfDemo.Take(Communes), MembersOfEach, RowsOfEachMistake);
            Console.WriteLine(trial.Table());
            return trial is { CertainPrecision: >= 0.9995, Recall: >= 0.98, QuestionsPerThousand: <= 5 } ? 0 : 1;
        }
        finally
        {
            Directory.Delete(copy.Root, recursive: true);
        }
    }
}
