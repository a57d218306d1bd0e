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
}

/// <summary>What a rule says of one doubtful row.</summary>
public static class DecisionRules
{
    /// <param name="candidates">Those who may be meant, with what speaks for each.</param>
    /// <returns>The decision, and the person when the row means a known one; null when the rule says nothing of this row.</returns>
    public static (RowDecision Decision, long? PersonId)? Decide(
        DecisionRule rule, DoubtReason doubt, IReadOnlyList<(long PersonId, MatchEvidence Evidence)> candidates) => rule switch
        {
            DecisionRule.Repeated => doubt == DoubtReason.SameAsEarlierRow ? (RowDecision.LeaveOut, null) : null,
            DecisionRule.DiffersFromAll => doubt == DoubtReason.SameNameAndYear && candidates.Count > 0 && candidates.All(IsSomebodyElse)
                ? (RowDecision.AsNewPerson, null)
                : null,
            _ => OnlyOne(candidates, evidence => IsSame(rule, evidence)),
        };

    private static (RowDecision, long?)? OnlyOne(IReadOnlyList<(long PersonId, MatchEvidence Evidence)> candidates, Predicate<MatchEvidence> isSame)
    {
        var same = candidates.Where(candidate => isSame(candidate.Evidence)).ToArray();
        return same.Length == 1 ? (RowDecision.AsKnownPerson, same[0].PersonId) : null;
    }

    private static bool IsSame(DecisionRule rule, MatchEvidence evidence) =>
        evidence.Has(EvidenceKind.FullName, true) && evidence.Has(EvidenceKind.BirthDate, true)
        && (rule == DecisionRule.SameBirth || evidence.Has(EvidenceKind.Branch, true))
        // A telephone is changed and shared: it speaks for somebody, never against.
        && evidence.Evidence.All(one => one.Agrees || one.Kind == EvidenceKind.Phone);

    private static bool IsSomebodyElse((long PersonId, MatchEvidence Evidence) candidate) =>
        !candidate.Evidence.Has(EvidenceKind.BirthDate, true) && !candidate.Evidence.Has(EvidenceKind.BirthDateExchanged, true)
        && (candidate.Evidence.Has(EvidenceKind.Sex, false) || candidate.Evidence.Has(EvidenceKind.FormerIdNumber, false));
}
