using MediatR;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Retention;
using Membership.Domain.Users;

namespace Membership.App.Retention;

/// <summary>How many people of the scope are past the time of each retention rule.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("counts people of the scope only")]
public sealed record ListRetentionDue : IRequest<IReadOnlyList<RetentionDue>>;

public sealed record RetentionDue(RetentionRule Rule, DateOnly EndedBy, int People);

internal sealed class ListRetentionDueHandler(RetentionReading reading, TimeProvider clock) : IRequestHandler<ListRetentionDue, IReadOnlyList<RetentionDue>>
{
    public async Task<IReadOnlyList<RetentionDue>> Handle(ListRetentionDue request, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var due = await reading.DueAsync(cancellationToken);
        return due.Select(one => new RetentionDue(one.Rule, one.Rule.DueWhenEndedBy(today), one.PersonIds.Count)).ToList();
    }
}
