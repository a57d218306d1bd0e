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
    public async Task<Outcome<int>> Handle(DecideRowsByRule request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        using var staging = files.OpenStaging(request.ImportId);
        var decided = 0;
        await foreach (var (_, row, decision, person) in new RowsByRule(staging, people).DecideAsync(found.Value, [request.Rule], cancellationToken))
        {
            staging.Decide(row, decision, person);
            decided++;
        }

        // The decisions lie in the list's own file, where no save of the database takes note of them.
        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), request.ImportId)
        {
            Details = new Dictionary<string, object?> { ["decision"] = request.Rule, ["rows"] = decided },
        });
        return decided;
    }
}
