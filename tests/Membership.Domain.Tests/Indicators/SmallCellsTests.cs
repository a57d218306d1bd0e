using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public class SmallCellsTests
{
    [Theory]
    [InlineData(new long[] { 100, 5 }, new[] { true, true })]
    [InlineData(new long[] { 100, 4, 3 }, new[] { true, false, false })]
    [InlineData(new long[] { 100, 20, 4 }, new[] { true, false, false })] // 4 could be reckoned from the total
    [InlineData(new long[] { 4 }, new[] { false })]
    [InlineData(new long[] { }, new bool[] { })]
    public void Cells_BelowFive_AreWithheldAndNeverAlone(long[] counts, bool[] shown) =>
        Assert.Equal(counts.Zip(shown, (count, isShown) => isShown ? (long?)count : null), SmallCells.Withhold(counts));
}
