using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Targets;

/// <summary>What the resolutions ask for, the newest resolution first; those not yet counted by this software too.</summary>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("targets are public resolutions")]
public sealed record ListTargets : IRequest<IReadOnlyList<ResolutionTargets>>;

public sealed record ResolutionTargets(string Number, DateOnly IssuedOn, string Issuer, string Title, IReadOnlyList<TargetListItem> Targets);

/// <param name="Value">As <see cref="Target.Value"/> has it: hundredths of a percent, or a count.</param>
/// <param name="IsCounted">False when this software does not count the indicator yet.</param>
/// <param name="Note">What the resolution leaves open, and how it was decided.</param>
/// <param name="LocalityName">Of the locality it was set for, at that time.</param>
public sealed record TargetListItem(
    string IndicatorCode,
    string IndicatorName,
    bool IsCounted,
    string Note,
    string LocalityName,
    int Value,
    TargetUnit Unit,
    Comparator Comparator,
    string Clause,
    string Quotation,
    DateOnly Deadline);

internal sealed class ListTargetsHandler(MembershipDb db) : IRequestHandler<ListTargets, IReadOnlyList<ResolutionTargets>>
{
    public async Task<IReadOnlyList<ResolutionTargets>> Handle(ListTargets request, CancellationToken cancellationToken)
    {
        var resolutions = await db.Resolutions.AsNoTracking().OrderByDescending(resolution => resolution.IssuedOn).ToListAsync(cancellationToken);
        var targets = await db.Targets.AsNoTracking().OrderBy(target => target.Id).ToListAsync(cancellationToken);
        var definitions = (await db.IndicatorDefinitions.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(definition => definition.Code);
        var ids = targets.Select(target => target.LocalityId).ToList();
        var names = (await db.LocalityFacts.AsNoTracking().Where(fact => ids.Contains(fact.LocalityId)).ToListAsync(cancellationToken))
            .ToLookup(fact => fact.LocalityId);

        return resolutions.Select(resolution => new ResolutionTargets(
            resolution.Number,
            resolution.IssuedOn,
            resolution.Issuer,
            resolution.Title,
            targets.Where(target => target.ResolutionId == resolution.Id)
                .Select(target => Item(
                    target,
                    DefinitionOf(definitions[target.IndicatorCode], target),
                    names[target.LocalityId].OrderBy(fact => fact.ValidFrom).Last(fact => fact.ValidFrom <= target.ValidFrom).Name))
                .OrderByDescending(item => item.IsCounted)
                .ToList())).ToList();
    }

    private static IndicatorDefinition DefinitionOf(IEnumerable<IndicatorDefinition> versions, Target target) =>
        versions.Where(version => version.ValidFrom <= target.Deadline).MaxBy(version => version.ValidFrom)
            ?? throw new InvalidOperationException($"{target.IndicatorCode} has a target and no definition");

    private static TargetListItem Item(Target target, IndicatorDefinition definition, string localityName) => new(
        target.IndicatorCode,
        definition.Name,
        definition.IsCounted,
        definition.Note,
        localityName,
        target.Value,
        target.Unit,
        definition.Comparator,
        target.Clause,
        target.Quotation,
        target.Deadline);
}
