using FluentValidation;
using MediatR;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>
/// From now on her data may only be kept (hạn chế xử lý, NĐ 356/2025 Điều 5): she stays counted, but lists and exports do not show
/// her, her number does not find her, and nothing of her is changed.
/// </summary>
[Requires(Permission.AnswerPeople)]
public sealed record RestrictPerson(long PersonId, string Reason) : IRequest<Outcome<RestrictionOfPerson>>, IConcernsPerson;

/// <param name="Since">UTC; null when there is none any more.</param>
public sealed record RestrictionOfPerson(DateTime? Since);

internal sealed class RestrictPersonValidator : AbstractValidator<RestrictPerson>
{
    public RestrictPersonValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class RestrictPersonHandler(PersonFinding people, PersonWriting writing, TimeProvider clock)
    : IRequestHandler<RestrictPerson, Outcome<RestrictionOfPerson>>
{
    public async Task<Outcome<RestrictionOfPerson>> Handle(RestrictPerson request, CancellationToken cancellationToken)
    {
        var found = await people.NotAnonymisedAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        if (found.Value.RestrictedAt is null)
            await writing.RestrictAsync(found.Value, clock.GetUtcNow().UtcDateTime, request.Reason, cancellationToken);
        return new RestrictionOfPerson(found.Value.RestrictedAt);
    }
}
