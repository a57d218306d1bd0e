using Membership.Testing.Killing;

namespace Membership.Web.Tests.MemberImports;

public class KilledImportTests
{
    /// <summary>One kill in each phase; the long run is in the benchmarks.</summary>
    [Fact]
    public async Task Import_KilledInEachPhase_IsTakenWholeOrNotAtAll()
    {
        using var imports = new KilledImports(Path.Combine(AppContext.BaseDirectory, "Membership.Web.dll"), rows: 400, seed: 4);
        await imports.PrepareAsync();

        foreach (var phase in Enum.GetValues<KillPhase>())
        {
            var result = await imports.KillOnceAsync(phase);

            Assert.Empty(result?.Problems ?? []);
        }
    }
}
