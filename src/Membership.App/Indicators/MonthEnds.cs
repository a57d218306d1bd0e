namespace Membership.App.Indicators;

internal static class MonthEnds
{
    public static bool IsOne(DateOnly day) => day.AddDays(1).Day == 1;

    /// <summary>The last days of so many months before the day, oldest first; without the day itself.</summary>
    public static List<DateOnly> Before(DateOnly day, int months)
    {
        var firstOfMonth = new DateOnly(day.Year, day.Month, 1);
        return Enumerable.Range(1, months).Select(back => firstOfMonth.AddMonths(1 - back).AddDays(-1)).Reverse().ToList();
    }
}
