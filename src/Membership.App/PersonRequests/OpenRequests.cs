using Membership.App.Database;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.PersonRequests;

internal static class OpenRequests
{
    /// <summary>A request that has not been answered, to be written to.</summary>
    public static async Task<Outcome<PersonRequest>> OpenRequestAsync(this MembershipDb db, long requestId, CancellationToken cancellationToken) =>
        await db.PersonRequests.SingleOrDefaultAsync(request => request.Id == requestId, cancellationToken) switch
        {
            null => new PersonRequestNotFound(requestId),
            { AnsweredOn: { } answered } => new RequestIsAnswered(answered),
            var open => open,
        };
}
