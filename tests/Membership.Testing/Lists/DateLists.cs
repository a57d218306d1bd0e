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

    public static IEnumerable<RealList> All() =>
    [
        Evenings("date-cells-of-an-evening", 17, "dd/mm/yyyy"),
        Evenings("date-cells-of-an-evening-with-the-time", 16, "dd/mm/yyyy hh:mm"),
        Evenings("date-cells-of-an-hour-before-midnight", 23, "dd/mm/yyyy"),
        EveningTexts("texts-of-an-evening", day => FormattableString.Invariant($"{day.AddDays(-1):dd/MM/yyyy} 17:00:00"), "EveningBefore"),
        EveningTexts("texts-of-an-evening-in-twelve-hours", day => FormattableString.Invariant($"{day.AddDays(-1):dd/MM/yyyy} 5:00:00 PM"), "EveningBefore"),
        EveningTexts("texts-of-universal-time", day => FormattableString.Invariant($"{day.AddDays(-1):yyyy-MM-dd}T17:00:00.000Z"), "DayInUniversalTime"),
        EveningTexts("texts-with-an-offset", day => FormattableString.Invariant($"{day:yyyy-MM-dd}T00:00:00+07:00"), null),
        Typed(),
        Serials("days-as-plain-numbers", (person, serial) => serial),
        Serials("days-as-plain-numbers-in-texts", (person, serial) => serial.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new ListDraft("days-as-plain-numbers-in-a-text-list")
        {
            Row = (person, number) => [number, person.Name, Serial(person), person.SexWord, person.CitizenId],
            Repairs = [("SerialNumber", 6)],
        }.ToText(';', new System.Text.UTF8Encoding(false), "ds.csv"),
        new ListDraft("days-as-plain-numbers-among-years-and-dates")
        {
            Row = (person, number) => [number, person.Name, number < 3 ? person.Born.Year : number < 5 ? person.Born : Serial(person), person.SexWord, person.CitizenId],
            Expected = (expected, person) => person.Number < 13 ? expected with { Birth = expected.Birth![..4] } : expected,
            Repairs = [("SerialNumber", 2)],
        }.ToWorkbook(),
        new ListDraft("days-as-plain-numbers-of-the-1904-system")
        {
            Row = (person, number) => [number, person.Name, Serial(person) - From1904, person.SexWord, person.CitizenId],
            Repairs = [("SerialNumber", 6)],
        }.ToWorkbook(builder => builder.Change(
            WorkbookBuilder.WorkbookPart, text => text.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal))),
        new ListDraft("numbers-that-are-no-days")
        {
            Row = (person, number) => [number, person.Name, ((number * 10_000) + 101 + person.Born.Year % 100) * 1.0, person.SexWord, person.CitizenId],
        }.ToWorkbook() with
        {
            People = [],
            Rejected = [.. Enumerable.Range(2, 6).Select(row => (row, new[] { Membership.Domain.MemberImports.RowProblemCode.DateUnreadable }))],
        },
        new ListDraft("texts-with-the-month-first")
        {
            Row = (person, number) => [number, person.Name, FormattableString.Invariant($"{person.Born:MM/dd/yyyy}"), person.SexWord, person.CitizenId],
            Repairs = [("MonthFirst", 6)],
        }.ToWorkbook(),
    ];

    private static double Serial(Invented person) => person.Born.ToDateTime(TimeOnly.MinValue).ToOADate();

    private static RealList Evenings(string name, int hour, string format) => new ListDraft(name)
    {
        Row = (person, number) => [number, person.Name, new Formatted(Serial(person) - 1 + (hour / 24.0), format), person.SexWord, person.CitizenId],
        Repairs = [("EveningBefore", 6)],
    }.ToWorkbook();

    private static RealList EveningTexts(string name, Func<DateOnly, string> written, string? repair) => new ListDraft(name)
    {
        Row = (person, number) => [number, person.Name, written(person.Born), person.SexWord, person.CitizenId],
        Repairs = repair is null ? [] : [(repair, 6)],
    }.ToWorkbook();

    /// <summary>Moments at which somebody typed are no midnight of anywhere.</summary>
    private static RealList Typed() => new ListDraft("date-cells-of-moments")
    {
        Row = (person, number) => [number, person.Name, new Formatted(Serial(person) + ((900 + (number * 41)) / 1440.0), "dd/mm/yyyy hh:mm"), person.SexWord, person.CitizenId],
    }.ToWorkbook();

    private static RealList Serials(string name, Func<Invented, double, object?> written) => new ListDraft(name)
    {
        Row = (person, number) => [number, person.Name, written(person, Serial(person)), person.SexWord, person.CitizenId],
        Repairs = [("SerialNumber", 6)],
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
