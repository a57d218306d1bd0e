using FluentValidation;
using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Retention;

/// <summary>Removes for good what identifies a person, such as when she asked for it; figures of past days stay as they are.</summary>
[Requires(Permission.AnswerPeople)]
public sealed record AnonymisePerson(long PersonId, string Reason) : IRequest<Outcome<AnonymisedPeople>>, IConcernsPerson;

public sealed record AnonymisedPeople(int Count);

internal sealed class AnonymisePersonValidator : AbstractValidator<AnonymisePerson>
{
    public AnonymisePersonValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class AnonymisePersonHandler(PersonFinding people, PeopleBeyondScope beyondScope, Anonymising anonymising)
    : IRequestHandler<AnonymisePerson, Outcome<AnonymisedPeople>>
{
    public async Task<Outcome<AnonymisedPeople>> Handle(AnonymisePerson request, CancellationToken cancellationToken)
    {
        var found = await people.NotAnonymisedAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if ((await beyondScope.AmongAsync([request.PersonId], cancellationToken)).Count > 0)
            return new PersonBelongsElsewhereToo();

        await anonymising.AnonymiseAsync([request.PersonId], request.Reason.Trim(), cancellationToken);
        return new AnonymisedPeople(1);
    }
}
