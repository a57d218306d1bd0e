using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Whether a row speaks of a person the register knows.</summary>
/// <param name="Person">The certain match; null when there is none.</param>
/// <param name="Candidates">Those who may be meant, when it is not certain; the officer decides.</param>
public sealed record PersonMatch(KnownPerson? Person, IReadOnlyList<KnownPerson> Candidates, DoubtReason? Doubt)
{
    public static readonly PersonMatch Nobody = new(null, [], null);

    public static PersonMatch Certain(KnownPerson person) => new(person, [], null);

    public static PersonMatch Doubtful(DoubtReason doubt, params IReadOnlyList<KnownPerson> candidates) => new(null, candidates, doubt);
}

/// <summary>Why a row waits for a decision.</summary>
public enum DoubtReason
{
    /// <summary>The citizen number is known, with another name and another birth date.</summary>
    CitizenIdOfAnother = 1,

    /// <summary>Name, birth date, sex and commune agree; the citizen numbers differ.</summary>
    CitizenIdsDiffer = 2,

    /// <summary>Name, birth year and commune agree; the whole birth date or the sex is missing or differs.</summary>
    SameNameAndYear = 3,

    /// <summary>More than one known person fits.</summary>
    SeveralFit = 4,

    /// <summary>Another row of the same file has this name and birth date.</summary>
    SameAsEarlierRow = 5,
}

/// <summary>
/// Certain is: the citizen number, with name or birth date agreeing; else folded name + birth date + sex + commune, all equal, fitting
/// exactly one person. Anything less is doubtful. A birth year alone equals a birth year alone, so that a list that only
/// knows years finds its people again.
/// </summary>
public static class PersonMatcher
{
    /// <summary>Two whole dates of one year that are not each other's day and month exchanged are two people.</summary>
    public static bool BirthsExclude(PartialDate? row, PartialDate? known) =>
        row is { IsWholeDate: true } listed && known is { IsWholeDate: true } stored
        && listed != stored && !(listed.Month == stored.Day && listed.Day == stored.Month);

    /// <param name="byCitizenId">The person with the row's citizen number, if any.</param>
    /// <param name="sameNameAndYear">People of the list's commune with the row's folded name and birth year (or no birth date).</param>
    public static PersonMatch Match(ListedPerson row, KnownPerson? byCitizenId, IReadOnlyList<KnownPerson> sameNameAndYear)
    {
        if (byCitizenId is not null)
        {
            return byCitizenId.FoldedName == row.FoldedName || SameBirth(row, byCitizenId)
                ? PersonMatch.Certain(byCitizenId)
                : PersonMatch.Doubtful(DoubtReason.CitizenIdOfAnother, byCitizenId);
        }

        var equal = sameNameAndYear.Where(known => SameBirth(row, known) && row.Sex == known.Sex).ToList();
        var possible = equal.Where(known => !CitizenIdsDiffer(row, known)).ToList();
        return (possible.Count, equal.Count, sameNameAndYear.Count) switch
        {
            (1, 1, _) => PersonMatch.Certain(possible[0]),
            (0, 0, 0) => PersonMatch.Nobody,
            (0, > 0, _) => OtherNumber(row, equal),
            (0, 0, _) => NameAndYearOnly(row, sameNameAndYear),
            _ => PersonMatch.Doubtful(DoubtReason.SeveralFit, equal),
        };
    }

    private static PersonMatch OtherNumber(ListedPerson row, List<KnownPerson> equal) =>
        row.BirthDate is { IsWholeDate: true }
            ? PersonMatch.Doubtful(DoubtReason.CitizenIdsDiffer, equal)
            // With a birth year alone, another number is another person of the same name.
            : PersonMatch.Nobody;

    private static PersonMatch NameAndYearOnly(ListedPerson row, IReadOnlyList<KnownPerson> sameNameAndYear)
    {
        var possible = sameNameAndYear.Where(known => !CitizenIdsDiffer(row, known) && !BirthsExclude(row.BirthDate, known.BirthDate)).ToList();
        return possible.Count == 0 ? PersonMatch.Nobody : PersonMatch.Doubtful(DoubtReason.SameNameAndYear, possible);
    }

    private static bool SameBirth(ListedPerson row, KnownPerson known) => row.BirthDate is not null && row.BirthDate == known.BirthDate;

    private static bool CitizenIdsDiffer(ListedPerson row, KnownPerson known) =>
        row.CitizenId is not null && known.CitizenId is not null && row.CitizenId != known.CitizenId;
}
