using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Forms;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>Corrects a person's own fields.</summary>
/// <param name="Values">As typed, of the fields to be corrected only; null or empty: nothing is known any more.</param>
[Requires(Permission.EditPeople)]
public sealed record CorrectPerson(long PersonId, IReadOnlyDictionary<PersonField, string?> Values, string Reason)
    : IRequest<Outcome<CorrectedPerson>>, IConcernsPerson
{
    /// <summary>The form they come from; null: what is given is written, whatever was there.</summary>
    public SentForm? Form { get; init; }
}

/// <param name="Changed">Empty when everything was so already, and nothing was written.</param>
public sealed record CorrectedPerson(IReadOnlyList<PersonField> Changed)
{
    /// <summary>What others changed since the form was opened, which stays.</summary>
    public IReadOnlyList<MeanwhileField> Others { get; init; } = [];
}

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

internal sealed class CorrectPersonHandler(
    MembershipDb db, PersonFinding people, PersonWriting writing, FieldCipher cipher, OpenedForms forms, TimeProvider clock)
    : IRequestHandler<CorrectPerson, Outcome<CorrectedPerson>>
{
    public async Task<Outcome<CorrectedPerson>> Handle(CorrectPerson request, CancellationToken cancellationToken)
    {
        var found = await people.ToChangeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var edits = Edits(found.Value, request.Values);
        var others = new List<MeanwhileField>();
        if (request.Form is { } form)
        {
            var opened = new PersonForm(forms, cipher).Read(request.PersonId, form);
            var standing = edits.ToLookup(edit => opened.Of(edit.Field.ToString(), edit.Before, edit.After));
            var unsent = new PersonForm(forms, cipher).ChangedUnsent(found.Value, opened, request.Values);
            others = await MeanwhileAsync(found.Value, standing[FieldStanding.Others].Select(edit => edit.Field).Concat(unsent), opened, cancellationToken);
            if (standing[FieldStanding.Both].Any())
                return new ChangedMeanwhile(await MeanwhileAsync(found.Value, standing[FieldStanding.Both].Select(edit => edit.Field), opened, cancellationToken), others);

            edits = [.. standing[FieldStanding.Own]];
        }

        foreach (var edit in edits)
        {
            if (await writing.BelongsToSomebodyElseAsync(request.PersonId, edit, cancellationToken) is { } refusal)
                return refusal;
        }

        if (edits.Count > 0)
            await writing.WriteAsync(found.Value, edits, request.Reason, cancellationToken);
        return new CorrectedPerson(edits.ConvertAll(edit => edit.Field)) { Others = others };
    }

    private async Task<List<MeanwhileField>> MeanwhileAsync(Person person, IEnumerable<PersonField> fields, OpenedForm opened, CancellationToken cancellationToken)
    {
        var values = new PersonValues(cipher);
        var meanwhile = new List<MeanwhileField>();
        foreach (var field in fields)
        {
            var name = field.ToString();
            var change = await db.PersonChanges.IgnoreQueryFilters().AsNoTracking()
                .Where(one => one.PersonId == person.Id && one.Field == name && one.RecordedAt >= opened.At)
                .OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellationToken);
            meanwhile.Add(new MeanwhileField(
                name, PersonFieldText.Of(field), ChangeReading.InWords(field, values.Of(person, field)), change?.RecordedBy, change?.RecordedAt));
        }

        return meanwhile;
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
