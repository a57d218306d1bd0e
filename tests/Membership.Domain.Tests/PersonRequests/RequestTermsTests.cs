using Membership.Domain.PersonRequests;

namespace Membership.Domain.Tests.PersonRequests;

public class RequestTermsTests
{
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 4, 27), new(2026, 4, 30), new(2026, 5, 1)];

    [Theory]
    [InlineData("2026-03-02", "2026-03-04")] // Monday to Wednesday
    [InlineData("2026-03-05", "2026-03-09")] // Thursday: Friday and, after the weekend, Monday
    [InlineData("2026-03-07", "2026-03-10")] // received on a Saturday
    [InlineData("2026-04-24", "2026-04-29")] // Friday before a Monday off
    [InlineData("2026-04-29", "2026-05-05")] // before two days off and a weekend
    public void AcknowledgeBy_WhenReceived_IsTheSecondWorkingDayAfter(string receivedOn, string expected)
    {
        var day = RequestTerms.AcknowledgeBy(Day(receivedOn), Holidays);

        Assert.Equal(Day(expected), day);
    }

    [Theory]
    [InlineData(PersonRequestKind.View, "2026-03-12", "2026-03-22")]
    [InlineData(PersonRequestKind.Correct, "2026-03-12", "2026-03-22")]
    [InlineData(PersonRequestKind.Provide, "2026-03-12", "2026-03-22")]
    [InlineData(PersonRequestKind.Withdraw, "2026-03-17", "2026-04-01")]
    [InlineData(PersonRequestKind.Restrict, "2026-03-17", "2026-04-01")]
    [InlineData(PersonRequestKind.Oppose, "2026-03-17", "2026-04-01")]
    [InlineData(PersonRequestKind.Delete, "2026-03-22", "2026-04-11")]
    public void AnswerBy_OfEachKind_IsAsTheLawSaysAndAsLongAgainWhenExtended(PersonRequestKind kind, string first, string extended)
    {
        var answerBy = RequestTerms.AnswerBy(Day("2026-03-02"), kind);

        Assert.Equal((Day(first), Day(extended)), (answerBy, RequestTerms.Extended(answerBy, kind)));
    }

    [Theory]
    [InlineData("2026-03-04", null, null, RequestStanding.ToAcknowledge)] // the last day for it
    [InlineData("2026-03-05", null, null, RequestStanding.AcknowledgementOverdue)]
    [InlineData("2026-03-12", "2026-03-04", null, RequestStanding.ToAnswer)]
    [InlineData("2026-03-13", "2026-03-04", null, RequestStanding.AnswerOverdue)]
    [InlineData("2026-03-13", null, null, RequestStanding.AnswerOverdue)] // never acknowledged either
    [InlineData("2026-04-30", "2026-03-04", "2026-03-12", RequestStanding.Answered)]
    [InlineData("2026-04-30", "2026-03-04", "2026-03-13", RequestStanding.AnsweredLate)]
    public void Standing_OnADay_ComparesWithTheTerms(string today, string? acknowledged, string? answered, RequestStanding expected)
    {
        var request = new PersonRequest
        {
            Kind = PersonRequestKind.View,
            ReceivedOn = Day("2026-03-02"),
            AcknowledgeBy = Day("2026-03-04"),
            AnswerBy = Day("2026-03-12"),
            AcknowledgedOn = acknowledged is null ? null : Day(acknowledged),
            AnsweredOn = answered is null ? null : Day(answered),
            Content = "Xem dữ liệu của tôi",
            RecordedBy = "can-bo",
        };

        Assert.Equal(expected, request.StandingOn(Day(today)));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
