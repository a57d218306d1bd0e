using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;

namespace Membership.App.PersonRequests;

/// <summary>That the one who asked has been told today that her request was received.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("a request beyond the scope is not found")]
public sealed record AcknowledgePersonRequest(long RequestId) : IRequest<Outcome<PersonRequest>>;

internal sealed class AcknowledgePersonRequestHandler(MembershipDb db, TimeProvider clock)
    : IRequestHandler<AcknowledgePersonRequest, Outcome<PersonRequest>>
{
    public async Task<Outcome<PersonRequest>> Handle(AcknowledgePersonRequest request, CancellationToken cancellationToken)
    {
        var found = await db.OpenRequestAsync(request.RequestId, cancellationToken);
        if (found.IsRefused)
            return found;
        if (found.Value.AcknowledgedOn is { } already)
            return new RequestIsAcknowledged(already);

        found.Value.AcknowledgedOn = VietnamTime.Today(clock);
        await db.SaveChangesAsync(cancellationToken);
        return found;
    }
}
