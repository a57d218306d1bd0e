using Membership.App;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.App.Samples;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>Registers of a given size, made once and copied for each run.</summary>
internal static class BenchmarkRegister
{
    public static readonly string Root = Path.Combine(Path.GetTempPath(), "membership-benchmarks");

    /// <summary>A data folder with so many invented people over all communes of the city; 0 for the reference data alone.</summary>
    public static async Task<DataFolder> OfAsync(int people)
    {
        var folder = new DataFolder(Path.Combine(Root, $"register-{people}"));
        await using var services = Services(folder);
        // Also one made before: the schema may have changed since.
        await PrepareAsync(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        if (people > 0 && !await db.People.IgnoreQueryFilters().AnyAsync())
            await FillAsync(db, scope.ServiceProvider.GetRequiredService<FieldCipher>(), people);

        SqliteConnection.ClearAllPools();
        return folder;
    }

    /// <summary>What each start of the program does before anybody can use it.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    }

    private static async Task FillAsync(MembershipDb db, FieldCipher cipher, int people)
    {
        Console.Error.WriteLine($"Making a register of {people} people …");
        await db.Database.OpenConnectionAsync();
        // Blind indexes are in no order: with millions of people they must stay in memory (1 GB) while they grow.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
        var plan = await DemoPlan.OfWholeCityAsync(db, people, CancellationToken.None);
        _ = (await new DemoFill(db, cipher, plan).FillAsync(null, CancellationToken.None)).Value;
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>On the disk when it returns: a run is not to wait while gigabytes of its copy are still being written.</summary>
    public static DataFolder Copy(DataFolder folder)
    {
        var copy = new DataFolder(Path.Combine(Root, Path.GetRandomFileName()));
        File.Copy(folder.DatabaseFile, copy.DatabaseFile);
        File.Copy(KeyRing.FileOf(folder), KeyRing.FileOf(copy));
        using var written = File.OpenHandle(copy.DatabaseFile, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(written);
        return copy;
    }

    /// <summary>Requests sent from it are let in everywhere.</summary>
    public static AsyncServiceScope ScopeOfAdministrator(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
        return scope;
    }

    public static ServiceProvider Services(DataFolder folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMembershipApp(folder);
        // What is measured is the import, not the wait for somebody else to agree to it.
        services.AddSingleton(new ApprovalSettings(TwoPersons: false));
        return services.BuildServiceProvider();
    }
}
