using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Membership.Domain.MemberImports;

/// <summary>The time of day that stands behind a date: programs that keep days as moments write one.</summary>
/// <param name="Minutes">Since midnight, as written.</param>
/// <param name="Offset">Minutes east of Greenwich; null when nothing says so.</param>
internal readonly partial record struct DayTime(double Minutes, int? Offset)
{
    private const double MinutesOfDay = 1440;
    private const int MinutesOfHour = 60;
    private const int HoursOfHalfDay = 12;
    private const int Vietnam = 7 * MinutesOfHour;

    // Midnight was 17:00 in Greenwich, and 16:00 or 15:00 in the years when Vietnam had another time; 23:00 is midnight one zone farther east.
    private const double FirstEvening = 15 * MinutesOfHour;
    private const double LastMorning = 9 * MinutesOfHour;
    private const double HalfHour = 30;
    private const double RoundedOff = 0.6;

    // Before 1911 the clocks of Saigon were 7:06:30 ahead.
    private const double SaigonBefore1911 = 53.4;

    /// <summary>Midnight of the next day somewhere farther east.</summary>
    public bool IsMidnightFarther => Minutes >= FirstEvening && IsOfClock;

    /// <summary>Midnight itself, or of the same day somewhere farther west.</summary>
    public bool IsMidnightNearer => Minutes <= LastMorning && IsOfClock;

    /// <summary>Days to add to the day written, so that it is the one meant: where an offset stands, the day that begins in Vietnam at that moment.</summary>
    public int DaysLater => Offset is { } offset && (Minutes - offset + Vietnam) % MinutesOfDay == 0
        ? (int)((Minutes - offset + Vietnam) / MinutesOfDay)
        : IsMidnightFarther ? 1 : 0;

    // On the hour or half past it: a moment at which somebody typed is neither.
    private bool IsOfClock => Minutes % HalfHour is <= RoundedOff or >= HalfHour - RoundedOff || Math.Abs((Minutes % MinutesOfHour) - SaigonBefore1911) <= RoundedOff;

    public static DayTime OfSerial(double serial) => new((serial - Math.Floor(serial)) * MinutesOfDay, null);

    /// <summary>Null when the text has none that can be read.</summary>
    public static DayTime? In(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal) || Clock().Match(text) is not { Success: true } clock)
            return null;

        var minutes = (HourOf(clock) * MinutesOfHour) + Number(clock, "minute") + (Number(clock, "second") / MinutesOfHour);
        return minutes < MinutesOfDay ? new DayTime(minutes, OffsetOf(clock.Groups["zone"].Value)) : null;
    }

    private static double HourOf(Match clock) => (Number(clock, "hour"), clock.Groups["half"].Value.ToUpperInvariant()) switch
    {
        (HoursOfHalfDay, "AM" or "SA") => 0,
        ( < HoursOfHalfDay and var hour, "PM" or "CH") => hour + HoursOfHalfDay,
        var (hour, _) => hour,
    };

    private static double Number(Match clock, string group) =>
        double.TryParse(clock.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? OffsetOf(string zone)
    {
        if (zone.Length == 0)
            return null;

        var digits = string.Concat(zone.Where(char.IsAsciiDigit));
        if (digits.Length < 2)
            return 0;

        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * MinutesOfHour) + (digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0);
        return zone.Contains('-', StringComparison.Ordinal) ? -minutes : minutes;
    }

    [GeneratedRegex(@"(?<![0-9:])(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}(\.[0-9]+)?))?\s*(?<half>AM|PM|SA|CH)?\s*(?<zone>Z|(GMT|UTC)?\s*[+-][0-9]{2}(:?[0-9]{2})?|GMT|UTC)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}

/// <summary>A day that lost its format: the number by which a spreadsheet counts days, as text.</summary>
internal static class SerialText
{
    private const int Digits = 5;
    private const int DigitsOfGroup = 3;
    private const int LongestNumber = 24;
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,");

    /// <summary>"25569", "25568,7083333333", "25.569"; null for anything else.</summary>
    public static double? Read(string text)
    {
        var number = text.AsSpan().Trim();
        if (number.Length < Digits || number.Length > LongestNumber || number.ContainsAnyExcept(OfNumbers) || number[0] == '0')
            return null;

        var point = number.IndexOfAny('.', ',');
        if (point == Digits - DigitsOfGroup && number.Length == Digits + 1)
            return Parsed($"{number[..point]}{number[(point + 1)..]}");

        return point is -1 or Digits ? Parsed(number.ToString().Replace(',', '.')) : null;
    }

    private static double? Parsed(string number) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
