using MediatR;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>One more role for a user, who is signed out so that it holds at once.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the role is held against the scope when it is given")]
public sealed record GrantRole(long UserId, GivenRole Given) : IRequest<Outcome<Unit>>
{
    /// <summary>The form it comes from; null: it is done, whatever was changed meanwhile.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class GrantRoleHandler(UserManager<User> users, UserReach reach, GrantMaking grants) : IRequestHandler<GrantRole, Outcome<Unit>>
{
    public async Task<Outcome<Unit>> Handle(GrantRole request, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(request.UserId, request.Form, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var grant = await grants.AddAsync(request.UserId, request.Given, cancellationToken);
        if (grant.IsRefused)
            return grant.Refusal!;

        await users.UpdateSecurityStampAsync(found.Value);
        return Unit.Value;
    }
}
