using System.Globalization;

namespace Membership.Domain.Members;

/// <summary>
/// A date of which the day, or the day and the month, may be unknown: a birth year in a member list stays a year and is
/// never completed to 1 January. Years 1900 to 2100.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    /// <summary>1 to 12, or null when only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1 to 31, or null when the day is not known. Never set without <see cref="Month"/>.</summary>
    public int? Day { get; }

    public bool IsWholeDate => Day is not null;

    /// <summary>The first day the date can mean: from it on, rules that ask for an age count years.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    public static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Null when there is no such day, or the year is outside the range.</summary>
    public static PartialDate? TryCreate(int year, int? month = null, int? day = null)
    {
        var monthFits = month is null ? day is null : month is >= 1 and <= 12;
        if (year is < FirstYear or > LastYear || !monthFits)
            return null;

        var dayFits = day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value));
        return dayFits ? new PartialDate(year, month, day) : null;
    }

    /// <summary>Reads what <see cref="ToString"/> writes: yyyy, yyyy-MM or yyyy-MM-dd.</summary>
    public static PartialDate Parse(string text) =>
        TryCreate(Number(text.AsSpan(0, 4)), text.Length > 4 ? Number(text.AsSpan(5, 2)) : null, text.Length > 7 ? Number(text.AsSpan(8)) : null)
        ?? throw new FormatException("Not a partial date");

    /// <summary>The day on which the person completes <paramref name="age"/> years, as early as the date allows.
    /// Born on 29 February: 28 February of a common year (Bộ luật Dân sự 2015, art. 148).</summary>
    public DateOnly Reaches(int age) => Earliest.AddYears(age);

    public int CompareTo(PartialDate other) => Earliest.CompareTo(other.Earliest);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd: what the database holds.</summary>
    public override string ToString() => string.Create(Day is not null ? 10 : Month is not null ? 7 : 4, this, static (text, date) =>
    {
        // By hand: an import writes each row's two dates, and formatting them took a twentieth of its reading.
        Write(text[..4], date.Year);
        if (date.Month is { } month)
            WriteAfterDash(text[4..7], month);
        if (date.Day is { } day)
            WriteAfterDash(text[7..], day);
    });

    private static void WriteAfterDash(Span<char> text, int number)
    {
        text[0] = '-';
        Write(text[1..], number);
    }

    private static void Write(Span<char> digits, int number)
    {
        for (var place = digits.Length - 1; place >= 0; place--, number /= 10)
            digits[place] = (char)('0' + (number % 10));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
