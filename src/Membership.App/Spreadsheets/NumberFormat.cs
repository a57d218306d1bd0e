using System.Globalization;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>What of a number format matters when a list is read: whether it shows a day, and the leading zeros it shows.</summary>
/// <param name="IsDate">Shows a day or a time.</param>
/// <param name="Digits">Digits shown at least: 10 for 0#########, 12 for 000000000000; 0 or 1 for no leading zeros.</param>
/// <param name="Zeros">Zeros written before the digits as plain text, as in "0"#########.</param>
internal readonly record struct NumberFormat(bool IsDate, int Digits, string Zeros)
{
    public static readonly NumberFormat General = new(false, 0, "");

    private const int LastSerial = 2_958_465; // 31/12/9999
    private const int LeapDayThatNeverWas = 60; // 29/02/1900 in Excel, after Lotus 1-2-3
    private const int LongestNumber = 255;
    private const double FirstEvening = 15.0 / 24; // midnight east of where it was written

    /// <summary>mmm-yy: what Excel gives a cell into which 3/1981 was typed.</summary>
    private const int MonthAndYear = 17;

    /// <summary>Of a date it leaves out the day: "mm/yyyy".</summary>
    public bool HidesDay { get; init; }

    /// <summary>And the month: "yyyy".</summary>
    public bool HidesMonth { get; init; }

    /// <summary>A format that files name by number only (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are East Asian dates).</summary>
    public static NumberFormat BuiltIn(int id) => General with
    {
        IsDate = id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58),
        HidesDay = id == MonthAndYear,
    };

    public static NumberFormat Parse(string code) => NumberFormatCode.Parse(code);

    /// <summary>True for a value that Excel can show as a day.</summary>
    public bool ShowsDay(double value) => IsDate && value is >= 0 and < LastSerial + 1;

    /// <summary>
    /// A serial day as a cell. The first of a month or year of which only month or year are shown is what Excel made of them: the
    /// officer wrote no day.
    /// </summary>
    public Cell ToCell(double serial)
    {
        var notWritten = HidesMonth ? "01/01/" : HidesDay ? "01/" : null;
        if (notWritten is not null)
        {
            // A month that begins in the evening before, by the clock of another country, begins all the same.
            var begins = Day(Math.Min(serial - Math.Floor(serial) >= FirstEvening ? serial + 1 : serial, LastSerial));
            if (begins.StartsWith(notWritten, StringComparison.Ordinal))
                return new Cell(CellKind.Text, begins[notWritten.Length..]);
        }

        return new Cell(CellKind.Date, Day(serial), serial);
    }

    /// <summary>A serial day of the 1900 system as dd/MM/yyyy.</summary>
    public static string Day(double serial)
    {
        var day = (int)serial;
        if (day == 0)
            return "00/01/1900";
        if (day == LeapDayThatNeverWas)
            return "29/02/1900";
        var date = new DateOnly(1899, 12, day > LeapDayThatNeverWas ? 30 : 31).AddDays(day);
        return date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>A number in plain digits, never with an exponent, with the leading zeros shown.</summary>
    public string Show(double value)
    {
        if (!double.IsInteger(value))
            return Fraction(value);
        var digits = value.ToString("F0", CultureInfo.InvariantCulture);
        return value < 0 || (Digits <= 1 && Zeros.Length == 0) ? digits : Zeros + digits.PadLeft(Digits, '0');
    }

    private static string Fraction(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            ? value.ToString("0." + new string('#', LongestNumber), CultureInfo.InvariantCulture)
            : text;
    }
}
