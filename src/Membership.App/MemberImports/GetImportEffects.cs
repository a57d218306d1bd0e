using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// How the counted indicators of each commune would move today if the list were written as it stands now: found by playing the
/// commit through on copies, so it is what the dashboard will show. As there, only communes and organizations within the scope.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportEffects(long ImportId) : IRequest<Outcome<ImportEffects>>, IConcernsImport;

/// <param name="AsOf">The day of the figures: today.</param>
/// <param name="OthersMayChange">Communes beyond the scope are recounted too; which, and how many, is not told.</param>
public sealed record ImportEffects(DateOnly AsOf, IReadOnlyList<IndicatorEffect> Effects, bool OthersMayChange);

/// <param name="OrganizationName">Null for all together.</param>
/// <param name="After">Equal to <paramref name="Before"/> when the list does not move the figure.</param>
public sealed record IndicatorEffect(string IndicatorName, string LocalityName, string? OrganizationName, Measure Before, Measure After);

internal sealed class GetImportEffectsHandler(
    MembershipDb db, LocalityDirectory localities, ImportRehearsal rehearsal, ScopeInForce scope, Actor actor, AuditSaving audit, TimeProvider clock)
    : IRequestHandler<GetImportEffects, Outcome<ImportEffects>>
{
    public async Task<Outcome<ImportEffects>> Handle(GetImportEffects request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (found.Value.State != MemberImportState.Checked)
            return found.Value.NotReady();

        var import = found.Value;
        var organizations = await ImportOrganizations.ReadAsync(db, import, scope, actor, cancellationToken);
        var (register, touched) = await rehearsal.PlayAsync(
            import, connection => ListContext.Of(import, organizations, localities, connection), cancellationToken);
        await using (register)
        {
            var today = VietnamTime.Today(clock);
            var communes = touched.Select(id => localities.FactOf(id, today)).OfType<LocalityFact>().OrderBy(fact => fact.Code, StringComparer.Ordinal).ToList();
            var figures = await WithinScopeAsync(communes, cancellationToken);
            await using var after = new MembershipDb(new DbContextOptionsBuilder<MembershipDb>().UseSqlite(register).Options, scope, audit);
            var effects = new List<IndicatorEffect>();
            foreach (var code in await IndicatorsAsync(cancellationToken))
            {
                foreach (var (commune, organization) in figures)
                    effects.Add(await EffectAsync(code, commune, organization, today, after, cancellationToken));
            }

            return new ImportEffects(today, effects, communes.Count > figures.Select(figure => figure.Commune).Distinct().Count());
        }
    }

    private Task<List<string>> IndicatorsAsync(CancellationToken cancellationToken) => db.IndicatorDefinitions
        .Where(definition => definition.IsCounted).Select(definition => definition.Code).Distinct().OrderBy(code => code).ToListAsync(cancellationToken);

    /// <summary>Each commune with all organizations together (null) or, where not all may be seen, with each that may.</summary>
    private async Task<List<(LocalityFact Commune, string? Organization)>> WithinScopeAsync(List<LocalityFact> communes, CancellationToken cancellationToken)
    {
        var organizations = await db.Organizations.AsNoTracking().OrderBy(one => one.Position).ToListAsync(cancellationToken);
        return
        [
            .. communes.SelectMany(commune => scope.Value.Covers(commune.LocalityId, null)
                ? [(commune, (string?)null)]
                : organizations.Where(one => scope.Value.Covers(commune.LocalityId, one.Id)).Select(one => (commune, (string?)one.Code))),
        ];
    }

    private async Task<IndicatorEffect> EffectAsync(
        string code, LocalityFact commune, string? organization, DateOnly today, MembershipDb after, CancellationToken cancellationToken)
    {
        var asked = (await new AskedFigureReading(db, localities, clock).FindAsync(code, commune.Code, today, organization, cancellationToken)).Value;
        return new IndicatorEffect(
            asked.Definition.Name,
            commune.Name,
            asked.Organization?.ShortName,
            (await new FigureReading(db, localities).ReadAsync(asked, [], cancellationToken)).Whole.Measure,
            (await new FigureReading(after, localities).ReadAsync(asked, [], cancellationToken)).Whole.Measure);
    }
}
