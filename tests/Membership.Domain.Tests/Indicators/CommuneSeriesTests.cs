using FsCheck;
using FsCheck.Fluent;
using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public sealed class CommuneSeriesTests
{
    private static readonly Gen<(List<PersonHistory> People, IndicatorDefinition Definition, DateOnly Day)> Registers =
        from people in Gen.ListOf(Histories.Person, 12)
        from definition in Histories.Definition
        from day in Histories.Day
        select (people.ToList(), definition, day);

    [Fact]
    public void Points_OnAnyDay_AreWhatANaiveReplayCounts()
    {
        Prop.ForAll(Registers.ToArbitrary(), register => Histories.Communes.All(commune => FromSeries(register, commune).SetEquals(FromReplay(register, commune))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Points_OnAnyDay_AddUpToEveryoneInTheSystemThere()
    {
        Prop.ForAll(Registers.ToArbitrary(), register => Histories.Communes.All(commune =>
            {
                var everyone = register.People.Count(person => NaiveReplay.On(register.Day, 0, person, register.Definition).Any(place => place.Commune == commune));
                return FromSeries(register, commune).Where(count => count.Scope == SeriesPoint.AllOrganizations).Sum(count => count.People) == everyone;
            }))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Points_OfAllCommunesAddedUpInParts_AreThoseOfEachCommuneAlone()
    {
        Prop.ForAll(Registers.ToArbitrary(), register =>
            {
                var together = SeriesOf(register.People.Take(5), register.Definition, Histories.Communes);
                together.Add(SeriesOf(register.People.Skip(5), register.Definition, Histories.Communes));
                var alone = Histories.Communes.SelectMany(commune => SeriesOf(register.People, register.Definition, commune).Points());
                return together.Points().Select(Values).ToHashSet().SetEquals(alone.Select(Values));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Points_WhenOneLeavesAndAnotherJoinsOnADay_HaveNoneForIt()
    {
        var series = new CommuneSeries(7, new HashSet<long> { 101 });
        var day = new DateOnly(2024, 1, 1);
        series.Add([new(101, 0, CountingReason.Counted, Histories.FirstDay, day, 1)]);
        series.Add([new(101, 0, CountingReason.Counted, day, null, 1)]);

        var point = Assert.Single(series.Points());

        Assert.Equal((Histories.FirstDay, 1, 1), (point.Day, point.People, point.Memberships));
    }

    private static HashSet<Count> FromSeries((List<PersonHistory> People, IndicatorDefinition Definition, DateOnly Day) register, long commune)
    {
        return SeriesOf(register.People, register.Definition, commune).Points()
            .Where(point => point.Day <= register.Day)
            .GroupBy(point => (point.OrganizationId, point.Reason))
            .Select(points => points.MaxBy(point => point.Day)!)
            .Where(point => point.People > 0)
            .Select(point => new Count(point.OrganizationId, point.Reason, point.People, point.Memberships))
            .ToHashSet();
    }

    private static CommuneSeries SeriesOf(IEnumerable<PersonHistory> people, IndicatorDefinition definition, params long[] communes)
    {
        var series = new CommuneSeries(definition.Id, communes.ToHashSet());
        var rule = new ParticipationRule(definition, Histories.Counted);
        foreach (var person in people)
            series.Add(rule.SegmentsOf(person));

        return series;
    }

    private static (long, long, CountingReason, DateOnly, long, long) Values(SeriesPoint point) =>
        (point.LocalityId, point.OrganizationId, point.Reason, point.Day, point.People, point.Memberships);

    private static IEnumerable<Count> FromReplay((List<PersonHistory> People, IndicatorDefinition Definition, DateOnly Day) register, long commune) =>
        from scope in Histories.Scopes
        from person in register.People
        from place in NaiveReplay.On(register.Day, scope, person, register.Definition)
        where place.Commune == commune
        group place by (scope, place.Reason) into places
        select new Count(places.Key.scope, places.Key.Reason, places.Count(), places.Sum(place => place.Memberships));

    private sealed record Count(long Scope, CountingReason Reason, long People, long Memberships);
}
