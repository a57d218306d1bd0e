using MediatR;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Populations;

/// <summary>The figures that hold on a day in each commune of that day, by name.</summary>
[Requires(Permission.EditPopulation)]
[ConcernsNothing("gives what ListLocalities gives")]
public sealed record ListPopulationFigures(DateOnly AsOf) : IRequest<PopulationFigures>;

/// <param name="Ages">The ages that the participation rate counts.</param>
public sealed record PopulationFigures(CountedAges Ages, IReadOnlyList<CommunePopulation> Communes)
{
    /// <summary>Sealed, for the form that records one to carry (<see cref="OpenedForms"/>).</summary>
    public required string Opened { get; init; }
}

/// <param name="InAge">The denominator; null when there is no figure for exactly these ages.</param>
/// <param name="Everyone">The whole population, to hold the other against.</param>
public sealed record CommunePopulation(LocalityName Locality, PopulationSource? InAge, PopulationSource? Everyone);

internal sealed class ListPopulationFiguresHandler(MembershipDb db, IMediator mediator, OpenedForms forms) : IRequestHandler<ListPopulationFigures, PopulationFigures>
{
    public async Task<PopulationFigures> Handle(ListPopulationFigures request, CancellationToken cancellationToken)
    {
        var ages = await CountedAges.OnAsync(db, request.AsOf, cancellationToken);
        var localities = await mediator.Send(new ListLocalities(request.AsOf, Permission.EditPopulation), cancellationToken);
        var figures = await db.PopulationFigures.AsNoTracking().Where(figure => figure.AsOf <= request.AsOf).ToListAsync(cancellationToken);
        var inAge = Latest(figures.Where(figure => figure.AgeFrom == ages.From && figure.AgeTo == ages.To));
        var everyone = Latest(figures.Where(figure => figure.AgeFrom is null && figure.AgeTo is null));
        return new PopulationFigures(ages, localities
            .Where(option => option.Kind.IsCommuneLevel())
            .Select(option => new CommunePopulation(
                new LocalityName(option.Id, option.Code, option.Name), inAge.GetValueOrDefault(option.Id), everyone.GetValueOrDefault(option.Id)))
            .ToList())
        {
            Opened = await new PopulationForm(db, forms).OpenAsync(ages, cancellationToken),
        };
    }

    private static Dictionary<long, PopulationSource> Latest(IEnumerable<PopulationFigure> figures) => figures
        .GroupBy(figure => figure.LocalityId)
        .Select(same => same.OrderBy(figure => figure.AsOf).ThenBy(figure => figure.Id).Last())
        .ToDictionary(figure => figure.LocalityId, figure => new PopulationSource(figure.Value, figure.AsOf, figure.Source, figure.IsSample));
}
