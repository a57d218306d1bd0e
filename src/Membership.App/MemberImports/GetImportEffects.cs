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
/// commit through on copies, so it is what the dashboard will show.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportEffects(long ImportId) : IRequest<Outcome<ImportEffects>>, IConcernsImport;

/// <param name="AsOf">The day of the figures: today.</param>
public sealed record ImportEffects(DateOnly AsOf, IReadOnlyList<IndicatorEffect> Effects);

/// <param name="After">Equal to <paramref name="Before"/> when the list does not move the figure.</param>
public sealed record IndicatorEffect(string IndicatorName, string LocalityName, Measure Before, Measure After);

internal sealed class GetImportEffectsHandler(
    MembershipDb db, LocalityDirectory localities, ImportRehearsal rehearsal, ScopeInForce scope, AuditSaving audit, TimeProvider clock)
    : IRequestHandler<GetImportEffects, Outcome<ImportEffects>>
{
    public async Task<Outcome<ImportEffects>> Handle(GetImportEffects request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;
        if (found.Value.State != MemberImportState.Checked)
            return new ImportNotReady(request.ImportId);

        var import = found.Value;
        var organizations = await ImportOrganizations.ReadAsync(db, import, scope, cancellationToken);
        var (register, touched) = await rehearsal.PlayAsync(
            import, connection => ListContext.Of(import, organizations, localities, connection), cancellationToken);
        await using (register)
        {
            var today = VietnamTime.Today(clock);
            var communes = touched.Select(id => localities.FactOf(id, today)).OfType<LocalityFact>().OrderBy(fact => fact.Code, StringComparer.Ordinal).ToList();
            await using var after = new MembershipDb(new DbContextOptionsBuilder<MembershipDb>().UseSqlite(register).Options, scope, audit);
            var effects = new List<IndicatorEffect>();
            foreach (var code in await IndicatorsAsync(cancellationToken))
            {
                foreach (var commune in communes)
                    effects.Add(await EffectAsync(code, commune, today, after, cancellationToken));
            }

            return new ImportEffects(today, effects);
        }
    }

    private Task<List<string>> IndicatorsAsync(CancellationToken cancellationToken) => db.IndicatorDefinitions
        .Where(definition => definition.IsCounted).Select(definition => definition.Code).Distinct().OrderBy(code => code).ToListAsync(cancellationToken);

    private async Task<IndicatorEffect> EffectAsync(
        string code, LocalityFact commune, DateOnly today, MembershipDb after, CancellationToken cancellationToken)
    {
        var asked = (await new AskedFigureReading(db, localities).FindAsync(code, commune.Code, today, null, cancellationToken)).Value;
        return new IndicatorEffect(
            asked.Definition.Name,
            commune.Name,
            (await new FigureReading(db, localities).ReadAsync(asked, [], cancellationToken)).Whole.Measure,
            (await new FigureReading(after, localities).ReadAsync(asked, [], cancellationToken)).Whole.Measure);
    }
}
