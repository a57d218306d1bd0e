using Membership.App.Samples;
using Membership.Domain.Members;

namespace Membership.App.Tests.Samples;

public sealed class StoryTellerTests
{
    private static readonly List<PersonStory> Rural = Tell(SampleCommunes.PhongDien);
    private static readonly List<PersonStory> Urban = Tell(SampleCommunes.NinhKieu);

    public static TheoryData<string, int, int, string> AgesByOrganization => new()
    {
        { "DTN", 16, 35, "admitted from 16, may stay up to 35" },
        { "LHPN", 18, 90, "women from 18" },
        { "HND", 18, 90, "from 18" },
        { "CD", 20, 61, "working age" },
        { "CCB", 42, 90, "after service" },
        { "DANG", 22, 90, "from 18, seldom before 22" },
    };

    [Theory]
    [MemberData(nameof(AgesByOrganization))]
    public void Tell_WhenSomebodyIsAMember_HasTheAgeForIt(string organization, int from, int to, string reason)
    {
        var memberships = Rural.SelectMany(story => story.Memberships, (story, membership) => (story.Person, membership))
            .Where(pair => pair.membership.Organization == organization).ToList();

        Assert.NotEmpty(memberships);
        Assert.All(memberships, pair =>
        {
            Assert.True(pair.Person.AgeOn(pair.membership.From) >= from, reason);
            Assert.True(pair.Person.AgeOn((pair.membership.To ?? PeopleGenerator.LastDay).AddDays(-1)) <= to, reason);
        });
    }

    [Fact]
    public void Tell_WhenWomensUnion_HasWomenOnly() =>
        Assert.All(Rural.Where(story => story.Memberships.Any(membership => membership.Organization == "LHPN")), story => Assert.Equal(Sex.Female, story.Person.Sex));

    [Fact]
    public void Tell_WhenWardHasNoFarmersUnion_NobodyThereBelongsToIt() =>
        Assert.DoesNotContain(Urban, story => story.Memberships.Any(membership =>
            membership.Organization == "HND" && membership.Commune == SampleCommunes.NinhKieu));

    [Fact]
    public void Tell_WhenPeopleBelongToSeveral_MostBelongToOneAndSomeToTwoOrThree()
    {
        var organizations = Urban.Select(story => story.Memberships.Select(membership => membership.Organization).Distinct().Count()).ToList();

        Assert.True(organizations.Count(count => count == 1) > organizations.Count / 2);
        Assert.True(organizations.Count(count => count == 2) > organizations.Count / 10);
        Assert.Contains(3, organizations);
        Assert.InRange(organizations.Max(), 1, 3);
    }

    [Fact]
    public void Tell_WhenAllIsTold_EveryKindOfEventHappens()
    {
        var began = Urban.SelectMany(story => story.Memberships).Select(membership => membership.BeganBy).ToHashSet();
        var ended = Urban.SelectMany(story => story.Memberships).Select(membership => membership.EndedBy).ToHashSet();

        Assert.Superset(new HashSet<MembershipReason> { MembershipReason.Listed, MembershipReason.Admission, MembershipReason.Readmission, MembershipReason.TransferIn }, began);
        Assert.Superset(
            new HashSet<MembershipReason?>
            {
                MembershipReason.AgingOut, MembershipReason.TransferOut, MembershipReason.Death, MembershipReason.Withdrawal,
                MembershipReason.Removal, MembershipReason.EndedByRule, null,
            },
            ended);
    }

    [Fact]
    public void Tell_WhenUnionEndsByRule_ItIsInJune2025()
    {
        var ends = Urban.SelectMany(story => story.Memberships).Where(membership => membership.EndedBy == MembershipReason.EndedByRule).ToList();

        Assert.NotEmpty(ends);
        Assert.All(ends, membership => Assert.True(membership.Organization == "CD" && membership.To is { Year: 2025, Month: 6 }));
    }

    [Fact]
    public void Tell_WhenDaysAreGiven_TheyLieWithinTheSample()
    {
        var memberships = Rural.Concat(Urban).SelectMany(story => story.Memberships);

        Assert.All(memberships, membership =>
        {
            Assert.InRange(membership.From, PersonStory.FirstDay, PeopleGenerator.LastDay);
            Assert.True(membership.To is null || (membership.To > membership.From && membership.To <= PeopleGenerator.LastDay));
            Assert.Equal(membership.To is null, membership.EndedBy is null);
        });
    }

    [Fact]
    public void Tell_WhenOneCommuneIsToldAgain_TheStoriesAreTheSame() =>
        Assert.Equal(Rural.Select(story => story.Person), Tell(SampleCommunes.PhongDien).Select(story => story.Person));

    private static List<PersonStory> Tell(SampleCommune commune) =>
        [.. new StoryTeller(commune, SampleCommunes.OfDemo, 74, new SerialRange(900_000, 50_000)).Tell(4000)];
}
