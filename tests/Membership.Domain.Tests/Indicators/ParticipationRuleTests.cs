using FsCheck;
using FsCheck.Fluent;
using Membership.Domain.Indicators;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.Indicators;

public sealed class ParticipationRuleTests
{
    private static readonly DateOnly Day = new(2024, 6, 1);
    private static readonly IndicatorDefinition FromSixteen = new() { Id = 7, Code = "participation", Name = "", Note = "", AgeFrom = 16, AgeTo = 60, AgeReference = AgeReference.AsOfDate, ResidenceRule = ResidenceRule.LivesThere };
    private static readonly PersonHistory Counted = new(
        PartialDate.TryCreate(1990), [new(101, new(2021, 1, 1), null)], [new(1, 1, 101, new(2021, 1, 1), null)]);

    private static readonly Gen<(PersonHistory Person, IndicatorDefinition Definition, DateOnly Day)> Samples =
        from person in Histories.Person
        from definition in Histories.Definition
        from day in Histories.Day
        select (person, definition, day);

    public static TheoryData<string, PersonHistory, CountingReason> Reasons => new()
    {
        { "lives here, member, of age", Counted, CountingReason.Counted },
        { "left last year", Counted with { Memberships = [new(1, 1, 101, new(2021, 1, 1), new(2023, 1, 1))] }, CountingReason.NoActiveMembership },
        { "joins next year", Counted with { Memberships = [new(1, 1, 101, new(2025, 1, 1), null)] }, CountingReason.NoActiveMembership },
        { "ends on the day itself", Counted with { Memberships = [new(1, 1, 101, new(2021, 1, 1), Day)] }, CountingReason.NoActiveMembership },
        { "begins on the day itself", Counted with { Memberships = [new(1, 1, 101, Day, null)] }, CountingReason.Counted },
        { "only of an organization that is not counted", Counted with { Memberships = [new(1, 3, 101, new(2021, 1, 1), null)] }, CountingReason.OrganizationNotCounted },
        { "a unit that covers several communes counts too", Counted with { Memberships = [new(1, 1, null, new(2021, 1, 1), null)] }, CountingReason.Counted },
        { "no birth date", Counted with { BirthDate = null }, CountingReason.BirthDateUnknown },
        { "turns 16 tomorrow", Counted with { BirthDate = PartialDate.TryCreate(2008, 6, 2) }, CountingReason.BelowAge },
        { "turns 16 today", Counted with { BirthDate = PartialDate.TryCreate(2008, 6, 1) }, CountingReason.Counted },
        { "turns 16 this year, nothing more known", Counted with { BirthDate = PartialDate.TryCreate(2008) }, CountingReason.Counted },
        { "60 until tomorrow", Counted with { BirthDate = PartialDate.TryCreate(1963, 6, 2) }, CountingReason.Counted },
        { "61 today", Counted with { BirthDate = PartialDate.TryCreate(1963, 6, 1) }, CountingReason.AboveAge },
        { "residence not known, belongs to a unit here", Counted with { Residences = [] }, CountingReason.ResidenceUnknown },
        { "moved away, still in the unit", Counted with { Residences = [new(102, new(2021, 1, 1), null)] }, CountingReason.LivesElsewhere },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void SegmentsOf_OnADay_GiveTheReasonInTheCommune(string because, PersonHistory person, CountingReason expected)
    {
        var reasons = On(Day, SeriesPoint.AllOrganizations, person, FromSixteen).Where(place => place.Commune == 101).Select(place => place.Reason);

        Assert.True(reasons.SequenceEqual([expected]), because);
    }

    [Fact]
    public void SegmentsOf_WhenSheBelongsToAnotherCommunesUnit_CountHerOnceAtHome()
    {
        var person = Counted with { Residences = [new(102, new(2021, 1, 1), null)] };

        var places = On(Day, SeriesPoint.AllOrganizations, person, FromSixteen);

        Assert.Equal([(101, CountingReason.LivesElsewhere, 1), (102, CountingReason.Counted, 1)], places);
    }

    [Fact]
    public void SegmentsOf_WhenInTwoOrganizations_AreOnePersonAndTwoMemberships()
    {
        var person = Counted with { Memberships = [new(1, 1, 101, new(2021, 1, 1), null), new(2, 2, 101, new(2022, 1, 1), null), new(3, 3, 101, new(2022, 1, 1), null)] };

        Assert.Equal([(101, CountingReason.Counted, 2)], On(Day, SeriesPoint.AllOrganizations, person, FromSixteen));
        Assert.Equal([(101, CountingReason.Counted, 1)], On(Day, 3, person, FromSixteen));
    }

    [Fact]
    public void SegmentsOf_WhenNeverInAnOrganization_AreNoPartOfItsCount()
    {
        var segments = Rule(FromSixteen).SegmentsOf(Counted);

        Assert.DoesNotContain(segments, segment => segment.OrganizationId == 2);
    }

    [Fact]
    public void SegmentsOf_WhenNothingChangesBetweenTwoIntervals_AreNotCut()
    {
        var person = Counted with { Memberships = [new(1, 1, 101, new(2021, 1, 1), new(2022, 1, 1)), new(2, 1, 101, new(2022, 1, 1), null)] };

        var segments = Rule(FromSixteen).SegmentsOf(person).Where(segment => segment.OrganizationId == SeriesPoint.AllOrganizations);

        Assert.Equal([CountingReason.Counted, CountingReason.AboveAge], segments.Select(segment => segment.Reason));
    }

    [Fact]
    public void SegmentsOf_OnEveryDay_AreWhatANaiveReplayGives()
    {
        Prop.ForAll(Samples.ToArbitrary(), sample => Histories.Scopes.All(scope =>
                On(sample.Day, scope, sample.Person, sample.Definition).SequenceEqual(NaiveReplay.On(sample.Day, scope, sample.Person, sample.Definition).Order())))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void SegmentsOf_OnEveryDay_HaveOneReasonInACommune()
    {
        Prop.ForAll(Samples.ToArbitrary(), sample =>
            {
                var places = On(sample.Day, SeriesPoint.AllOrganizations, sample.Person, sample.Definition);
                return places.DistinctBy(place => place.Commune).Count() == places.Count
                    && places.Count(place => place.Reason != CountingReason.LivesElsewhere) <= 1
                    && places.Count(place => place.Reason == CountingReason.LivesElsewhere) <= 1;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    internal static List<(long Commune, CountingReason Reason, int Memberships)> On(DateOnly day, long scope, PersonHistory person, IndicatorDefinition definition) =>
        Rule(definition).SegmentsOf(person)
            .Where(segment => segment.OrganizationId == scope && segment.From <= day && (segment.To is null || day < segment.To))
            .Select(segment => (segment.LocalityId, segment.Reason, segment.Memberships))
            .Order()
            .ToList();

    private static ParticipationRule Rule(IndicatorDefinition definition) => new(definition, Histories.Counted);
}
