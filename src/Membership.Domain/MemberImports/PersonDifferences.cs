using System.Globalization;
using System.Text;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>One field of a known person that a list would change.</summary>
/// <param name="Before">As shown; null when there was nothing.</param>
/// <param name="After">Null when it is cleared.</param>
public sealed record FieldChange(MemberField Field, string? Before, string? After)
{
    /// <summary>What the register says would be lost for it: the officer is asked first.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>What is known of the commune of a residence when two addresses there are compared.</summary>
/// <param name="Names">Folded names of the commune of all times, and of what it lies in.</param>
/// <param name="AreElsewhere">Whether an address names another commune: it is another address then, however alike.</param>
public sealed record HomePlaces(IReadOnlySet<string> Names, Func<string, bool> AreElsewhere)
{
    /// <param name="official">With their kinds: "Phường An Hội".</param>
    public static HomePlaces Of(IEnumerable<string> official, Func<string, bool> areElsewhere) =>
        new(official.Select(name => PlaceWords.Join(PlaceWords.Of(PlaceWords.Divided(name).Bare))).ToHashSet(), areElsewhere);
}

/// <summary>
/// What a row would change in a known person. An empty cell keeps what is known, unless it is said to clear it; another spelling, a poorer value (no
/// diacritics, a year where a date is known) never replaces a richer one. What is lacking is filled in; what would be overwritten is asked about.
/// </summary>
public static class PersonDifferences
{
    /// <param name="cleared">Fields of which a blank cell clears what is known.</param>
    /// <param name="places">What addresses say of places above the parts that are compared; null: only what their own words say.</param>
    public static IReadOnlyList<FieldChange> Between(
        KnownPerson known, ListedPerson listed, long localityId, DateOnly asOf, IReadOnlyCollection<MemberField> cleared, HomePlaces? places = null)
    {
        var changes = new List<FieldChange>();
        if (NameIsOther(known.FullName, listed.FullName))
            changes.Add(new FieldChange(MemberField.FullName, known.FullName, listed.FullName) { IsAsked = true });
        if (listed.BirthDate is { } birth && BirthIsOther(known.BirthDate, birth))
            changes.Add(new FieldChange(MemberField.DateOfBirth, known.BirthDate?.ToString(), birth.ToString()) { IsAsked = known.BirthDate is { } old && !Agree(old, birth) });
        Compare(changes, MemberField.Sex, known.Sex?.ToString(), listed.Sex?.ToString(), cleared);
        Compare(changes, MemberField.CitizenId, known.CitizenId, listed.CitizenId, cleared);
        Compare(changes, MemberField.FormerIdNumber, known.FormerIdNumber, listed.FormerIdNumber, cleared);
        Compare(changes, MemberField.Phone, known.Phone, listed.Phone, cleared);
        Compare(changes, MemberField.EthnicGroup, known.Ethnicity, listed.Ethnicity, cleared);
        Compare(changes, MemberField.Religion, known.Religion, listed.Religion, cleared);
        Compare(changes, MemberField.Education, known.Learning.Education, listed.Learning.Education, cleared);
        Compare(changes, MemberField.Qualification, known.Learning.Qualification, listed.Learning.Qualification, cleared);
        Compare(changes, MemberField.PoliticalTheory, known.Learning.PoliticalTheory, listed.Learning.PoliticalTheory, cleared);
        if (known.Residences.FirstOrDefault(residence => residence.LocalityId == localityId && residence.Contains(asOf)) is { } home)
            CompareAddresses(changes, home.Address, listed.Address, cleared, places);
        return changes;
    }

    private static void Compare(List<FieldChange> changes, MemberField field, string? before, string? after, IReadOnlyCollection<MemberField> cleared)
    {
        if (after is null ? before is not null && cleared.Contains(field) : after != before)
            changes.Add(new FieldChange(field, before, after) { IsAsked = before is not null && after is not null && IsProtected(field) });
    }

    private static bool IsProtected(MemberField field) => field is MemberField.Sex or MemberField.CitizenId or MemberField.FormerIdNumber;

    private static void CompareAddresses(
        List<FieldChange> changes, string? before, string? after, IReadOnlyCollection<MemberField> cleared, HomePlaces? places)
    {
        if (before is null || after is null)
        {
            Compare(changes, MemberField.Address, before, after, cleared);
            return;
        }

        if (before == after)
            return;

        var (known, listed) = (AddressDetail.Of(before, places?.Names), AddressDetail.Of(after, places?.Names));
        if (!listed.IsSameAs(known) || places?.AreElsewhere(after) == true)
            changes.Add(new FieldChange(MemberField.Address, before, after) { IsAsked = listed.IsVaguerThan(known) });
    }

    private static bool NameIsOther(string known, string listed) => !NameSpelling.AreSame(known, listed) && !IsWithoutMarksOf(listed, known);

    private static bool IsWithoutMarksOf(string plain, string known) =>
        Ascii.IsValid(plain) && string.Equals(PersonName.Fold(known), plain.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A poorer date that agrees says nothing new.</summary>
    private static bool BirthIsOther(PartialDate? known, PartialDate listed) => known is not { } old || !Agree(old, listed) || Precision(listed) > Precision(old);

    /// <summary>Both may be the same day.</summary>
    private static bool Agree(PartialDate one, PartialDate other) =>
        one.Year == other.Year && (one.Month ?? other.Month) == (other.Month ?? one.Month) && (one.Day ?? other.Day) == (other.Day ?? one.Day);

    private static int Precision(PartialDate date) => date.Day is not null ? 3 : date.Month is not null ? 2 : 1;
}
