using MediatR;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Users;

[Requires(Permission.ManageUsers)]
[ConcernsNothing("the user's roles are held against the scope")]
public sealed record GetUser(long UserId) : IRequest<Outcome<UserDetails>>;

/// <param name="LockedUntil">UTC; null unless too many wrong passwords came.</param>
/// <param name="Grants">The past ones too.</param>
public sealed record UserDetails(
    long Id, string UserName, string DisplayName, bool IsDisabled, bool HasSecondFactor, bool MustChangePassword, DateTime? LockedUntil, IReadOnlyList<ShownGrant> Grants)
{
    /// <summary>Sealed, for the forms about her to carry (<see cref="OpenedForms"/>).</summary>
    public required string Opened { get; init; }
}

internal sealed class GetUserHandler(UserReach reach, GrantReading grants, UserForms forms, TimeProvider clock) : IRequestHandler<GetUser, Outcome<UserDetails>>
{
    public async Task<Outcome<UserDetails>> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(request.UserId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var user = found.Value;
        return new UserDetails(
            user.Id,
            user.UserName,
            user.DisplayName,
            user.IsDisabled,
            user.HasSecondFactor,
            user.MustChangePassword,
            user.IsLockedAt(clock.GetUtcNow().UtcDateTime) ? user.LockoutEnd : null,
            await grants.OfAsync(user.Id, cancellationToken))
        {
            Opened = await forms.OpenAsync(user, cancellationToken),
        };
    }
}
