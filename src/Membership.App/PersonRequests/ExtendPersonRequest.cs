using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;

namespace Membership.App.PersonRequests;

/// <summary>Takes the one longer term that the law allows; the one who asked must be told why.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("a request beyond the scope is not found")]
public sealed record ExtendPersonRequest(long RequestId, string Reason) : IRequest<Outcome<PersonRequest>>;

internal sealed class ExtendPersonRequestValidator : AbstractValidator<ExtendPersonRequest>
{
    public ExtendPersonRequestValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class ExtendPersonRequestHandler(MembershipDb db, TimeProvider clock) : IRequestHandler<ExtendPersonRequest, Outcome<PersonRequest>>
{
    public async Task<Outcome<PersonRequest>> Handle(ExtendPersonRequest request, CancellationToken cancellationToken)
    {
        var found = await db.OpenRequestAsync(request.RequestId, cancellationToken);
        if (found.IsRefused)
            return found;
        if (found.Value.ExtendedBecause is not null)
            return new RequestIsExtended(found.Value.AnswerBy);
        if (VietnamTime.Today(clock) > found.Value.AnswerBy)
            return new RequestTermHasPassed(found.Value.AnswerBy);

        found.Value.ExtendedBecause = request.Reason.Trim();
        found.Value.AnswerBy = RequestTerms.Extended(found.Value.AnswerBy, found.Value.Kind);
        await db.SaveChangesAsync(cancellationToken);
        return found;
    }
}
