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

    // Between the last year that is meant as one and 18/05/1927.
    private const int FirstNumberThatIsNoYear = 2_200;

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
        CellKind.Number => OfNumber(cell.Number, way.Rules.DaysOfNumbers, way),
        CellKind.Date => OfSerial(cell.Number, way),
        CellKind.Error => new DateReading(null, RowProblemCode.CellHasError),
        _ => new DateReading(null, RowProblemCode.DateUnreadable),
    };

    // 0 is what a formula gives for a blank.
    private static DateReading OfNumber(double number, int shift, DateWay way) => number switch
    {
        0 => default,
        >= FirstNumberThatIsNoYear when way.HasSerials => OfSerialNumber(number + shift, way),
        >= 1000 and < 10_000 when double.IsInteger(number) => Check((int)number, 0, 0, way.AsOf),
        _ => new DateReading(null, RowProblemCode.DateUnreadable),
    };

    /// <summary>A day that was pasted without its format, in a column of such.</summary>
    private static DateReading OfSerialNumber(double serial, DateWay way)
    {
        if (DayOf(serial) is not { } day)
            return new DateReading(null, RowProblemCode.DateUnreadable);

        var date = IsEvening(serial, way) ? day.AddDays(1) : day;
        return Check(date.Year, date.Month, date.Day, way.AsOf, RepairCode.SerialNumber);
    }

    private static bool IsEvening(double serial, DateWay way) =>
        Math.Floor(serial) != serial && way.HasEvenings && DayTime.OfSerial(serial).IsMidnightFarther;

    private static DateReading OfSerial(double serial, DateWay way)
    {
        if (serial is >= PartialDate.FirstYear and <= PartialDate.LastYear && double.IsInteger(serial) && way.Allows(RepairCode.YearInDateCell))
            return Check((int)serial, 0, 0, way.AsOf, RepairCode.YearInDateCell);
        if (DayOf(serial) is not { } date)
            return serial == 0 ? default : new DateReading(null, Math.Floor(serial) == SerialOfNoDay ? RowProblemCode.DateDoesNotExist : RowProblemCode.DateOutOfRange);

        return IsEvening(serial, way) ? Check(date.AddDays(1), way, RepairCode.EveningBefore) : OfDay(date, way);
    }

    private static DateReading OfDay(DateOnly date, DateWay way)
    {
        var isExchanged = way.IsExchanged && date.Day <= 12 && date.Day != date.Month;
        return isExchanged
            ? Check(date.Year, date.Day, date.Month, way.AsOf, RepairCode.DayAndMonthExchanged)
            : Check(date.Year, date.Month, date.Day, way.AsOf);
    }

    private static DateReading OfText(string text, DateWay way)
    {
        if (CellText.IsErrorText(text))
            return new DateReading(null, RowProblemCode.CellHasError);

        if (way.HasSerials && SerialText.Read(text) is { } serial)
            return OfNumber(serial, 0, way);

        var reading = OfNumbers(DateNumbers.In(WithoutFraction(text)), way);
        return reading.Date is { IsWholeDate: true } && DayTime.In(text) is { DaysLater: > 0 } time ? Later(reading, time, way) : reading;
    }

    private static DateReading Later(DateReading reading, DayTime time, DateWay way)
    {
        var repair = time.Offset is null ? RepairCode.EveningBefore : RepairCode.DayInUniversalTime;
        var isMeant = time.Offset is null ? way.HasEvenings : way.Allows(repair);
        return isMeant ? Check(reading.Date!.Value.Earliest.AddDays(time.DaysLater), way, repair) : reading;
    }

    private static DateReading OfNumbers(DateNumbers numbers, DateWay way)
    {
        if (way.IsMixed && DateColumn.IsEitherWay(numbers))
            return new DateReading(null, RowProblemCode.DateOrderUnclear);
        if (way.IsMonthFirst ? DateColumn.IsEitherWay(numbers) || DateColumn.IsMonthBeforeDay(numbers) : way.IsMixed && DateColumn.IsMonthBeforeDay(numbers))
        {
            var swapped = Complete(numbers.Third, numbers.First, numbers.Second, way, shortYearFits: true);
            return way.Allows(RepairCode.MonthFirst) && swapped.Date is not null ? swapped with { Repair = RepairCode.MonthFirst } : InOrder(numbers, way);
        }

        return InOrder(numbers, way);
    }

    private static DateReading InOrder(DateNumbers numbers, DateWay way)
    {
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

    private static DateReading Check(DateOnly day, DateWay way, RepairCode repair) => Check(day.Year, day.Month, day.Day, way.AsOf, repair);

    /// <summary>How the dates of one column are read.</summary>
    private readonly record struct DateWay(RowRules Rules, MemberField Field, int Youngest)
    {
        public DateOnly AsOf => Rules.AsOf;

        public bool IsExchanged => Rules.Survey.IsExchanged(Field);

        public bool IsMixed => Rules.Survey.IsMixed(Field);

        public bool IsMonthFirst => Rules.Survey.IsMonthFirst(Field);

        public bool HasEvenings => Rules.Survey.HasEvenings(Field) && Allows(RepairCode.EveningBefore);

        public bool HasSerials => Rules.Survey.HasSerials(Field) && Allows(RepairCode.SerialNumber);

        public bool Allows(RepairCode repair) => !Rules.Choices.Refuses(repair);
    }
}
