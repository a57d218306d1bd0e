using System.Globalization;

namespace Membership.App.Texts;

/// <summary>Việt Nam is at UTC+7 without summer time, wherever the computer thinks it stands.</summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>A moment in UTC as the clock in Việt Nam showed it, to the second.</summary>
    public static string Shown(DateTime utc) => utc.Add(Offset).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>When a day of Việt Nam begins, in UTC.</summary>
    public static DateTime Beginning(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Offset;

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
