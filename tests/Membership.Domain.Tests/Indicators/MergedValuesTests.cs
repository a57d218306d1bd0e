using System.Globalization;
using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public class MergedValuesTests
{
    [Theory]
    [InlineData("Kinh 30, Hoa 9", "Kinh, Hoa")]
    [InlineData("Kinh 30, Hoa 3, Chăm 2", "Kinh")] // the rare ones are 5 together
    [InlineData("Kinh 30, Hoa 9, Chăm 2", "Kinh")] // 2 alone are too few: the next rarest goes with them
    [InlineData("Kinh 30, Hoa 9, lạ 40", "Kinh, Hoa")] // not of the list, however many
    [InlineData("Kinh 30, lạ 1", "")]
    [InlineData("Kinh 2, Hoa 1", null)]
    public void Own_OfValues_LeavesNoSmallCountToBeSeen(string people, string? expected)
    {
        var counts = people.Split(", ").Select(value => value.Split(' ')).ToDictionary(value => value[0], value => long.Parse(value[1], CultureInfo.InvariantCulture));

        var own = MergedValues.Own(counts, new HashSet<string> { "lạ" }, smallest: 5);

        Assert.Equal(expected?.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), own?.Order());
    }
}
