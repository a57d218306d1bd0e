using Membership.Domain.Indicators;

namespace Membership.App.Samples;

/// <summary>
/// Population figures that fit the sample: as large as it takes for the communes to come out at their
/// <see cref="SampleCommune.FinalRate"/> on the last day; before, they grow slowly, and the register makes the trend.
/// </summary>
internal sealed class SamplePopulation(IReadOnlyDictionary<SampleCommune, SamplePlace> places)
{
    public const string Source = "Số liệu mẫu, sinh tự động";
    private const int AgeFrom = 16;
    private const int PerMille = 1000;
    private const int WholeInRate = 10_000;

    /// <summary>Of a thousand on the last day. With the days on which communes merged: an older figure is of a smaller one.</summary>
    private static readonly (DateOnly Day, int PerMille)[] Days =
    [
        (new(2021, 12, 31), 978), (new(2022, 12, 31), 983), (new(2023, 12, 31), 988), (new(2024, 9, 1), 991),
        (new(2024, 11, 1), 992), (new(2024, 12, 31), 993),
        (new(2025, 7, 1), 995), (new(2025, 12, 31), 998), (PeopleGenerator.LastDay, PerMille),
    ];

    private readonly Dictionary<SampleCommune, long> _counted = [];
    private readonly Dictionary<SampleCommune, long[]> _livedIn = places.ToDictionary(place => place.Key, place => new long[place.Value.Parts]);

    public void Count(PersonStory story)
    {
        var first = story.Residences[0].Commune;
        _livedIn[first][places[first].PartOf(story.PartPerMille)]++;

        var last = story.Residences[^1];
        if (last.To is null && IsCounted(story))
            _counted[last.Commune] = _counted.GetValueOrDefault(last.Commune) + 1;
    }

    public IEnumerable<PopulationFigure> Figures() =>
        from place in places
        where place.Key.FinalRate is not null
        let final = _counted.GetValueOrDefault(place.Key) * WholeInRate / place.Key.FinalRate!.Value
        from day in Days
        from figure in FiguresOn(day.Day, final * day.PerMille / PerMille, place.Value, _livedIn[place.Key])
        select figure;

    private static bool IsCounted(PersonStory story) =>
        story.Person.BirthDate is not null && story.Memberships.Any(membership => membership.To is null && membership.Organization != "MTTQ");

    /// <summary>The population of the commune, shared out among what it consisted of on the day.</summary>
    private static IEnumerable<PopulationFigure> FiguresOn(DateOnly day, long population, SamplePlace place, long[] livedIn)
    {
        var everyone = Math.Max(1, livedIn.Sum());
        return Enumerable.Range(0, place.Parts).GroupBy(part => place.LocalityOn(part, day)).Select(locality => new PopulationFigure
        {
            LocalityId = locality.Key.Id,
            AgeFrom = AgeFrom,
            AsOf = day,
            Value = population * locality.Sum(part => livedIn[part]) / everyone,
            Source = Source,
            IsSample = true,
        });
    }
}
