using Membership.Domain.Indicators;

namespace Membership.App.Indicators;

/// <summary>One commune's part of a figure on a day.</summary>
/// <param name="Count">Null when nobody of it is in the system on that day.</param>
/// <param name="Population">Null when there is no population figure.</param>
internal sealed record CommuneBasis(long LocalityId, CommuneCount? Count, PopulationSource? Population)
{
    public bool HasShare => Count is not null && Population is { Value: > 0 };
}

/// <summary>
/// A locality's figure on a day over its communes: the share is taken over those that have both a register and a population
/// figure, and when none has, the numerator is shown alone.
/// </summary>
internal sealed record FigureOfDay(DateOnly Day, long People, long Memberships, Measure Measure, int UnitsCounted, IReadOnlySet<long> Communes)
{
    public static FigureOfDay Of(AskedFigure asked, DateOnly day, IReadOnlyCollection<CommuneBasis> communes)
    {
        var counted = communes.Where(commune => commune.HasShare).ToList();
        var basis = counted.Count > 0 ? counted : communes.Where(commune => commune.Count is not null).ToList();
        var people = basis.Sum(commune => commune.Count!.People);
        var memberships = basis.Sum(commune => commune.Count!.Memberships);
        var denominator = counted.Count > 0 ? counted.Sum(commune => commune.Population!.Value) : (long?)null;
        var measure = new Measure(asked.NumeratorOf(people, memberships), denominator);
        return new(day, people, memberships, measure, counted.Count, basis.Select(commune => commune.LocalityId).ToHashSet());
    }
}
