using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.Targets;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>What a figure means and how it came about; takes what <see cref="GetIndicatorProgress"/> takes.</summary>
[Requires(Permission.SeeFigures)]
public sealed record ExplainFigure(string IndicatorCode, string LocalityCode, DateOnly AsOf, string? OrganizationCode = null)
    : IRequest<Outcome<FigureExplanation>>, IConcernsPlace;

/// <param name="Sentence">The definition in Vietnamese.</param>
/// <param name="CountedNames">Short names of the organizations counted, in their order.</param>
/// <param name="People">The numerator in people; with <paramref name="Exclusions"/> it adds up to <paramref name="Everyone"/>.</param>
/// <param name="Exclusions">Who is left out, by reason, over the communes that the figure is made of.</param>
/// <param name="Everyone">Everyone in the system there.</param>
/// <param name="LivingElsewhere">Above a commune: members of units here who live in another commune and stand in that one's
/// everyone, so are no part of this one's. For a commune they are among <paramref name="Exclusions"/>, and this is 0.</param>
/// <param name="InOtherCommunes">In the system in communes of the locality that do not count towards the share.</param>
/// <param name="InEndedLocalities">Above a commune: registered in localities that were no more on the day, so in no figure of it.</param>
/// <param name="CountedByBirthYear">Of the numerator, those of whose birth only the year is known.</param>
public sealed record FigureExplanation(
    IndicatorDefinition Definition,
    string Sentence,
    IReadOnlyList<string> CountedNames,
    LocalityName Locality,
    DateOnly AsOf,
    OrganizationName? Organization,
    long People,
    long Memberships,
    Measure Measure,
    TargetRow? Target,
    Progress Progress,
    IReadOnlyList<CommuneDenominator> Communes,
    int UnitsCounted,
    IReadOnlyList<ReasonCount> Exclusions,
    long Everyone,
    long LivingElsewhere,
    long InOtherCommunes,
    long InEndedLocalities,
    long CountedByBirthYear)
{
    /// <summary>The numerator is taken out as too small: it reads 0 and must not be shown.</summary>
    public bool IsWithheld => Progress == Progress.Withheld;

    /// <summary>The memberships are taken out, perhaps alone: they read 0 and must not be shown.</summary>
    public bool AreMembershipsWithheld { get; init; }

    /// <summary><see cref="Everyone"/> is taken out: it reads 0 and must not be shown.</summary>
    public bool IsEveryoneWithheld { get; init; }

    /// <summary>The counts after <see cref="Everyone"/> are taken out: they are for who may see people.</summary>
    public bool AreAsidesWithheld { get; init; }

    public int UnitsTotal => Communes.Count;

    public int UnitsWithoutPopulation => Communes.Count(commune => commune.Population is null);

    public int UnitsWithoutRegister => Communes.Count(commune => !commune.HasRegister);
}

/// <param name="Counts">Is part of the locality's figure.</param>
public sealed record CommuneDenominator(LocalityName Commune, bool HasRegister, bool Counts, PopulationSource? Population);

/// <param name="IsWithheld">Taken out as too small: reads 0 and must not be shown.</param>
public sealed record ReasonCount(CountingReason Reason, long People, bool IsWithheld = false);

internal sealed class ExplainFigureHandler(MembershipDb db, LocalityDirectory localities, WithheldCells withheld, TimeProvider clock) : IRequestHandler<ExplainFigure, Outcome<FigureExplanation>>
{
    public async Task<Outcome<FigureExplanation>> Handle(ExplainFigure request, CancellationToken cancellationToken)
    {
        var found = await new AskedFigureReading(db, localities, clock)
            .FindAsync(request.IndicatorCode, request.LocalityCode, request.AsOf, request.OrganizationCode, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var asked = found.Value;
        var answer = await new FigureReading(db, localities).ReadAsync(asked, [], cancellationToken);
        var reasons = await new SeriesReading(db).ReasonsAsync(asked, answer.Basis.Keys, cancellationToken);
        var target = (await TargetReading.ReadAsync(db, localities, asked, cancellationToken)).Of(asked.Locality.LocalityId);
        var everyone = EveryoneCounted.Of(asked, reasons, answer.Whole.Communes);
        var names = await NamesAsync(asked, cancellationToken);
        return await withheld.ApplyAsync(asked, new FigureExplanation(
            asked.Definition,
            DefinitionSentence.Of(asked.Definition, names),
            names,
            asked.LocalityName,
            asked.AsOf,
            asked.Organization,
            answer.Whole.People,
            answer.Whole.Memberships,
            answer.Whole.Measure,
            target,
            answer.Whole.Measure.Against(target?.Value, target?.Comparator ?? default),
            answer.Communes.Select(commune => DenominatorOf(commune, answer)).ToList(),
            answer.Whole.UnitsCounted,
            everyone.Exclusions,
            everyone.Everyone,
            everyone.LivingElsewhere,
            everyone.InOtherCommunes,
            await InEndedLocalitiesAsync(asked, cancellationToken),
            await new PlacedPeopleReading(db).CountBornInYearAsync(new(asked, answer.Whole.Communes, CountingReason.Counted), cancellationToken)), cancellationToken);
    }

    private static CommuneDenominator DenominatorOf(LocalityFact commune, FigureAnswer answer)
    {
        var basis = answer.Basis[commune.LocalityId];
        return new(AskedFigure.NameOf(commune), basis.Count is not null, answer.Whole.Communes.Contains(commune.LocalityId), basis.Population);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(AskedFigure asked, CancellationToken cancellationToken)
    {
        if (asked.Organization is not null)
            return [asked.Organization.ShortName];

        var names = await db.Organizations.ToDictionaryAsync(organization => organization.Code, organization => organization.ShortName, cancellationToken);
        return asked.Definition.CountedOrganizations.Select(code => names.GetValueOrDefault(code, code)).ToList();
    }

    private async Task<long> InEndedLocalitiesAsync(AskedFigure asked, CancellationToken cancellationToken)
    {
        if (asked.Locality.Kind.IsCommuneLevel())
            return 0;

        var mayHaveEnded = await db.LocalityFacts.Where(fact => fact.ValidTo <= asked.AsOf).Select(fact => fact.LocalityId).Distinct().ToListAsync(cancellationToken);
        var ended = mayHaveEnded.Where(id => localities.FactOf(id, asked.AsOf) is null);
        var people = await new SeriesReading(db).ReasonsAsync(asked, ended, cancellationToken);
        return people.Where(count => count.Reason != CountingReason.LivesElsewhere).Sum(count => count.People);
    }
}
