using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Decides all doubtful rows of a list that wait and that a rule is sure of. Answers with how many it decided.</summary>
[Requires(Permission.ImportLists)]
public sealed record DecideRowsByRule(long ImportId, DecisionRule Rule) : IRequest<Outcome<int>>, IConcernsImport;

internal sealed class DecideRowsByRuleHandler(MembershipDb db, ImportFiles files, CandidateReading people, AuditTrail trail)
    : IRequestHandler<DecideRowsByRule, Outcome<int>>
{
    private const int RowsAtOnce = 500;

    public async Task<Outcome<int>> Handle(DecideRowsByRule request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        using var staging = files.OpenStaging(request.ImportId);
        var waiting = staging.Rows("Verdict = 4 AND Decision = 0 ORDER BY RowNumber").ToList();
        var decided = 0;
        foreach (var chunk in waiting.Chunk(RowsAtOnce))
        {
            var candidates = await people.ReadAsync([.. chunk.SelectMany(row => row.Details.Candidates).Distinct()], found.Value.OrganizationId, cancellationToken);
            foreach (var row in chunk)
                decided += Decide(staging, row, request.Rule, candidates) ? 1 : 0;
        }

        // The decisions lie in the list's own file, where no save of the database takes note of them.
        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), request.ImportId)
        {
            Details = new Dictionary<string, object?> { ["decision"] = request.Rule, ["rows"] = decided },
        });
        return decided;
    }

    private static bool Decide(ImportStaging staging, StagedRow row, DecisionRule rule, Dictionary<long, CandidatePerson> people)
    {
        // Of somebody who may only be kept no list changes anything: such a row is decided one by one.
        var candidates = row.Details.Candidates.Where(people.ContainsKey).Select(id => people[id]).ToList();
        if (candidates.Exists(candidate => candidate.Known.IsRestricted))
            return false;

        var decision = DecisionRules.Decide(rule, row.Details.Doubt!.Value, [.. candidates.Select(candidate => (candidate.Known.Id, candidate.EvidenceFor(row)))]);
        if (decision is not { } one)
            return false;

        staging.Decide(row.RowNumber, one.Decision, one.PersonId);
        return true;
    }
}
