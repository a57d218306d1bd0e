namespace Membership.Domain.PersonRequests;

/// <summary>
/// How long the law leaves for what a person asks about her own data (NĐ 356/2025/NĐ-CP Điều 5): an acknowledgement in two working
/// days; an answer in calendar days by kind, which may be lengthened once by as many again.
/// </summary>
public static class RequestTerms
{
    private const int DaysToAcknowledge = 2;

    /// <summary>The second working day after receipt.</summary>
    /// <param name="holidays">Days off on which nobody works although they are no weekend.</param>
    public static DateOnly AcknowledgeBy(DateOnly receivedOn, IReadOnlySet<DateOnly> holidays)
    {
        var day = receivedOn;
        for (var worked = 0; worked < DaysToAcknowledge; worked += IsWorkingDay(day, holidays) ? 1 : 0)
            day = day.AddDays(1);

        return day;
    }

    public static DateOnly AnswerBy(DateOnly receivedOn, PersonRequestKind kind) => receivedOn.AddDays(DaysToAnswer(kind));

    public static DateOnly Extended(DateOnly answerBy, PersonRequestKind kind) => answerBy.AddDays(DaysToAnswer(kind));

    public static int DaysToAnswer(PersonRequestKind kind) => kind switch
    {
        PersonRequestKind.View or PersonRequestKind.Correct or PersonRequestKind.Provide => 10,
        PersonRequestKind.Withdraw or PersonRequestKind.Restrict or PersonRequestKind.Oppose => 15,
        PersonRequestKind.Delete => 20,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No term for this kind"),
    };

    private static bool IsWorkingDay(DateOnly day, IReadOnlySet<DateOnly> holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
}

/// <summary>Where a request stands on a day.</summary>
public enum RequestStanding
{
    ToAcknowledge = 1,
    AcknowledgementOverdue = 2,
    ToAnswer = 3,
    AnswerOverdue = 4,
    Answered = 5,
    AnsweredLate = 6,
}
