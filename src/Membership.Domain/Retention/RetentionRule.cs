namespace Membership.Domain.Retention;

/// <summary>
/// How long what identifies somebody is kept after she has left every organization (Luật 91/2025/QH15 Điều 3 khoản 3: no longer
/// than its purpose needs).
/// </summary>
/// <param name="Years">Full years after the end of her last membership.</param>
/// <param name="Description">Shown: whom the rule is about.</param>
/// <param name="Source">Shown: where the rule comes from, and how sure it is.</param>
public sealed record RetentionRule(RetentionStatus Status, int Years, string Description, string Source)
{
    /// <summary>Whoever's last membership had ended by this day is due.</summary>
    public DateOnly DueWhenEndedBy(DateOnly today) => today.AddYears(-Years);
}

/// <summary>How somebody stands to the register whose every membership has ended.</summary>
public enum RetentionStatus
{
    /// <summary>Đã rời tổ chức.</summary>
    Left = 1,

    /// <summary>Qua đời.</summary>
    Deceased = 2,
}
