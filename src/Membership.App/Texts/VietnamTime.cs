namespace Membership.App.Texts;

/// <summary>Việt Nam is at UTC+7 without summer time, wherever the computer thinks it stands.</summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
