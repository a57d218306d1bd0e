using Membership.App.Forms;
using Membership.App.Keys;
using Membership.Domain.Forms;
using Membership.Domain.Members;

namespace Membership.App.Members;

/// <summary>The form that corrects a person: what it said when it was opened, by <see cref="PersonField"/>.</summary>
internal sealed class PersonForm(OpenedForms forms, FieldCipher cipher)
{
    private readonly PersonValues _values = new(cipher);

    public string Open(Person person) => forms.Seal(SubjectOf(person.Id), Enum.GetValues<PersonField>()
        .Select(field => KeyValuePair.Create(field.ToString(), _values.Of(person, field))));

    public OpenedForm Read(long personId, SentForm sent) => forms.Open(SubjectOf(personId), sent);

    /// <summary>Fields that are not any more what the form said, and were not sent with it.</summary>
    public IEnumerable<PersonField> ChangedUnsent(Person person, OpenedForm opened, IReadOnlyDictionary<PersonField, string?> sent) => opened.Stamps.Count == 0
        ? []
        : Enum.GetValues<PersonField>().Where(field => !sent.ContainsKey(field) && !opened.Said(field.ToString(), _values.Of(person, field)));

    private static string SubjectOf(long personId) => $"{nameof(Person)} {personId}";
}
