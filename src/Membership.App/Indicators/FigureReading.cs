using Membership.App.Database;
using Membership.App.Localities;
using Membership.Domain.Localities;

namespace Membership.App.Indicators;

/// <summary>The figure of the day asked for, with the communes it is made of, and earlier days of the same definition.</summary>
/// <param name="Communes">The communes of the locality on the day; a commune is its own only one.</param>
internal sealed record FigureAnswer(
    IReadOnlyList<LocalityFact> Communes, IReadOnlyDictionary<long, CommuneBasis> Basis, FigureOfDay Whole, IReadOnlyList<FigureOfDay> Earlier);

/// <summary>One way to a figure, so that dashboard, explanation and list of people never differ.</summary>
internal sealed class FigureReading(MembershipDb db, LocalityDirectory localities)
{
    public async Task<FigureAnswer> ReadAsync(AskedFigure asked, IReadOnlyList<DateOnly> earlierDays, CancellationToken cancellationToken)
    {
        var days = earlierDays.Append(asked.AsOf).Select(day => new AskedDay(day, CommunesOn(asked.Locality, day))).ToList();
        var populations = await PopulationReading.ReadAsync(db, asked.Definition, cancellationToken);
        var counts = (await new SeriesReading(db).CountsAsync(asked, days, cancellationToken)).ToDictionary(count => (count.LocalityId, count.Day));

        var bases = days.ConvertAll(day => day.Communes
            .Select(id => new CommuneBasis(id, counts.GetValueOrDefault((id, day.Day)), populations.Of(id, day.Day))).ToList());
        var figures = days.Zip(bases, (day, basis) => FigureOfDay.Of(asked, day.Day, basis)).ToList();
        var communes = days[^1].Communes.Select(id => localities.FactOf(id, asked.AsOf)!).ToList();
        return new(communes, bases[^1].ToDictionary(commune => commune.LocalityId), figures[^1], figures[..^1]);
    }

    /// <summary>A commune keeps its own people also for days before it was set up; a city had other communes then.</summary>
    private List<long> CommunesOn(LocalityFact locality, DateOnly day) => locality.Kind.IsCommuneLevel()
        ? [locality.LocalityId]
        : localities.CommunesOf(locality.LocalityId, day).Select(commune => commune.LocalityId).ToList();
}
