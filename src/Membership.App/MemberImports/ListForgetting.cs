using MediatR;
using Membership.App.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Membership.App.MemberImports;

/// <summary>At start and once a day: <see cref="ForgetOldLists"/>.</summary>
public sealed class ListForgetting(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
            try
            {
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetOldLists(), stoppingToken);
            }
            catch (SqliteException)
            {
                // Somebody writes for long: the next day will do.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
