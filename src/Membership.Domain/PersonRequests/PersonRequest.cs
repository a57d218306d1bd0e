namespace Membership.Domain.PersonRequests;

/// <summary>What a person asked about her own data, and by when the law wants it done (NĐ 356/2025 Điều 5).</summary>
public sealed class PersonRequest
{
    public long Id { get; init; }

    /// <summary>Null when the one who asks is not in the register.</summary>
    public long? PersonId { get; init; }

    /// <summary>The commune where it was received: its officers see the request of somebody the register does not know.</summary>
    public long? LocalityId { get; init; }

    /// <summary>The organization that was asked; null: all of them there.</summary>
    public long? OrganizationId { get; init; }

    public PersonRequestKind Kind { get; init; }

    public DateOnly ReceivedOn { get; init; }

    /// <summary>Two working days after receipt.</summary>
    public DateOnly AcknowledgeBy { get; init; }

    public DateOnly AnswerBy { get; set; }

    public DateOnly? AcknowledgedOn { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The one longer term that the law allows was used, with its reason.</summary>
    public string? ExtendedBecause { get; set; }

    /// <summary>What is asked for, in short.</summary>
    public required string Content { get; init; }

    /// <summary>What was done, or why not.</summary>
    public string? Answer { get; set; }

    public required string RecordedBy { get; init; }

    public DateTime RecordedAt { get; init; }

    public RequestStanding StandingOn(DateOnly today) => (AnsweredOn, AcknowledgedOn) switch
    {
        ({ } answered, _) => answered > AnswerBy ? RequestStanding.AnsweredLate : RequestStanding.Answered,
        _ when today > AnswerBy => RequestStanding.AnswerOverdue,
        (null, null) => today > AcknowledgeBy ? RequestStanding.AcknowledgementOverdue : RequestStanding.ToAcknowledge,
        _ => RequestStanding.ToAnswer,
    };
}

public enum PersonRequestKind
{
    /// <summary>Xem, chỉnh sửa, cung cấp: 10 days.</summary>
    View = 1,
    Correct = 2,
    Provide = 3,

    /// <summary>Rút lại đồng ý, hạn chế, phản đối: 15 days.</summary>
    Withdraw = 4,
    Restrict = 5,
    Oppose = 6,

    /// <summary>Xóa: 20 days.</summary>
    Delete = 7,
}
