using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>How many of the rows that wait each rule would decide, for the officer who is to choose one.</summary>
[Requires(Permission.ImportLists)]
public sealed record CountRowsByRule(long ImportId) : IRequest<Outcome<IReadOnlyDictionary<DecisionRule, int>>>, IConcernsImport;

internal sealed class CountRowsByRuleHandler(MembershipDb db, ImportFiles files, CandidateReading people)
    : IRequestHandler<CountRowsByRule, Outcome<IReadOnlyDictionary<DecisionRule, int>>>
{
    public async Task<Outcome<IReadOnlyDictionary<DecisionRule, int>>> Handle(CountRowsByRule request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        using var staging = files.OpenStaging(request.ImportId);
        var rows = Enum.GetValues<DecisionRule>().ToDictionary(rule => rule, _ => 0);
        await foreach (var (rule, _, _, _) in new RowsByRule(staging, people).DecideAsync(found.Value, [.. rows.Keys], cancellationToken))
            rows[rule]++;
        return rows;
    }
}
