using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>The users whom the actor may manage, by account name.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("gives the users of the scope only")]
public sealed record ListUsers : IRequest<IReadOnlyList<UserRow>>;

/// <param name="LastSignIn">UTC; null: never.</param>
/// <param name="Grants">Those that are not over.</param>
public sealed record UserRow(long Id, string UserName, string DisplayName, bool IsDisabled, bool HasSecondFactor, DateTime? LastSignIn, IReadOnlyList<ShownGrant> Grants);

internal sealed class ListUsersHandler(MembershipDb db, UserReach reach, GrantReading reading) : IRequestHandler<ListUsers, IReadOnlyList<UserRow>>
{
    public async Task<IReadOnlyList<UserRow>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().OrderBy(user => user.UserName).ToListAsync(cancellationToken);
        var grants = (await db.RoleGrants.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(grant => grant.UserId);
        var signIns = await db.UserSessions.AsNoTracking().GroupBy(session => session.UserId)
            .Select(sessions => new { UserId = sessions.Key, Last = sessions.Max(session => session.StartedAt) })
            .ToDictionaryAsync(one => one.UserId, one => one.Last, cancellationToken);
        var rows = new List<UserRow>();
        foreach (var user in users.Where(user => reach.Includes(grants[user.Id])))
        {
            var shown = await reading.ShowAsync([.. grants[user.Id]], cancellationToken);
            DateTime? last = signIns.TryGetValue(user.Id, out var at) ? at : null;
            rows.Add(new UserRow(user.Id, user.UserName, user.DisplayName, user.IsDisabled, user.HasSecondFactor, last, [.. shown.Where(grant => !grant.IsOver)]));
        }

        return rows;
    }
}
