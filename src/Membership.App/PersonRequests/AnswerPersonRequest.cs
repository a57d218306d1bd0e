using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;

namespace Membership.App.PersonRequests;

/// <summary>That a request has been answered today, and with what: what was done, or why it was not.</summary>
[Requires(Permission.AnswerPeople)]
[ConcernsNothing("a request beyond the scope is not found")]
public sealed record AnswerPersonRequest(long RequestId, string Answer) : IRequest<Outcome<PersonRequest>>;

internal sealed class AnswerPersonRequestValidator : AbstractValidator<AnswerPersonRequest>
{
    private const int FewestLetters = 10;
    private const int MostLetters = 1_000;

    public AnswerPersonRequestValidator() => RuleFor(request => request.Answer)
        .Must(answer => answer.Trim().Length is >= FewestLetters and <= MostLetters)
        .WithMessage("Hãy ghi đã giải quyết thế nào, hoặc vì sao không giải quyết, từ 10 đến 1.000 ký tự.");
}

internal sealed class AnswerPersonRequestHandler(MembershipDb db, TimeProvider clock) : IRequestHandler<AnswerPersonRequest, Outcome<PersonRequest>>
{
    public async Task<Outcome<PersonRequest>> Handle(AnswerPersonRequest request, CancellationToken cancellationToken)
    {
        var found = await db.OpenRequestAsync(request.RequestId, cancellationToken);
        if (found.IsRefused)
            return found;

        var today = VietnamTime.Today(clock);
        // Who has been answered has been told that her request arrived.
        found.Value.AcknowledgedOn ??= today;
        found.Value.AnsweredOn = today;
        found.Value.Answer = request.Answer.Trim();
        await db.SaveChangesAsync(cancellationToken);
        return found;
    }
}
