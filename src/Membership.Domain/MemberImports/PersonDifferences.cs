using System.Globalization;
using System.Text;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>One field of a known person that a list would change.</summary>
/// <param name="Before">As shown; null when there was nothing.</param>
/// <param name="After">Null when it is cleared.</param>
public sealed record FieldChange(MemberField Field, string? Before, string? After);

/// <summary>
/// What a row would change in a known person. An empty cell keeps what is known, unless it is said to clear it; a poorer value (capitals, no diacritics, a
/// year where a date is known) never replaces a richer one.
/// </summary>
public static class PersonDifferences
{
    /// <param name="cleared">Fields of which a blank cell clears what is known.</param>
    public static IReadOnlyList<FieldChange> Between(
        KnownPerson known, ListedPerson listed, long localityId, DateOnly asOf, IReadOnlyCollection<MemberField> cleared)
    {
        var changes = new List<FieldChange>();
        if (NameIsBetter(known.FullName, listed.FullName))
            changes.Add(new FieldChange(MemberField.FullName, known.FullName, listed.FullName));
        if (BirthIsBetter(known.BirthDate, listed.BirthDate))
            changes.Add(new FieldChange(MemberField.DateOfBirth, known.BirthDate?.ToString(), listed.BirthDate!.Value.ToString()));
        Compare(changes, MemberField.Sex, known.Sex?.ToString(), listed.Sex?.ToString(), cleared);
        if (known.CitizenId is null)
            Compare(changes, MemberField.CitizenId, null, listed.CitizenId, cleared);
        Compare(changes, MemberField.FormerIdNumber, known.FormerIdNumber, listed.FormerIdNumber, cleared);
        Compare(changes, MemberField.Phone, known.Phone, listed.Phone, cleared);
        Compare(changes, MemberField.EthnicGroup, known.Ethnicity, listed.Ethnicity, cleared);
        Compare(changes, MemberField.Religion, known.Religion, listed.Religion, cleared);
        Compare(changes, MemberField.Education, known.Learning.Education, listed.Learning.Education, cleared);
        Compare(changes, MemberField.Qualification, known.Learning.Qualification, listed.Learning.Qualification, cleared);
        Compare(changes, MemberField.PoliticalTheory, known.Learning.PoliticalTheory, listed.Learning.PoliticalTheory, cleared);
        var home = known.Residences.FirstOrDefault(residence => residence.LocalityId == localityId && residence.Contains(asOf));
        if (home is not null)
            Compare(changes, MemberField.Address, home.Address, listed.Address, cleared);
        return changes;
    }

    private static void Compare(List<FieldChange> changes, MemberField field, string? before, string? after, IReadOnlyCollection<MemberField> cleared)
    {
        if (after is null ? before is not null && cleared.Contains(field) : after != before)
            changes.Add(new FieldChange(field, before, after));
    }

    private static bool NameIsBetter(string known, string listed) =>
        !string.Equals(known, listed, StringComparison.OrdinalIgnoreCase) && !IsWithoutMarksOf(listed, known);

    private static bool IsWithoutMarksOf(string plain, string known) =>
        Ascii.IsValid(plain) && string.Equals(PersonName.Fold(known), plain.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static bool BirthIsBetter(PartialDate? known, PartialDate? listed) => (known, listed) switch
    {
        (_, null) => false,
        (null, _) => true,
        ({ } old, { } now) when now == old => false,
        ({ } old, { } now) => now.Year != old.Year || Precision(now) >= Precision(old),
    };

    private static int Precision(PartialDate date) => date.Day is not null ? 3 : date.Month is not null ? 2 : 1;
}
