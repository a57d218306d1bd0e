using FluentValidation;
using MediatR;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>Her data may be used again.</summary>
[Requires(Permission.AnswerPeople)]
public sealed record LiftRestriction(long PersonId, string Reason) : IRequest<Outcome<RestrictionOfPerson>>, IConcernsPerson;

internal sealed class LiftRestrictionValidator : AbstractValidator<LiftRestriction>
{
    public LiftRestrictionValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class LiftRestrictionHandler(PersonFinding people, PersonWriting writing) : IRequestHandler<LiftRestriction, Outcome<RestrictionOfPerson>>
{
    public async Task<Outcome<RestrictionOfPerson>> Handle(LiftRestriction request, CancellationToken cancellationToken)
    {
        var found = await people.NotAnonymisedAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (found.Value.RestrictedAt is null)
            return new PersonIsNotRestricted();

        await writing.RestrictAsync(found.Value, null, request.Reason, cancellationToken);
        return new RestrictionOfPerson(null);
    }
}
