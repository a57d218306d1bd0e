using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The values of the official lists of peoples and religions.</summary>
public static class OfficialValues
{
    /// <summary>The official name of what is written; null when the list has no such value.</summary>
    /// <param name="field">Ethnicity or religion.</param>
    public static string? Find(PersonField field, string written) =>
        field == PersonField.Ethnicity ? NamedValues.NameOfEthnicGroup(written) : NamedValues.NameOfReligion(written);
}
