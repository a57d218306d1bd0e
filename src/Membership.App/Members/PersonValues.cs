using Membership.App.Keys;
using Membership.Domain.Members;

namespace Membership.App.Members;

/// <summary>The fields of a person as texts (<see cref="PersonValue"/>), sealed and opened where they are stored sealed.</summary>
internal sealed class PersonValues(FieldCipher cipher)
{
    public string? Of(Person person, PersonField field) => field switch
    {
        PersonField.FullName => person.FullName,
        PersonField.Sex => person.Sex?.ToString(),
        PersonField.DateOfBirth => person.BirthDate?.ToString(),
        PersonField.CitizenId => cipher.OpenOrNull(person.CitizenId, SealedPlace.Of(person, SealedKind.CitizenId)),
        PersonField.FormerIdNumber => cipher.OpenOrNull(person.FormerIdNumber, SealedPlace.Of(person, SealedKind.FormerIdNumber)),
        PersonField.Phone => cipher.OpenOrNull(person.Phone, SealedPlace.Of(person, SealedKind.Phone)),
        PersonField.Ethnicity => cipher.OpenOrNull(person.Ethnicity, SealedPlace.Of(person, SealedKind.Ethnicity)),
        PersonField.Religion => cipher.OpenOrNull(person.Religion, SealedPlace.Of(person, SealedKind.Religion)),
        PersonField.Education => person.Education,
        PersonField.Qualification => person.Qualification,
        PersonField.PoliticalTheory => person.PoliticalTheory,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field"),
    };

    public void Set(Person person, PersonField field, string? value)
    {
        switch (field)
        {
            case PersonField.FullName:
                (person.FullName, person.FoldedName, person.NameOrderKey) = (value!, PersonName.Fold(value!), NameOrder.Key(value!));
                break;
            case PersonField.Sex:
                person.Sex = value is null ? null : Enum.Parse<Sex>(value);
                break;
            case PersonField.DateOfBirth:
                person.BirthDate = value is null ? null : PartialDate.Parse(value);
                break;
            case PersonField.Education or PersonField.Qualification or PersonField.PoliticalTheory:
                SetLearning(person, field, value);
                break;
            case PersonField.CitizenId:
                person.SetCitizenId(value, cipher);
                break;
            case PersonField.Phone:
                person.SetPhone(value, cipher);
                break;
            default:
                SetSealed(person, field, cipher.SealOrNull(value, SealedPlace.Of(person, Enum.Parse<SealedKind>(field.ToString()))));
                break;
        }
    }

    /// <summary>As a <see cref="PersonChange"/> keeps it.</summary>
    public string? Kept(Person person, PersonField field, string? value) =>
        IsSealed(field) ? cipher.SealOrNull(value, SealedPlace.OfChange(field.ToString(), person.Id))?.Text : value;

    public string? Opened(PersonChange change, PersonField field, string? kept) =>
        IsSealed(field) && kept is not null ? cipher.Open(new SealedText(kept), SealedPlace.OfChange(change.Field, change.PersonId)) : kept;

    public static bool IsSealed(PersonField field) => SealedFields.Names.Contains(field.ToString());

    private static void SetLearning(Person person, PersonField field, string? value)
    {
        if (field == PersonField.Education)
            person.Education = value;
        else if (field == PersonField.Qualification)
            person.Qualification = value;
        else
            person.PoliticalTheory = value;
    }

    private static void SetSealed(Person person, PersonField field, SealedText? value)
    {
        switch (field)
        {
            case PersonField.FormerIdNumber:
                person.FormerIdNumber = value;
                break;
            case PersonField.Ethnicity:
                person.Ethnicity = value;
                break;
            case PersonField.Religion:
                person.Religion = value;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, "Not a sealed field without an index");
        }
    }
}
