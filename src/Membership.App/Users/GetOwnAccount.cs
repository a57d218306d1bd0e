using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>One's own account, with the sessions that last.</summary>
[Requires(Permission.OwnAccount)]
[ConcernsNothing("one's own account")]
public sealed record GetOwnAccount : IRequest<OwnAccount>;

/// <param name="Sessions">The latest used first.</param>
public sealed record OwnAccount(
    string UserName, string DisplayName, bool HasSecondFactor, int RecoveryCodesLeft, IReadOnlyList<ShownGrant> Grants, IReadOnlyList<ShownSession> Sessions);

/// <param name="From">The address signed in from.</param>
/// <param name="StartedAt">UTC, as <paramref name="LastSeenAt"/>.</param>
public sealed record ShownSession(long Id, string From, DateTime StartedAt, DateTime LastSeenAt);

internal sealed class GetOwnAccountHandler(MembershipDb db, Actor actor, GrantReading grants, SessionReading sessions)
    : IRequestHandler<GetOwnAccount, OwnAccount>
{
    public async Task<OwnAccount> Handle(GetOwnAccount request, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(one => one.Id == actor.UserId, cancellationToken);
        return new OwnAccount(
            user.UserName,
            user.DisplayName,
            user.HasSecondFactor,
            SecondFactor.RecoveryCodesLeft(user),
            await grants.OfAsync(user.Id, cancellationToken),
            await sessions.OfAsync(user, cancellationToken));
    }
}
