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

    /// <summary>Of a thousand on the last day.</summary>
    private static readonly (DateOnly Day, int PerMille)[] Before =
        [(new(2021, 12, 31), 978), (new(2022, 12, 31), 983), (new(2023, 12, 31), 988), (new(2024, 12, 31), 993)];

    private static readonly (DateOnly Day, int PerMille)[] Since =
        [(new(2025, 7, 1), 995), (new(2025, 12, 31), 998), (PeopleGenerator.LastDay, PerMille)];

    private readonly Dictionary<SampleCommune, long> _counted = [];
    private readonly Dictionary<(SampleCommune Commune, int Former), long> _livedIn = [];

    public void Count(PersonStory story)
    {
        var first = story.Residences[0];
        var former = (first.Commune, places[first.Commune].FormerOf(story.PartPerMille));
        if (first.From < SamplePlace.Reorganization)
            _livedIn[former] = _livedIn.GetValueOrDefault(former) + 1;

        var last = story.Residences[^1];
        if (last.To is null && IsCounted(story))
            _counted[last.Commune] = _counted.GetValueOrDefault(last.Commune) + 1;
    }

    public IEnumerable<PopulationFigure> Figures()
    {
        foreach (var (commune, place) in places)
        {
            if (commune.FinalRate is not { } rate)
                continue;

            var final = _counted.GetValueOrDefault(commune) * WholeInRate / rate;
            foreach (var figure in Since)
                yield return Figure(place.Today, figure.Day, final * figure.PerMille / PerMille);
            foreach (var figure in FormerFigures(commune, place, final))
                yield return figure;
        }
    }

    private static bool IsCounted(PersonStory story) =>
        story.Person.BirthDate is not null && story.Memberships.Any(membership => membership.To is null && membership.Organization != "MTTQ");

    private IEnumerable<PopulationFigure> FormerFigures(SampleCommune commune, SamplePlace place, long final)
    {
        var everyone = Math.Max(1, Enumerable.Range(0, place.Former.Count).Sum(number => _livedIn.GetValueOrDefault((commune, number))));
        for (var number = 0; number < place.Former.Count; number++)
            foreach (var (day, perMille) in Before)
                yield return Figure(place.Former[number], day, final * perMille / PerMille * _livedIn.GetValueOrDefault((commune, number)) / everyone);
    }

    private static PopulationFigure Figure(NamedLocality locality, DateOnly day, long value) =>
        new() { LocalityId = locality.Id, AgeFrom = AgeFrom, AsOf = day, Value = value, Source = Source, IsSample = true };
}
