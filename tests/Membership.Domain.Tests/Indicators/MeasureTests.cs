using Membership.Domain.Indicators;
using Membership.Domain.Targets;

namespace Membership.Domain.Tests.Indicators;

public sealed class MeasureTests
{
    [Theory]
    [InlineData(740, 1000, 7400, Comparator.MoreThan, Progress.Behind)] // "trên" is strict
    [InlineData(741, 1000, 7400, Comparator.MoreThan, Progress.Reached)]
    [InlineData(740_001, 1_000_000, 7400, Comparator.MoreThan, Progress.Reached)] // though it is shown as 74,00
    [InlineData(740, 1000, 7400, Comparator.AtLeast, Progress.Reached)] // "từ … trở lên" includes it
    [InlineData(739, 1000, 7400, Comparator.AtLeast, Progress.Behind)]
    [InlineData(1100, 1000, 10_000, Comparator.MoreThan, Progress.Reached)] // over the whole
    [InlineData(0, 1000, 7400, Comparator.MoreThan, Progress.Behind)] // nobody joined is a figure
    public void Against_WhenThereIsAShare_ComparesWholeNumbers(long numerator, long denominator, int target, Comparator comparator, Progress expected)
    {
        var progress = new Measure(numerator, denominator).Against(target, comparator);

        Assert.Equal(expected, progress);
    }

    [Fact]
    public void ShownPercent_WhenSharesDifferBelowOneHundredth_IsTheSame()
    {
        var exactly = new Measure(740_000, 1_000_000);
        var justAbove = new Measure(740_001, 1_000_000);

        Assert.Equal(74.00m, exactly.ShownPercent);
        Assert.Equal(74.00m, justAbove.ShownPercent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)] // nobody to divide by
    public void Share_WhenThereIsNoDenominator_IsNone(long? denominator)
    {
        var measure = new Measure(5, denominator);

        Assert.Null(measure.Share);
        Assert.Null(measure.ShownPercent);
        Assert.Null(measure.DistanceFrom(7400));
        Assert.Equal(Progress.NotMeasured, measure.Against(7400, Comparator.MoreThan));
    }

    [Fact]
    public void Against_WhenNoTargetWasSet_IsNotAssigned()
    {
        var progress = new Measure(1, 2).Against(null, Comparator.MoreThan);

        Assert.Equal(Progress.NotAssigned, progress);
    }

    [Fact]
    public void IsOverWhole_WhenMoreThanEveryoneIsCounted_IsFlagged()
    {
        var measure = new Measure(551, 530);

        Assert.True(measure.IsOverWhole);
        Assert.Equal(103.96m, measure.ShownPercent);
    }

    [Theory]
    [InlineData(206_391, 255_086, "80.91")] // E1 Hội LHPN Tây Ninh 2011
    [InlineData(50_730, 206_391, "24.58")] // E1 hội viên nòng cốt, published as 24,76
    [InlineData(118_000, 166_000, "71.08")] // E2 Hội LHPN Hậu Giang 2017
    [InlineData(56_538, 84_735, "66.72")] // E2 "5 không 3 sạch"
    [InlineData(78_596, 91_476, "85.92")] // E3 Hội Nông dân Cần Thơ 2021
    [InlineData(120, 152, "78.95")] // E5 published truncated: 78,94
    [InlineData(12, 14, "85.71")] // E5
    [InlineData(15_360, 19_587, "78.42")] // E6 Đoàn Quảng Xương, youth who are present
    [InlineData(15_360, 51_600, "29.77")] // E6 the same over all youth
    [InlineData(139_426, 162_806, "85.64")] // E7 Công đoàn Cần Thơ 2025
    [InlineData(551, 530, "103.96")] // E9 more than all
    [InlineData(3, 7, "42.86")] // E9 published truncated: 42,85
    [InlineData(1, 800, "0.13")] // half up: 0,125
    public void ShownPercent_OfAPublishedFigure_IsRoundedHalfUp(long numerator, long denominator, string expected)
    {
        var shown = new Measure(numerator, denominator).ShownPercent;

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), shown);
    }

    [Theory]
    [InlineData(6141, 8299L, Comparator.MoreThan, 1L)] // 74 % are 6.141,26
    [InlineData(6142, 8299L, Comparator.MoreThan, 0L)]
    [InlineData(740, 1000L, Comparator.MoreThan, 1L)] // "trên" is strict
    [InlineData(740, 1000L, Comparator.AtLeast, 0L)]
    [InlineData(700, 1000L, Comparator.AtLeast, 40L)]
    [InlineData(0, null, Comparator.MoreThan, null)]
    public void MissingTo_CountsWhoWouldReachTheTarget(long numerator, long? denominator, Comparator comparator, long? expected)
    {
        var measure = new Measure(numerator, denominator);

        Assert.Equal(expected, measure.MissingTo(7400, comparator));
        Assert.Equal(expected, expected is null ? null : Enumerable.Range(0, 100).First(more => new Measure(numerator + more, denominator).Against(7400, comparator) == Progress.Reached));
    }
}
