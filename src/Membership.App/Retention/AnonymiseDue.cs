using FluentValidation;
using MediatR;
using Membership.App.Approvals;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Retention;

/// <summary>Anonymises everybody of the scope who is past the time of a retention rule.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("reaches people of the scope only")]
public sealed record AnonymiseDue(string Reason) : IRequest<Outcome<AnonymisedPeople>>;

internal sealed class AnonymiseDueValidator : AbstractValidator<AnonymiseDue>
{
    public AnonymiseDueValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class AnonymiseDueHandler(RetentionReading reading, Anonymising anonymising, BulkRemovalQuestion question, SecondPerson secondPerson)
    : IRequestHandler<AnonymiseDue, Outcome<AnonymisedPeople>>
{
    public async Task<Outcome<AnonymisedPeople>> Handle(AnonymiseDue request, CancellationToken cancellationToken)
    {
        var due = (await reading.DueAsync(cancellationToken)).SelectMany(one => one.PersonIds).ToList();
        if (due.Count == 0)
            return new NobodyIsDue();
        if (due.Count > 1 && await secondPerson.AskAsync(question.Of(due), cancellationToken) is { } refusal)
            return refusal;

        await anonymising.AnonymiseAsync(due, request.Reason.Trim(), cancellationToken);
        return new AnonymisedPeople(due.Count);
    }
}
