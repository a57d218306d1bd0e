using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Web.Display;

namespace Membership.Web.Tests.Display;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1234, "1.234")]
    [InlineData(4199824, "4.199.824")]
    public void Number_WhenLarge_HasPointsBetweenThousands(long value, string expected) =>
        Assert.Equal(expected, Vietnamese.Number(value));

    [Theory]
    [InlineData(740, 1000, "74,00%")]
    [InlineData(740_001, 1_000_000, "74,00%")] // rounded only to be shown
    [InlineData(1, 3, "33,33%")]
    [InlineData(2, 3, "66,67%")]
    [InlineData(1030, 1000, "103,00%")] // over the whole is shown, not cut
    [InlineData(0, 1000, "0,00%")]
    public void Percent_WhenThereIsADenominator_HasTwoDecimals(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, Vietnamese.Percent(new Measure(numerator, denominator)));

    [Fact]
    public void Percent_WhenThereIsNoDenominator_IsNotZero() => Assert.Null(Vietnamese.Percent(new Measure(5, null)));

    [Theory]
    [InlineData(-2.345, "−2,35")] // away from zero, with a minus and not a hyphen
    [InlineData(1.1, "+1,10")]
    [InlineData(0, "0,00")]
    [InlineData(0.0001, "+0,00")] // above the target, however little
    public void Points_WhenSigned_SayOnWhichSide(double points, string expected) =>
        Assert.Equal(expected, Vietnamese.Points((decimal)points));

    [Theory]
    [InlineData(1965, null, null, "1965")] // a year stays a year
    [InlineData(1980, 5, null, "05/1980")]
    [InlineData(1980, 5, 12, "12/05/1980")]
    public void Date_WhenPartial_ShowsOnlyWhatIsKnown(int year, int? month, int? day, string expected) =>
        Assert.Equal(expected, Vietnamese.Date(PartialDate.TryCreate(year, month, day)!.Value));

    [Theory]
    [InlineData("12.345", 12345L)]
    [InlineData(" 12 345 ", 12345L)]
    [InlineData("12345", 12345L)]
    [InlineData("1.234.567", 1234567L)]
    [InlineData("12,5", null)] // people are whole
    [InlineData("27.13", null)] // a share, or thousands?
    [InlineData("1.5", null)]
    [InlineData("1234.567", null)]
    [InlineData("1.234 567", null)]
    [InlineData(".345", null)]
    [InlineData("12..345", null)]
    [InlineData("-5", null)]
    [InlineData("mười", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ReadNumber_WhenTypedByHand_TakesGroupsOfThreeOrNone(string? text, long? expected) =>
        Assert.Equal(expected, Vietnamese.ReadNumber(text));

    [Fact]
    public void Today_WhenItIsEveningInGreenwich_IsTomorrowInVietnam() =>
        Assert.Equal(new DateOnly(2026, 1, 1), Vietnamese.Today(new EveningClock()));

    private sealed class EveningClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 12, 31, 18, 0, 0, TimeSpan.Zero);
    }
}
