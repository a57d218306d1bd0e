namespace Membership.Domain.MemberImports;

/// <summary>In what order the dates of a column have day and month.</summary>
internal sealed class DateColumn
{
    private const int Enough = 3;
    private const int LastMonth = 12;
    private int _textsDayFirst;
    private int _textsMonthFirst;
    private int _textsEitherWay;
    private int _cellsEitherWay;
    private int _cellsCertain;

    /// <summary>Excel took 05/03/1980 for the third of May and left 25/03/1980 as text: every text has a day that is no month, and
    /// every date cell a day that could be one.</summary>
    public bool IsExchanged => _textsDayFirst >= Enough && _cellsEitherWay >= Enough && _textsMonthFirst + _textsEitherWay + _cellsCertain == 0;

    /// <summary>Texts with the month first stand in it, and not by a slip: 05/03/1980 may be either day.</summary>
    public bool IsMixed => _textsMonthFirst >= Enough && _textsMonthFirst * 10 >= _textsDayFirst;

    public void Add(Cell cell)
    {
        if (cell.Kind == CellKind.Text)
            AddText(DateNumbers.In(cell.Text));
        else if (cell.Kind == CellKind.Date && DateReader.DayOf(cell.Number) is { } day)
            _ = day.Day > LastMonth ? _cellsCertain++ : _cellsEitherWay++;
    }

    /// <summary>Whether a text's first two numbers could both be the month.</summary>
    public static bool IsEitherWay(DateNumbers numbers) =>
        IsDayAndMonth(numbers) && numbers.First.Value <= LastMonth && numbers.Second.Value <= LastMonth && numbers.First.Value != numbers.Second.Value;

    private void AddText(DateNumbers numbers)
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

    private static bool IsDayAndMonth(DateNumbers numbers) => numbers.Count == 3 && numbers.First.Digits <= 2 && numbers.First.Value > 0 && numbers.Second.Value > 0;
}
