using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.ReferenceData;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.ReferenceData;

public class DatabasePreparationTests
{
    [Fact]
    public async Task Prepare_WhenAnotherProgramIsPreparing_WaitsForIt()
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));
        Task waiting;

        using (folder.TryClaim("preparation"))
        {
            waiting = Task.Run(() => PrepareAsync(folder));
            await Task.Delay(TimeSpan.FromSeconds(2));
            Assert.False(File.Exists(folder.DatabaseFile));
        }

        await waiting;
        Assert.True(File.Exists(folder.DatabaseFile));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder.Root, recursive: true);
    }

    [Fact]
    public async Task Trend_WhenTheCommuneIsYoung_BeginsWithIt()
    {
        await using var database = await TestDatabase.CreateAsync();

        var caiKhe = (await database.Send(new GetIndicatorProgress("participation", "31120", new DateOnly(2025, 12, 31)))).Value;

        Assert.Equal(new DateOnly(2025, 7, 31), caiKhe.Trend[0].Day);
    }

    private static async Task PrepareAsync(DataFolder folder)
    {
        var services = new ServiceCollection();
        services.AddMembershipApp(folder);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    }
}
