using FluentValidation;
using MediatR;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>Corrects a person's own fields.</summary>
/// <param name="Values">As typed, of the fields to be corrected only; null or empty: nothing is known any more.</param>
[Requires(Permission.EditPeople)]
public sealed record CorrectPerson(long PersonId, IReadOnlyDictionary<PersonField, string?> Values, string Reason)
    : IRequest<Outcome<CorrectedPerson>>, IConcernsPerson;

/// <param name="Changed">Empty when everything was so already, and nothing was written.</param>
public sealed record CorrectedPerson(IReadOnlyList<PersonField> Changed);

internal sealed class CorrectPersonValidator : AbstractValidator<CorrectPerson>
{
    /// <summary>A problem with a value names its field.</summary>
    public CorrectPersonValidator(TimeProvider clock)
    {
        RuleFor(request => request.Values).Custom((values, context) =>
        {
            foreach (var (field, typed) in values)
            {
                if (!PersonValue.TryRead(field, typed, VietnamTime.Today(clock), out _))
                    context.AddFailure(field.ToString(), PersonFieldText.HowToWrite(field));
            }
        });
        RuleFor(request => request.Reason).IsAReason();
    }
}

internal sealed class CorrectPersonHandler(PersonFinding people, PersonWriting writing, FieldCipher cipher, TimeProvider clock)
    : IRequestHandler<CorrectPerson, Outcome<CorrectedPerson>>
{
    public async Task<Outcome<CorrectedPerson>> Handle(CorrectPerson request, CancellationToken cancellationToken)
    {
        var found = await people.ToChangeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var edits = Edits(found.Value, request.Values);
        foreach (var edit in edits)
        {
            if (await writing.BelongsToSomebodyElseAsync(request.PersonId, edit, cancellationToken) is { } refusal)
                return refusal;
        }

        if (edits.Count > 0)
            await writing.WriteAsync(found.Value, edits, request.Reason, cancellationToken);
        return new CorrectedPerson(edits.ConvertAll(edit => edit.Field));
    }

    private List<FieldEdit> Edits(Person person, IReadOnlyDictionary<PersonField, string?> typed)
    {
        var values = new PersonValues(cipher);
        return typed.Select(one => new FieldEdit(one.Key, values.Of(person, one.Key), Read(one.Key, one.Value)))
            .Where(edit => edit.Before != edit.After)
            .ToList();
    }

    private string? Read(PersonField field, string? typed) =>
        PersonValue.TryRead(field, typed, VietnamTime.Today(clock), out var value) ? value : throw new InvalidOperationException($"{field} was not validated");
}
