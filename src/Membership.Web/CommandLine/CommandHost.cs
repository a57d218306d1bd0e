using MediatR;
using Membership.App;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;

namespace Membership.Web.CommandLine;

/// <summary>The application without its pages, for one command on a data folder.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private CommandHost(ServiceProvider services)
    {
        (_services, _scope) = (services, services.CreateAsyncScope());
        Services.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
    }

    public IMediator Mediator => _scope.ServiceProvider.GetRequiredService<IMediator>();

    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>Opens the folder, with the database migrated and the reference data loaded.</summary>
    public static async Task<CommandHost> OpenAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build());
        services.AddMembershipApp(folder);
        var host = new CommandHost(services.BuildServiceProvider());
        try
        {
            await host.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
