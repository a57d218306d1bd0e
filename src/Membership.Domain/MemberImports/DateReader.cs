using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a cell says about a date. All null: the cell says nothing.</summary>
internal readonly record struct DateReading(PartialDate? Date, RowProblemCode? Problem = null, RepairCode? Repair = null)
{
    public bool IsEmpty => Date is null && Problem is null;
}

/// <summary>
/// Dates as clerks write them: 05/03/1980, 5-3-1980, 03/1980, 1980, 00/00/1994, "/ /1986", …/…/1965, ngày 5 tháng 3 năm 1980,
/// 1980-03-05, date cells. Day before month always; what is unknown stays unknown; never the machine's culture.
/// </summary>
internal static class DateReader
{
    // The last day of Excel's calendar, 31/12/9999.
    private const double LastSerial = 2_958_465;

    // Excel believes in a 29/02/1900, serial 60.
    private const double SerialOfNoDay = 60;

    // Two digits of a year are completed so that a member is at least this old.
    private const int YoungestMember = 14;
    private const int Noon = 12;

    private static readonly string[] UniversalTime = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Two digits of a year are completed so that the person is 14 to 110 years old.</summary>
    /// <param name="cell">Null: what stands in the field's column.</param>
    public static DateReading OfBirth(RowReading row, MemberField field, Cell? cell = null) =>
        Read(cell ?? row[field], new DateWay(row.Rules, field, YoungestMember));

    /// <summary>As above, for a value that stands in no list.</summary>
    public static DateReading OfBirth(string text, DateOnly today) =>
        OfText(text, new DateWay(new RowRules(new ListShape(0, 0, []), today), MemberField.DateOfBirth, YoungestMember));

    /// <summary>Two digits of a year are completed to the latest year up to the list's date.</summary>
    /// <param name="cell">Null: what stands in the field's column.</param>
    public static DateReading OfEvent(RowReading row, MemberField field, Cell? cell = null) => Read(cell ?? row[field], new DateWay(row.Rules, field, 0));

    /// <summary>The day a serial number shows; null for what shows none, such as the 29/02/1900 of Excel.</summary>
    internal static DateOnly? DayOf(double serial)
    {
        if (serial is < 1 or >= LastSerial + 1 || Math.Floor(serial) == SerialOfNoDay)
            return null;

        return (serial < SerialOfNoDay ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30)).AddDays((int)serial);
    }

    private static DateReading Read(Cell cell, DateWay way) => cell.Kind switch
    {
        CellKind.Empty => default,
        CellKind.Text => OfText(cell.Text, way),
        CellKind.Number => OfNumber(cell.Number, way.AsOf),
        CellKind.Date => OfSerial(cell.Number, way),
        CellKind.Error => new DateReading(null, RowProblemCode.CellHasError),
        _ => new DateReading(null, RowProblemCode.DateUnreadable),
    };

    // 0 is what a formula gives for a blank. A serial day without a date's format is not guessed at.
    private static DateReading OfNumber(double number, DateOnly asOf) => number switch
    {
        0 => default,
        >= 1000 and < 10_000 when double.IsInteger(number) => Check((int)number, 0, 0, asOf),
        _ => new DateReading(null, RowProblemCode.DateUnreadable),
    };

    private static DateReading OfSerial(double serial, DateWay way)
    {
        if (serial is >= PartialDate.FirstYear and <= PartialDate.LastYear && double.IsInteger(serial) && way.Allows(RepairCode.YearInDateCell))
            return Check((int)serial, 0, 0, way.AsOf, RepairCode.YearInDateCell);
        if (DayOf(serial) is not { } date)
            return serial == 0 ? default : new DateReading(null, Math.Floor(serial) == SerialOfNoDay ? RowProblemCode.DateDoesNotExist : RowProblemCode.DateOutOfRange);

        var isExchanged = way.IsExchanged && date.Day <= 12 && date.Day != date.Month;
        return isExchanged
            ? Check(date.Year, date.Day, date.Month, way.AsOf, RepairCode.DayAndMonthExchanged)
            : Check(date.Year, date.Month, date.Day, way.AsOf);
    }

    private static DateReading OfText(string text, DateWay way)
    {
        if (CellText.IsErrorText(text))
            return new DateReading(null, RowProblemCode.CellHasError);

        if (OfUniversalTime(text, way) is { } day)
            return day;

        var numbers = DateNumbers.In(WithoutFraction(text));
        if (way.IsMixed && DateColumn.IsEitherWay(numbers))
            return new DateReading(null, RowProblemCode.DateOrderUnclear);

        return numbers.Count switch
        {
            DateNumbers.Foreign => new DateReading(null, RowProblemCode.DateUnreadable),
            0 => default,
            1 => Complete(numbers.First, 0, 0, way, shortYearFits: false),
            2 => Complete(numbers.Second, numbers.GapBeforeSecond > 1 ? default : numbers.First, default, way, numbers.Second.Value > 31),
            _ when numbers.First.Digits == 4 => Complete(numbers.First, numbers.Second, numbers.Third, way, shortYearFits: false),
            _ => Complete(numbers.Third, numbers.Second, numbers.First, way, shortYearFits: true),
        };
    }

    /// <summary>"1981.0", a year that another program stored as text.</summary>
    private static string WithoutFraction(string text) => text.Trim() is { Length: 6 } year && year.EndsWith(".0", StringComparison.Ordinal) ? year[..^2] : text;

    /// <summary>Midnight in Vietnam is 17:00 of the day before, and was 16:00 in the south until 1975. Null for anything else.</summary>
    private static DateReading? OfUniversalTime(string text, DateWay way)
    {
        if (!text.EndsWith('Z') || !DateTime.TryParseExact(text.Trim(), UniversalTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        if (time.Hour < Noon || time.Year > way.AsOf.Year || !way.Allows(RepairCode.DayInUniversalTime))
            return null;

        var day = time.AddDays(1);
        return Check(day.Year, day.Month, day.Day, way.AsOf, RepairCode.DayInUniversalTime);
    }

    private static DateReading Complete(
        DateNumber year, DateNumber month, DateNumber day, DateWay way, bool shortYearFits)
    {
        if (month.Digits > 2 || day.Digits > 2)
            return new DateReading(null, RowProblemCode.DateUnreadable);
        if (year.Digits == 4)
            return year.Value == 0 ? new DateReading(null, RowProblemCode.DateUnreadable) : Check(year.Value, month.Value, day.Value, way.AsOf);

        var mayComplete = year.Digits == 2 && shortYearFits && way.Allows(RepairCode.TwoDigitYear);
        return mayComplete && WithCentury(year.Value, way.AsOf.Year, way.Youngest) is { } whole
            ? Check(whole, month.Value, day.Value, way.AsOf, RepairCode.TwoDigitYear)
            : new DateReading(null, RowProblemCode.DateUnreadable);
    }

    private static int? WithCentury(int shortYear, int now, int youngest)
    {
        if (now - (2000 + shortYear) >= youngest)
            return 2000 + shortYear;

        return now - (1900 + shortYear) <= 110 ? 1900 + shortYear : null;
    }

    private static DateReading Check(int year, int month, int day, DateOnly asOf, RepairCode? repair = null)
    {
        if (year < PartialDate.FirstYear || year > asOf.Year)
            return new DateReading(null, RowProblemCode.DateOutOfRange);

        // A day of an unknown month says nothing about when.
        var date = month == 0 ? PartialDate.TryCreate(year) : PartialDate.TryCreate(year, month, day == 0 ? null : day);
        if (date is null)
            return new DateReading(null, RowProblemCode.DateDoesNotExist);

        return date.Value.Earliest > asOf ? new DateReading(null, RowProblemCode.DateOutOfRange) : new DateReading(date, null, repair);
    }

    /// <summary>How the dates of one column are read.</summary>
    private readonly record struct DateWay(RowRules Rules, MemberField Field, int Youngest)
    {
        public DateOnly AsOf => Rules.AsOf;

        public bool IsExchanged => Rules.Survey.IsExchanged(Field);

        public bool IsMixed => Rules.Survey.IsMixed(Field);

        public bool Allows(RepairCode repair) => !Rules.Choices.Refuses(repair);
    }
}
