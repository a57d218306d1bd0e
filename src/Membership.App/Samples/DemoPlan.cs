using Membership.App.Database;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Samples;

/// <summary>How large a sample is wanted, and where.</summary>
public sealed record DemoPlan(int People, IReadOnlyList<SampleCommune> Communes, ulong Seed)
{
    private const int NoFigureEvery = 20;

    /// <summary>What the command <c>demo</c> fills in.</summary>
    public static DemoPlan Standard { get; } = new(30_000, SampleCommunes.OfDemo, 74);

    internal SerialRange Serials { get; } = new(900_000, 100_000);

    /// <summary>Spread over all communes of the city as they are on the last day, for measuring.</summary>
    public static async Task<DemoPlan> OfWholeCityAsync(MembershipDb db, int people, CancellationToken cancellationToken)
    {
        var day = PeopleGenerator.LastDay;
        var communes = await db.LocalityFacts.AsNoTracking()
            .Where(fact => fact.ValidFrom <= day && (fact.ValidTo == null || fact.ValidTo > day))
            .Where(fact => fact.Kind == LocalityKind.Ward || fact.Kind == LocalityKind.Commune)
            .OrderBy(fact => fact.Code).ToListAsync(cancellationToken);
        return new DemoPlan(people, [.. communes.Select((fact, place) => Commune(fact, place))], Standard.Seed);
    }

    /// <summary>The people of one commune, by its share.</summary>
    public int PeopleOf(SampleCommune commune) => (int)((long)People * commune.Weight / Communes.Sum(other => other.Weight));

    internal StoryTeller TellerOf(SampleCommune home)
    {
        // A range of serials for each commune: one citizen number never comes twice.
        var each = Serials.Count / Communes.Count;
        var place = Enumerable.Range(0, Communes.Count).First(number => Communes[number] == home);
        return new StoryTeller(home, Communes, Seed, new SerialRange(Serials.First + (place * each), each));
    }

    private static SampleCommune Commune(LocalityFact fact, int place) => new(fact.Code, fact.Name)
    {
        FinalRate = place % NoFigureEvery == NoFigureEvery - 1 ? null : 6000 + (place * 37 % 2300),
    };
}
