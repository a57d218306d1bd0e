using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row of a list and a known person can agree or differ in.</summary>
public enum EvidenceKind
{
    FullName = 1,
    CitizenId,
    BirthDate,

    /// <summary>Only the year is known on one side, and it is the same.</summary>
    BirthYear,

    /// <summary>The same date with day and month exchanged, as Excel does it.</summary>
    BirthDateExchanged,
    Sex,
    FormerIdNumber,
    Phone,
    Branch,
}

/// <param name="Agrees">False: both sides are known and differ.</param>
public sealed record Evidence(EvidenceKind Kind, bool Agrees);

/// <summary>What speaks for and against a row and a known person being one. What one side does not know is no evidence.</summary>
/// <param name="Score">0 to 100: the sum of the weights, cut off. It orders candidates and explains itself; it decides nothing.</param>
public sealed record MatchEvidence(IReadOnlyList<Evidence> Evidence, int Score)
{
    private const int HighestScore = 100;

    /// <param name="knownBranches">Folded names of the person's branches in the organization of the list.</param>
    public static MatchEvidence Between(ListedPerson row, KnownPerson known, IReadOnlyCollection<string> knownBranches)
    {
        var evidence = new List<Evidence> { new(EvidenceKind.FullName, row.FoldedName == known.FoldedName) };
        Compare(evidence, EvidenceKind.CitizenId, row.CitizenId, known.CitizenId);
        if (row.BirthDate is { } listed && known.BirthDate is { } stored)
            evidence.Add(OfBirth(listed, stored));
        Compare(evidence, EvidenceKind.Sex, row.Sex?.ToString(), known.Sex?.ToString());
        Compare(evidence, EvidenceKind.FormerIdNumber, row.FormerIdNumber, known.FormerIdNumber);
        Compare(evidence, EvidenceKind.Phone, row.Phone, known.Phone);
        if (row.Branch is not null && knownBranches.Count > 0)
            evidence.Add(new Evidence(EvidenceKind.Branch, knownBranches.Contains(PersonName.Fold(row.Branch))));
        return new MatchEvidence(evidence, Math.Clamp(evidence.Sum(Weight), 0, HighestScore));
    }

    public bool Has(EvidenceKind kind, bool agrees) => Evidence.Contains(new Evidence(kind, agrees));

    private static void Compare(List<Evidence> evidence, EvidenceKind kind, string? listed, string? known)
    {
        if (listed is not null && known is not null)
            evidence.Add(new Evidence(kind, listed == known));
    }

    private static Evidence OfBirth(PartialDate listed, PartialDate stored)
    {
        if (listed == stored)
            return new Evidence(listed.IsWholeDate ? EvidenceKind.BirthDate : EvidenceKind.BirthYear, true);
        if (listed.IsWholeDate && stored.IsWholeDate)
        {
            var exchanged = listed.Year == stored.Year && listed.Month == stored.Day && listed.Day == stored.Month;
            return exchanged ? new Evidence(EvidenceKind.BirthDateExchanged, true) : new Evidence(EvidenceKind.BirthDate, false);
        }

        return listed.Year == stored.Year ? new Evidence(EvidenceKind.BirthYear, true) : new Evidence(EvidenceKind.BirthDate, false);
    }

    // Points of agreement and difference. A number is worth most: two people never share one, but a clerk mistypes it; a telephone is
    // shared in families and changes; names repeat in every hamlet.
    private static int Weight(Evidence evidence) => (evidence.Kind, evidence.Agrees) switch
    {
        (EvidenceKind.FullName, true) => 30,
        (EvidenceKind.FullName, false) => -20,
        (EvidenceKind.CitizenId, true) => 60,
        (EvidenceKind.CitizenId, false) => -40,
        (EvidenceKind.BirthDate, true) => 35,
        (EvidenceKind.BirthDate, false) => -30,
        (EvidenceKind.BirthYear, _) => 15,
        (EvidenceKind.BirthDateExchanged, _) => 25,
        (EvidenceKind.FormerIdNumber, true) => 40,
        (EvidenceKind.Sex or EvidenceKind.FormerIdNumber, false) => -15,
        (EvidenceKind.Phone or EvidenceKind.Branch, true) => 15,
        (EvidenceKind.Sex, true) => 5,
        _ => 0,
    };
}
