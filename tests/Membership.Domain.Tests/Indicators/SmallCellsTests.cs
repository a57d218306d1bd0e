using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public class SmallCellsTests
{
    public static TheoryData<long[], bool[]> Cases { get; } = new()
    {
        { [4, 8, 30], [true, true, false] }, // one alone would be the sum less the others
        { [4, 3, 30], [true, true, false] }, // two hide each other
        { [5, 6, 7], [false, false, false] },
        { [0, 9, 4], [false, true, true] }, // nobody tells nothing and hides nothing
        { [3], [true] },
        { [], [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Withheld_OfParts_HidesEachSmallOneFromItsSum(long[] parts, bool[] expected)
    {
        var withheld = SmallCells.Withheld(parts, smallest: 5);

        Assert.Equal(expected, withheld);
    }
}
