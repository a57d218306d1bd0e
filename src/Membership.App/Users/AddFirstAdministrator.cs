using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>The one account of an installation that has none yet. Null when it has.</summary>
[Requires(Permission.Administer)]
[ConcernsNothing("the installation")]
public sealed record AddFirstAdministrator : IRequest<OneTimePassword?>;

internal sealed class AddFirstAdministratorHandler(MembershipDb db, AccountMaking accounts, GrantMaking grants)
    : IRequestHandler<AddFirstAdministrator, OneTimePassword?>
{
    private const string UserName = "quan-tri";

    public async Task<OneTimePassword?> Handle(AddFirstAdministrator request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken))
            return null;

        var made = await accounts.MakeAsync(UserName, "Quản trị phần mềm", mustChangePassword: true);
        await grants.AddAsync(made.UserId, new GivenRole(Role.Administrator), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
