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

    /// <summary>Two digits of a year are completed so that the person is 14 to 110 years old.</summary>
    public static DateReading OfBirth(Cell cell, DateOnly asOf) => Read(cell, asOf, youngest: 14);

    /// <summary>Two digits of a year are completed to the latest year up to the list's date.</summary>
    public static DateReading OfEvent(Cell cell, DateOnly asOf) => Read(cell, asOf, youngest: 0);

    private static DateReading Read(Cell cell, DateOnly asOf, int youngest) => cell.Kind switch
    {
        CellKind.Empty => default,
        CellKind.Text => OfText(cell.Text, asOf, youngest),
        CellKind.Number => OfNumber(cell.Number, asOf),
        CellKind.Date => OfSerial(cell.Number, asOf),
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

    private static DateReading OfSerial(double serial, DateOnly asOf)
    {
        if (serial is >= PartialDate.FirstYear and <= PartialDate.LastYear && double.IsInteger(serial))
            return Check((int)serial, 0, 0, asOf, RepairCode.YearInDateCell);
        if (serial is < 1 or >= LastSerial + 1)
            return serial == 0 ? default : new DateReading(null, RowProblemCode.DateOutOfRange);
        if (Math.Floor(serial) == SerialOfNoDay)
            return new DateReading(null, RowProblemCode.DateDoesNotExist);

        var firstDay = serial < SerialOfNoDay ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        var date = firstDay.AddDays((int)serial);
        return Check(date.Year, date.Month, date.Day, asOf);
    }

    private static DateReading OfText(string text, DateOnly asOf, int youngest)
    {
        if (CellText.IsErrorText(text))
            return new DateReading(null, RowProblemCode.CellHasError);

        var numbers = DateNumbers.In(text);
        return numbers.Count switch
        {
            DateNumbers.Foreign => new DateReading(null, RowProblemCode.DateUnreadable),
            0 => default,
            1 => Complete(numbers.First, 0, 0, asOf, youngest, shortYearFits: false),
            2 => Complete(numbers.Second, numbers.GapBeforeSecond > 1 ? default : numbers.First, default, asOf, youngest, numbers.Second.Value > 31),
            _ when numbers.First.Digits == 4 => Complete(numbers.First, numbers.Second, numbers.Third, asOf, youngest, shortYearFits: false),
            _ => Complete(numbers.Third, numbers.Second, numbers.First, asOf, youngest, shortYearFits: true),
        };
    }

    private static DateReading Complete(
        DateNumber year, DateNumber month, DateNumber day, DateOnly asOf, int youngest, bool shortYearFits)
    {
        if (month.Digits > 2 || day.Digits > 2)
            return new DateReading(null, RowProblemCode.DateUnreadable);
        if (year.Digits == 4)
            return year.Value == 0 ? new DateReading(null, RowProblemCode.DateUnreadable) : Check(year.Value, month.Value, day.Value, asOf);

        return year.Digits == 2 && shortYearFits && WithCentury(year.Value, asOf.Year, youngest) is { } whole
            ? Check(whole, month.Value, day.Value, asOf, RepairCode.TwoDigitYear)
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
}
