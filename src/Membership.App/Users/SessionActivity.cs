using System.Collections.Concurrent;
using Membership.App.Database;
using Membership.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Membership.App.Users;

/// <summary>When each session was last used, kept in memory until it is written: no page waits for the database's one writer.</summary>
public sealed class SessionActivity
{
    private readonly ConcurrentDictionary<long, DateTime> _unwritten = new();

    public void Seen(long sessionId, DateTime utc) => _unwritten[sessionId] = utc;

    public DateTime LastSeen(UserSession session) => _unwritten.TryGetValue(session.Id, out var utc) ? utc : session.LastSeenAt;

    internal async Task WriteAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        foreach (var seen in _unwritten.ToList())
        {
            await db.Database.ExecuteSqlInterpolatedAsync($"UPDATE UserSessions SET LastSeenAt = {seen.Value} WHERE Id = {seen.Key}", cancellationToken);
            _unwritten.TryRemove(seen);
        }
    }
}

/// <summary>Writes it once a minute, so that a restart forgets no more than that.</summary>
public sealed class SessionActivityWriter(SessionActivity activity, IServiceScopeFactory scopes) : BackgroundService
{
    private const int DatabaseBusy = 5;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await activity.WriteAsync(scope.ServiceProvider.GetRequiredService<MembershipDb>(), stoppingToken);
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode == DatabaseBusy)
            {
                // A long import is being written: the next minute will do.
            }
        }
    }
}
