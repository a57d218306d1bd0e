using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.PersonRequests;

/// <summary>Writes down what somebody asks about her own data, and from it by when the law wants it done.</summary>
/// <param name="PersonId">Null when the register does not know her.</param>
/// <param name="LocalityCode">Where it was received.</param>
/// <param name="OrganizationCode">Which organization was asked; null: all of them there.</param>
[Requires(Permission.AnswerPeople)]
public sealed record RecordPersonRequest(
    long? PersonId, string LocalityCode, string? OrganizationCode, PersonRequestKind Kind, DateOnly ReceivedOn, string Content)
    : IRequest<Outcome<PersonRequest>>, IConcernsPlace
{
    DateOnly IConcernsPlace.AsOf => ReceivedOn;
}

internal sealed class RecordPersonRequestValidator : AbstractValidator<RecordPersonRequest>
{
    private const int FewestLetters = 5;
    private const int MostLetters = 1_000;

    public RecordPersonRequestValidator(TimeProvider clock)
    {
        RuleFor(request => request.Kind).IsInEnum().WithMessage("Hãy chọn loại yêu cầu.");
        RuleFor(request => request.ReceivedOn).Must(day => day >= VietnamTime.Today(clock).AddYears(-1) && day <= VietnamTime.Today(clock))
            .WithMessage("Ngày nhận phải trong vòng một năm đến hôm nay.");
        RuleFor(request => request.Content).Must(content => content.Trim().Length is >= FewestLetters and <= MostLetters)
            .WithMessage("Hãy ghi người đó yêu cầu gì, từ 5 đến 1.000 ký tự.");
    }
}

internal sealed class RecordPersonRequestHandler(
    MembershipDb db, LocalityDirectory localities, PublicHolidays holidays, Actor actor, TimeProvider clock)
    : IRequestHandler<RecordPersonRequest, Outcome<PersonRequest>>
{
    public async Task<Outcome<PersonRequest>> Handle(RecordPersonRequest request, CancellationToken cancellationToken)
    {
        if (localities.Find(request.LocalityCode, request.ReceivedOn) is not { } locality)
            return new LocalityNotFound(request.LocalityCode, request.ReceivedOn);

        var organizationId = await db.Organizations.Where(one => one.Code == request.OrganizationCode).Select(one => (long?)one.Id).FirstOrDefaultAsync(cancellationToken);
        if (request.OrganizationCode is { } code && organizationId is null)
            return new OrganizationNotFound(code);
        if (request.PersonId is { } personId && !await db.People.AnyAsync(person => person.Id == personId, cancellationToken))
            return new PersonNotFound(personId);

        var recorded = db.Add(new PersonRequest
        {
            PersonId = request.PersonId,
            LocalityId = locality.LocalityId,
            OrganizationId = organizationId,
            Kind = request.Kind,
            ReceivedOn = request.ReceivedOn,
            AcknowledgeBy = RequestTerms.AcknowledgeBy(request.ReceivedOn, holidays.Days),
            AnswerBy = RequestTerms.AnswerBy(request.ReceivedOn, request.Kind),
            Content = request.Content.Trim(),
            RecordedBy = actor.Name,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }
}
