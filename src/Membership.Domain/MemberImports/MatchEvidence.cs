using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row of a list and a known person can agree or differ in.</summary>
public enum EvidenceKind
{
    FullName = 1,
    CitizenId,
    BirthDate,

    /// <summary>Only the year, or month and year, is known on one side, and it is the same.</summary>
    BirthYear,

    /// <summary>The same date with day and month exchanged, as Excel does it.</summary>
    BirthDateExchanged,
    Sex,
    FormerIdNumber,
    Phone,
    Branch,

    /// <summary>The same letters, one side without marks.</summary>
    NameWithoutMarks,

    /// <summary>The same letters with other marks, or one letter is another.</summary>
    NameNearly,

    /// <summary>Words of one side are missing on the other.</summary>
    NameWordsMissing,

    /// <summary>Only the given name.</summary>
    GivenName,

    /// <summary>One digit is another, or it is the day beside.</summary>
    BirthDateNearly,

    /// <summary>All digits but one.</summary>
    CitizenIdNearly,

    /// <summary>The register says that she died, left or was expelled.</summary>
    RecordedAsGone,
}

/// <param name="Agrees">False: it speaks against.</param>
public sealed record Evidence(EvidenceKind Kind, bool Agrees);

/// <summary>What speaks for and against a row and a known person being one. What one side does not know is no evidence.</summary>
/// <param name="Score">0 to 100: the sum of the weights, cut off. It orders candidates and explains itself; it decides nothing.</param>
public sealed record MatchEvidence(IReadOnlyList<Evidence> Evidence, int Score)
{
    private const int HighestScore = 100;

    /// <param name="knownBranches">Folded names of the person's branches in the organization of the list.</param>
    /// <param name="isGone">The register says that she is no member any more.</param>
    public static MatchEvidence Between(ListedPerson row, KnownPerson known, IReadOnlyCollection<string> knownBranches, bool isGone = false)
    {
        var branch = row.Branch is not null && knownBranches.Count > 0 ? knownBranches.Contains(PersonName.Fold(row.Branch)) : (bool?)null;
        var likeness = PersonLikeness.Between(row, known, branch);
        var evidence = new List<Evidence> { OfName(likeness.Name) };
        if (OfNumber(likeness.Number) is { } number)
            evidence.Add(number);
        if (OfBirth(likeness.Birth) is { } birth)
            evidence.Add(birth);
        Add(evidence, EvidenceKind.Sex, likeness.Sex);
        Add(evidence, EvidenceKind.FormerIdNumber, likeness.FormerNumber);
        Add(evidence, EvidenceKind.Phone, likeness.Phone);
        Add(evidence, EvidenceKind.Branch, likeness.Branch);
        Add(evidence, EvidenceKind.RecordedAsGone, isGone ? false : null);
        return new MatchEvidence(evidence, Math.Clamp(evidence.Sum(Weight), 0, HighestScore));
    }

    public bool Has(EvidenceKind kind, bool agrees) => Evidence.Contains(new Evidence(kind, agrees));

    private static void Add(List<Evidence> evidence, EvidenceKind kind, bool? agrees)
    {
        if (agrees is { } known)
            evidence.Add(new Evidence(kind, known));
    }

    private static Evidence OfName(NameLikeness name) => name switch
    {
        NameLikeness.Equal => new(EvidenceKind.FullName, true),
        NameLikeness.WithoutMarks or NameLikeness.WordsJoined => new(EvidenceKind.NameWithoutMarks, true),
        NameLikeness.OtherMarks or NameLikeness.OneLetterOff => new(EvidenceKind.NameNearly, false),
        NameLikeness.WordsMissing => new(EvidenceKind.NameWordsMissing, false),
        NameLikeness.GivenName => new(EvidenceKind.GivenName, false),
        _ => new(EvidenceKind.FullName, false),
    };

    private static Evidence? OfNumber(NumberLikeness number) => number switch
    {
        NumberLikeness.Equal => new(EvidenceKind.CitizenId, true),
        NumberLikeness.OneDigitOff => new(EvidenceKind.CitizenIdNearly, false),
        NumberLikeness.Different => new(EvidenceKind.CitizenId, false),
        _ => null,
    };

    private static Evidence? OfBirth(BirthLikeness birth) => birth switch
    {
        BirthLikeness.Equal or BirthLikeness.SameFirstOfYear => new(EvidenceKind.BirthDate, true),
        BirthLikeness.Within or BirthLikeness.SameVague => new(EvidenceKind.BirthYear, true),
        BirthLikeness.Exchanged => new(EvidenceKind.BirthDateExchanged, true),
        BirthLikeness.Nearly => new(EvidenceKind.BirthDateNearly, false),
        BirthLikeness.Different => new(EvidenceKind.BirthDate, false),
        _ => null,
    };

    // Points of agreement and difference. A number is worth most: two people never share one, but a clerk mistypes it; a telephone is
    // shared in families and changes; names repeat in every hamlet.
    private static int Weight(Evidence evidence) => (evidence.Kind, evidence.Agrees) switch
    {
        (EvidenceKind.FullName, true) => 30,
        (EvidenceKind.FullName, false) => -20,
        (EvidenceKind.NameWithoutMarks, _) => 25,
        (EvidenceKind.NameNearly or EvidenceKind.NameWordsMissing, _) => 10,
        (EvidenceKind.GivenName, _) => -10,
        (EvidenceKind.CitizenId, true) => 60,
        (EvidenceKind.CitizenId, false) => -40,
        (EvidenceKind.BirthDate, true) => 35,
        (EvidenceKind.BirthDate, false) => -30,
        (EvidenceKind.BirthYear or EvidenceKind.BirthDateNearly, _) => 15,
        (EvidenceKind.BirthDateExchanged, _) => 25,
        (EvidenceKind.FormerIdNumber, true) => 40,
        (EvidenceKind.Sex or EvidenceKind.FormerIdNumber or EvidenceKind.RecordedAsGone, false) => -15,
        (EvidenceKind.Phone or EvidenceKind.Branch, true) => 15,
        (EvidenceKind.Sex, true) => 5,
        _ => 0,
    };
}
