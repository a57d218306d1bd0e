using MediatR;
using Membership.App;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Testing;

/// <summary>
/// A data folder of its own with a migrated database that holds the reference data, and the application on top of it.
/// The database is made once per process and copied, so that a test pays for a file copy only.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Few: a test waits for each sign-in.</summary>
    public const int PasswordIterations = 10;

    private static readonly Lazy<Task<DataFolder>> Template = new(PrepareTemplateAsync);

    private readonly ServiceProvider _provider;

    private TestDatabase(DataFolder folder, Action<IServiceCollection>? configure)
    {
        Folder = folder;
        _provider = Build(folder, configure);
    }

    public DataFolder Folder { get; }

    /// <summary>Singletons only; scoped services through <see cref="NewScope"/>.</summary>
    public IServiceProvider Services => _provider;

    public FieldCipher Cipher => Services.GetRequiredService<FieldCipher>();

    /// <param name="configure">Replaces registrations, such as the clock or the actor.</param>
    public static async Task<TestDatabase> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var folder = NewFolder();
        var template = await Template.Value;
        File.Copy(template.DatabaseFile, folder.DatabaseFile);
        File.Copy(KeyRing.FileOf(template), KeyRing.FileOf(folder));
        return new TestDatabase(folder, configure);
    }

    /// <summary>Its database shows everything.</summary>
    public AsyncServiceScope NewScope()
    {
        var scope = _provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ScopeInForce>().Enter(Scope.Everything);
        return scope;
    }

    /// <summary>Sends as somebody else than the administrator of the machine.</summary>
    public async Task<TResult> SendAs<TResult>(Actor actor, IRequest<TResult> request)
    {
        await using var scope = _provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends through the whole pipeline, in a scope of its own like a web request.</summary>
    public Task<TResult> Send<TResult>(IRequest<TResult> request) => SendAs(Actor.OfThisMachine, request);

    /// <summary>Reads or writes with a context of its own.</summary>
    public async Task<TResult> With<TResult>(Func<MembershipDb, Task<TResult>> use)
    {
        await using var scope = NewScope();
        return await use(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }

    /// <summary>An open connection with the application's settings; the caller disposes it.</summary>
    public Task<SqliteConnection> OpenConnectionAsync() => SqliteSetup.OpenAsync(Folder.DatabaseFile, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Remove(Folder);
    }

    private static async Task<DataFolder> PrepareTemplateAsync()
    {
        var folder = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        await using (var provider = Build(folder, null))
        await using (var scope = provider.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);

        // The last connection to close folds the write-ahead log into the file that is copied.
        ClearPool(folder);
        return folder;
    }

    private static ServiceProvider Build(DataFolder folder, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddMembershipApp(folder);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static DataFolder NewFolder() => new(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));

    private static void Remove(DataFolder folder)
    {
        ClearPool(folder);
        Directory.Delete(folder.Root, recursive: true);
    }

    private static void ClearPool(DataFolder folder)
    {
        using var connection = new SqliteConnection(SqliteSetup.ConnectionString(folder.DatabaseFile));
        SqliteConnection.ClearPool(connection);
    }
}
