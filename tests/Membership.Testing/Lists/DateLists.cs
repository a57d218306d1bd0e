namespace Membership.Testing.Lists;

/// <summary>Dates that Excel stored otherwise than they were meant.</summary>
internal static class DateLists
{
    private const double From1904 = 1462;

    /// <summary>Every text has a day from 13 on, every date cell shows one up to 12: Excel took the day for the month.</summary>
    public static RealList Exchanged() => new ListDraft("date-cells-with-day-and-month-exchanged")
    {
        Row = (person, number) => [number, person.Name, number % 2 == 0 ? person.Day : Exchange(Meant(person)), person.SexWord, person.CitizenId],
        Expected = (expected, person) => person.Number % 2 == 0 ? expected : expected with { Birth = FormattableString.Invariant($"{Meant(person):yyyy-MM-dd}") },
        Repairs = [("DayAndMonthExchanged", 3)],
    }.ToWorkbook();

    public static RealList In1904() => new ListDraft("date-cells-of-the-1904-system")
    {
        Row = (person, number) =>
            [number, person.Name, new Formatted(person.Born.ToDateTime(TimeOnly.MinValue).ToOADate() - From1904, "dd/mm/yyyy"), person.SexWord, person.CitizenId],
    }.ToWorkbook(builder => builder.Change(
        WorkbookBuilder.WorkbookPart, text => text.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal)));

    /// <summary>A day that can be exchanged: up to 12, and not the month's own number.</summary>
    private static DateOnly Meant(Invented person) => new(person.Born.Year, person.Born.Month, person.Born.Month == 3 ? 8 : 3);

    private static DateOnly Exchange(DateOnly date) => new(date.Year, date.Day, date.Month);
}
