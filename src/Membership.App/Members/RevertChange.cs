using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>Sets one field back to what it was before a change. That is a change like any other.</summary>
[Requires(Permission.EditPeople)]
public sealed record RevertChange(long PersonId, long ChangeId, string Reason) : IRequest<Outcome<CorrectedPerson>>, IConcernsPerson;

internal sealed class RevertChangeValidator : AbstractValidator<RevertChange>
{
    public RevertChangeValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class RevertChangeHandler(MembershipDb db, PersonFinding people, PersonWriting writing, FieldCipher cipher)
    : IRequestHandler<RevertChange, Outcome<CorrectedPerson>>
{
    public async Task<Outcome<CorrectedPerson>> Handle(RevertChange request, CancellationToken cancellationToken)
    {
        var found = await people.ToChangeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var change = await db.PersonChanges.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request.ChangeId && one.PersonId == request.PersonId, cancellationToken);
        if (change is null)
            return new ChangeNotFound(request.ChangeId);

        var decided = EditBack(found.Value, change);
        if (decided.IsRefused)
            return decided.Refusal!;
        if (await writing.BelongsToSomebodyElseAsync(request.PersonId, decided.Value, cancellationToken) is { } refusal)
            return refusal;

        await writing.WriteAsync(found.Value, [decided.Value], request.Reason, cancellationToken);
        return new CorrectedPerson([decided.Value.Field]);
    }

    private Outcome<FieldEdit> EditBack(Person person, PersonChange change)
    {
        if (!Enum.TryParse<PersonField>(change.Field, out var field))
            return new ChangeIsNotOfAField();

        var values = new PersonValues(cipher);
        var now = values.Of(person, field);
        return now == values.Opened(change, field, change.After)
            ? new FieldEdit(field, now, values.Opened(change, field, change.Before))
            : new FieldHasChangedSince(field);
    }
}
