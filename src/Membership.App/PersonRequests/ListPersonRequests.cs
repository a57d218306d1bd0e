using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.PersonRequests;

/// <summary>What people asked about their own data: the open ones by due date first, then the answered ones, latest first.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("gives the requests of the scope only")]
public sealed record ListPersonRequests : IRequest<IReadOnlyList<PersonRequestRow>>;

/// <param name="LocalityName">Where it was received.</param>
/// <param name="OrganizationName">Null: all of them there.</param>
public sealed record PersonRequestRow(PersonRequest Request, RequestStanding Standing, string? LocalityName, string? OrganizationName);

internal sealed class ListPersonRequestsHandler(MembershipDb db, LocalityDirectory localities, TimeProvider clock)
    : IRequestHandler<ListPersonRequests, IReadOnlyList<PersonRequestRow>>
{
    public async Task<IReadOnlyList<PersonRequestRow>> Handle(ListPersonRequests request, CancellationToken cancellationToken)
    {
        var organizations = await db.Organizations.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.ShortName, cancellationToken);
        var requests = await db.PersonRequests.AsNoTracking().ToListAsync(cancellationToken);
        var today = VietnamTime.Today(clock);
        return requests
            .OrderBy(one => one.AnsweredOn is not null).ThenByDescending(one => one.AnsweredOn).ThenBy(DueOn).ThenBy(one => one.Id)
            .Select(one => new PersonRequestRow(one, one.StandingOn(today), PlaceOf(one), one.OrganizationId is { } id ? organizations[id] : null))
            .ToList();
    }

    private static DateOnly DueOn(PersonRequest request) => request.AcknowledgedOn is null ? request.AcknowledgeBy : request.AnswerBy;

    private string? PlaceOf(PersonRequest request) => request.LocalityId is { } id ? localities.FactOf(id, request.ReceivedOn)?.Name : null;
}
