using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>How the dates of a column are written: the order of day and month, times of day behind them, days as plain numbers.</summary>
/// <param name="lastDay">No serial number means a later one.</param>
internal sealed class DateColumn(DateOnly lastDay)
{
    // 18/05/1927: smaller numbers are years, or days of people older than anybody.
    private const double FirstSerial = 10_000;
    private const int Enough = 3;
    private const int SerialsForEachOther = 3;
    private const int LastMonth = 12;
    private readonly double _lastSerial = lastDay.DayNumber - new DateOnly(1899, 12, 30).DayNumber + 1;
    private int _textsDayFirst;
    private int _textsMonthFirst;
    private int _textsEitherWay;
    private int _cellsEitherWay;
    private int _cellsCertain;
    private int _evenings;
    private int _otherTimes;
    private int _serials;
    private int _serialsLikeDigits;
    private int _otherNumbers;

    /// <summary>
    /// Excel took 05/03/1980 for the third of May and left 25/03/1980 as text: every text has a day that is no month, and every date
    /// cell a day that could be one. The same where texts have the month first.
    /// </summary>
    public bool IsExchanged => _cellsEitherWay >= Enough && _cellsCertain + _textsEitherWay == 0
        && ((_textsDayFirst >= Enough && _textsMonthFirst == 0) || (_textsMonthFirst >= Enough && _textsDayFirst == 0));

    /// <summary>A text has a month that is none, and no text has one behind its day: 03/25/1980 proves that 05/03/1980 is the third of May.</summary>
    public bool IsMonthFirst => _textsMonthFirst >= (_cellsEitherWay > 0 ? Enough : 1) && _textsDayFirst + _cellsCertain == 0;

    /// <summary>Texts with the month first stand beside others, and not by a slip: 05/03/1980 may be either day.</summary>
    public bool IsMixed => !IsMonthFirst && _textsMonthFirst >= Enough && _textsMonthFirst * 10 >= _textsDayFirst;

    /// <summary>Times of day that are midnight somewhere east of where they were written; not moments at which something was typed.</summary>
    public bool HasEvenings => _evenings > _otherTimes;

    /// <summary>25569 is 01/01/1970; 10180 in a column of nothing else may be the 1st of January 1980 as well.</summary>
    public bool HasSerials => _serials > _otherNumbers * SerialsForEachOther && _serialsLikeDigits < _serials;

    public void Add(Cell cell)
    {
        if (cell.Kind == CellKind.Text)
            AddText(cell.Text);
        else if (cell.Kind == CellKind.Number)
            AddNumber(cell.Number);
        else if (cell.Kind == CellKind.Date && DateReader.DayOf(cell.Number) is { } day)
            AddCell(cell.Number, day);
    }

    /// <summary>Whether a text's first two numbers could both be the month.</summary>
    public static bool IsEitherWay(DateNumbers numbers) =>
        IsDayAndMonth(numbers) && numbers.First.Value <= LastMonth && numbers.Second.Value <= LastMonth && numbers.First.Value != numbers.Second.Value;

    /// <summary>Whether the second of a text's numbers is no month and the first is one.</summary>
    public static bool IsMonthBeforeDay(DateNumbers numbers) => IsDayAndMonth(numbers) && numbers.First.Value <= LastMonth && numbers.Second.Value > LastMonth;

    private void AddCell(double serial, DateOnly day)
    {
        _ = day.Day > LastMonth ? _cellsCertain++ : _cellsEitherWay++;
        AddTime(DayTime.OfSerial(serial));
    }

    private void AddText(string text)
    {
        if (SerialText.Read(text) is { } number)
        {
            AddNumber(number);
            return;
        }

        if (DayTime.In(text) is { Offset: null } time)
            AddTime(time);
        AddOrder(DateNumbers.In(text));
    }

    private void AddOrder(DateNumbers numbers)
    {
        if (!IsDayAndMonth(numbers))
            return;
        if (numbers.First.Value > LastMonth)
            _textsDayFirst++;
        else if (numbers.Second.Value > LastMonth)
            _textsMonthFirst++;
        else
            _textsEitherWay++;
    }

    private void AddNumber(double number)
    {
        if (number >= FirstSerial && number <= _lastSerial)
        {
            _serials++;
            _serialsLikeDigits += IsDayMonthYear((int)number) ? 1 : 0;
            AddTime(DayTime.OfSerial(number));
        }
        else if (number != 0 && number is < PartialDate.FirstYear or >= FirstSerial)
            _otherNumbers++;
    }

    private void AddTime(DayTime time)
    {
        if (time.IsMidnightFarther)
            _evenings++;
        else if (!time.IsMidnightNearer)
            _otherTimes++;
    }

    /// <summary>10180: a day, two digits of a month and two of a year, typed without anything between them.</summary>
    private static bool IsDayMonthYear(int digits) => digits / 100 % 100 is >= 1 and <= LastMonth;

    private static bool IsDayAndMonth(DateNumbers numbers) => numbers.Count == 3 && numbers.First.Digits <= 2 && numbers.First.Value > 0 && numbers.Second.Value > 0;
}
