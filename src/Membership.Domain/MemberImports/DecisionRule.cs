namespace Membership.Domain.MemberImports;

/// <summary>Decides many doubtful rows at once. A rule decides only what it is sure of; the others go on waiting.</summary>
public enum DecisionRule
{
    /// <summary>Name, whole birth date and branch agree with one candidate and nothing differs: the same person.</summary>
    SameBirthAndBranch = 1,

    /// <summary>Name and whole birth date agree with one candidate and nothing differs: the same person.</summary>
    SameBirth = 2,

    /// <summary>No candidate shares more than name and birth year, and each differs in something: a person of her own.</summary>
    DiffersFromAll = 3,

    /// <summary>The row repeats another one of the file: left out.</summary>
    Repeated = 4,

    /// <summary>Name, birth year and branch agree, nothing differs, and nobody else comes into question: the same person.</summary>
    SameYearAndBranch = 5,

    /// <summary>The citizen number agrees; name or birth date is written a little otherwise: the same person.</summary>
    SameNumber = 6,

    /// <summary>The name without marks, and the whole birth date, agree with one candidate and nothing differs: the same person.</summary>
    NameWithoutMarks = 7,

    /// <summary>Name, branch, and birth date with day and month exchanged agree, and nobody else comes into question: the same person.</summary>
    ExchangedBirthInBranch = 8,
}

/// <summary>What a rule says of one doubtful row.</summary>
public static class DecisionRules
{
    /// <param name="candidates">Those who may be meant, with what speaks for each.</param>
    /// <returns>The decision, and the person when the row means a known one; null when the rule says nothing of this row.</returns>
    public static (RowDecision Decision, long? PersonId)? Decide(
        DecisionRule rule, DoubtReason doubt, IReadOnlyList<(long PersonId, MatchEvidence Evidence)> candidates) => rule switch
        {
            // Somebody else's number, and somebody who died or left, are looked at one by one.
            _ when doubt is DoubtReason.CitizenIdOfAnother or DoubtReason.NumberOfSeveralRows or DoubtReason.RecordedAsGone => null,
            DecisionRule.Repeated => doubt == DoubtReason.SameAsEarlierRow ? (RowDecision.LeaveOut, null) : null,
            DecisionRule.DiffersFromAll => doubt == DoubtReason.SameNameAndYear && candidates.Count > 0 && candidates.All(IsSomebodyElse)
                ? (RowDecision.AsNewPerson, null)
                : null,
            DecisionRule.SameYearAndBranch or DecisionRule.ExchangedBirthInBranch when candidates.Count > 1 => null,
            _ => OnlyOne(candidates, evidence => IsSame(rule, evidence)),
        };

    private static (RowDecision, long?)? OnlyOne(IReadOnlyList<(long PersonId, MatchEvidence Evidence)> candidates, Predicate<MatchEvidence> isSame)
    {
        var same = candidates.Where(candidate => isSame(candidate.Evidence)).ToArray();
        return same.Length == 1 ? (RowDecision.AsKnownPerson, same[0].PersonId) : null;
    }

    private static bool IsSame(DecisionRule rule, MatchEvidence evidence) => rule switch
    {
        DecisionRule.SameNumber => evidence.Has(EvidenceKind.CitizenId, true) && NothingDiffers(
            evidence, EvidenceKind.NameNearly, EvidenceKind.NameWordsMissing, EvidenceKind.BirthDateNearly, EvidenceKind.Branch, EvidenceKind.FormerIdNumber),
        DecisionRule.NameWithoutMarks => evidence.Has(EvidenceKind.NameWithoutMarks, true) && evidence.Has(EvidenceKind.BirthDate, true) && NothingDiffers(evidence),
        _ => evidence.Has(EvidenceKind.FullName, true) && evidence.Has(BirthOf(rule), true)
            && (rule == DecisionRule.SameBirth || evidence.Has(EvidenceKind.Branch, true)) && NothingDiffers(evidence),
    };

    private static EvidenceKind BirthOf(DecisionRule rule) => rule switch
    {
        DecisionRule.SameYearAndBranch => EvidenceKind.BirthYear,
        DecisionRule.ExchangedBirthInBranch => EvidenceKind.BirthDateExchanged,
        _ => EvidenceKind.BirthDate,
    };

    // A telephone is changed and shared: it speaks for somebody, never against.
    private static bool NothingDiffers(MatchEvidence evidence, params ReadOnlySpan<EvidenceKind> butFor)
    {
        foreach (var one in evidence.Evidence)
        {
            if (!one.Agrees && one.Kind != EvidenceKind.Phone && !butFor.Contains(one.Kind))
                return false;
        }

        return true;
    }

    private static bool IsSomebodyElse((long PersonId, MatchEvidence Evidence) candidate) =>
        !candidate.Evidence.Has(EvidenceKind.BirthDate, true) && !candidate.Evidence.Has(EvidenceKind.BirthDateExchanged, true)
        && (candidate.Evidence.Has(EvidenceKind.Sex, false) || candidate.Evidence.Has(EvidenceKind.FormerIdNumber, false));
}
