using System.CommandLine;
using MediatR;
using Membership.App;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.App.Users;

namespace Membership.Web.CommandLine;

/// <summary>The application without its pages, for one command on a data folder.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private CommandHost(ServiceProvider services) => (_services, _scope) = (services, services.CreateAsyncScope());

    public IMediator Mediator => _scope.ServiceProvider.GetRequiredService<IMediator>();

    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>
    /// Opens the folder that the line names, with the database migrated and the reference data loaded, as the user that it names. Whoever
    /// can read the folder could name anybody: --as is for trying and for scripts with small rights, not a lock.
    /// </summary>
    public static async Task<CommandHost> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build());
        services.AddMembershipApp(parsed.Folder());
        var host = new CommandHost(services.BuildServiceProvider());
        try
        {
            await host.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            host.Services.GetRequiredService<CurrentActor>().Value = await ActorAsync(host.Services, parsed.GetValue(AsOption.Instance), cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string? userName, CancellationToken cancellationToken)
    {
        if (userName is null)
            return Actor.OfThisMachine;

        var actor = await services.GetRequiredService<ActorReading>().ByNameAsync(userName, Actor.FromCommandLine, cancellationToken);
        return actor ?? throw new NotAllowedException(new NoUserOfThatName(userName));
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
