using System.Globalization;
using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public class WithheldTableTests
{
    private const long City = 100;
    private const long Farmers = 1;

    [Theory]
    [InlineData("4 8 30", "1 2")] // one alone would be the city less the others
    [InlineData("4 3 30", "1 2")] // 7, of which each may be 5
    [InlineData("2 3 30 40", "1 2 3")] // 5, of which each has one at least: neither could be 5
    [InlineData("5 6 7", "")]
    [InlineData("0 9 4", "2 3")] // nobody tells nothing and hides nothing
    [InlineData("3", "1 100")]
    [InlineData("2 3 0", "1 2 100")] // all together hide too little: then the sum goes
    public void People_OfCommunesBelowACity_LeaveEnoughUnexplained(string people, string hidden)
    {
        var table = TableOf(people);

        Assert.Equal(hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture)), Hidden(table, people, SeriesPoint.AllOrganizations));
    }

    [Fact]
    public void Organizations_WhereFewBelongToOthersOnly_AreWithheldAndTheTotalIsNot()
    {
        var commune = new CountedPlace(1, new(new Dictionary<long, Numerator> { [SeriesPoint.AllOrganizations] = new(40, 40), [Farmers] = new(37, 37), [2] = new(3, 3) }, NobodyLeftOut), []);

        var table = new WithheldTable([commune], [Farmers, 2], smallest: 5);

        Assert.True(table.ShowsPeople(1, SeriesPoint.AllOrganizations));
        Assert.False(table.ShowsPeople(1, Farmers));
        Assert.False(table.ShowsMemberships(1, SeriesPoint.AllOrganizations));
    }

    [Fact]
    public void SmallUnit_OnAnOrdinaryDay_IsWithheldWithAllAboutIt()
    {
        var table = TableOf("30 200 300", smallestUnit: 100);

        Assert.False(table.ShowsPeople(1, SeriesPoint.AllOrganizations));
        Assert.False(table.ShowsEveryone(1));
        Assert.False(table.ShowsPeople(2, Farmers)); // the city less the third would be the first
        Assert.True(table.ShowsPeople(3, Farmers));
    }

    [Fact]
    public void PlaceThatIsNotInTheTable_IsNotShown() => Assert.False(TableOf("30").ShowsPeople(7, SeriesPoint.AllOrganizations));

    private static Dictionary<CountingReason, long> NobodyLeftOut => [];

    private static WithheldTable TableOf(string people, int smallestUnit = 1)
    {
        var communes = people.Split(' ').Select((count, at) => new CountedPlace(at + 1, Of(long.Parse(count, CultureInfo.InvariantCulture)), [])).ToList();
        return new([new CountedPlace(City, null, communes)], [Farmers], smallest: 5, smallestUnit);
    }

    private static CommuneCounts Of(long people) =>
        new(new Dictionary<long, Numerator> { [SeriesPoint.AllOrganizations] = new(people, people), [Farmers] = new(people, people) }, NobodyLeftOut);

    private static IEnumerable<long> Hidden(WithheldTable table, string people, long organization) =>
        Enumerable.Range(1, people.Split(' ').Length).Select(id => (long)id).Append(City).Where(id => !table.ShowsPeople(id, organization));
}
