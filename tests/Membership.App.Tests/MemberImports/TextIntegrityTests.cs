using MediatR;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Testing;
using Membership.Testing.Integrity;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

/// <summary>The short run; the benchmarks run a million rows of the same.</summary>
public sealed class TextIntegrityTests
{
    private const int Rows = 3_000;

    [Fact]
    public async Task Texts_OfAnImportedList_AreThoseOfItsCellsAfterTheNamedRepairs()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.NewScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
        var run = new IntegrityRun(
            scope.ServiceProvider.GetRequiredService<IMediator>(), scope.ServiceProvider.GetRequiredService<ImportFiles>(), database.Cipher, database.Folder);

        var result = await run.RunAsync(seed: 2026, Rows);

        Assert.True(result.Differences == 0, string.Join('\n', result.Shown));
        Assert.Equal((Rows, 24L * Rows, 8L * Rows), (result.Rows, result.Cells, result.StoredTexts));
    }
}
