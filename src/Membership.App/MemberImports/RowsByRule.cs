using System.Runtime.CompilerServices;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What rules say of the rows of a list that wait. Changes nothing.</summary>
internal sealed class RowsByRule(ImportStaging staging, CandidateReading people)
{
    private const int RowsAtOnce = 500;

    /// <summary>Each row that a rule decides, once for each rule.</summary>
    public async IAsyncEnumerable<(DecisionRule Rule, int RowNumber, RowDecision Decision, long? PersonId)> DecideAsync(
        MemberImport import, IReadOnlyList<DecisionRule> rules, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = staging.Rows("Verdict = 4 AND Decision = 0 ORDER BY RowNumber").ToList();
        // Two rows of a file are not one person: the second one goes on waiting.
        var known = staging.PeopleMeant().Keys;
        var meant = rules.ToDictionary(rule => rule, _ => known.ToHashSet());
        foreach (var chunk in waiting.Chunk(RowsAtOnce))
        {
            var candidates = await people.ReadAsync([.. chunk.SelectMany(row => row.Details.Candidates).Distinct()], import.OrganizationId, cancellationToken);
            foreach (var row in chunk)
            {
                foreach (var rule in rules)
                {
                    if (Decide(row, rule, candidates) is { } decided && (decided.PersonId is not { } person || meant[rule].Add(person)))
                        yield return (rule, row.RowNumber, decided.Decision, decided.PersonId);
                }
            }
        }
    }

    private static (RowDecision Decision, long? PersonId)? Decide(StagedRow row, DecisionRule rule, Dictionary<long, CandidatePerson> people)
    {
        // Of somebody who may only be kept no list changes anything: such a row is decided one by one.
        var candidates = row.Details.Candidates.Where(people.ContainsKey).Select(id => people[id]).ToList();
        return candidates.Exists(candidate => candidate.Known.IsRestricted)
            ? null
            : DecisionRules.Decide(rule, row.Details.Doubt!.Value, [.. candidates.Select(candidate => (candidate.Known.Id, candidate.EvidenceFor(row)))]);
    }
}
