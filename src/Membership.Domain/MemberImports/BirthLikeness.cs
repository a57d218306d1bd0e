using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>How far two birth dates agree; the higher, the more.</summary>
public enum BirthLikeness
{
    Different = 0,

    /// <summary>Two whole dates of which one digit is another, two digits beside each other are exchanged, or that lie one day apart.</summary>
    Nearly,

    /// <summary>Day and month exchanged, as Excel does it.</summary>
    Exchanged,

    /// <summary>One side does not know.</summary>
    Unknown,

    /// <summary>One side knows the year, or month and year, only, and it is that of the other; 1 January is written where only the year is known.</summary>
    Within,

    /// <summary>The same year, or month and year, and no more is known.</summary>
    SameVague,

    /// <summary>The same whole date, 1 January.</summary>
    SameFirstOfYear,

    /// <summary>The same whole date.</summary>
    Equal,
}

/// <summary>Compares two birth dates as they are known and mistyped.</summary>
public static class BirthComparison
{
    public static BirthLikeness Of(PartialDate? birth, PartialDate? other) => (birth, other) switch
    {
        ({ } one, { } two) => Of(one, two),
        _ => BirthLikeness.Unknown,
    };

    private static BirthLikeness Of(PartialDate birth, PartialDate other)
    {
        if (birth == other)
            return OfEqual(birth);
        return birth.IsWholeDate && other.IsWholeDate ? OfWholeDates(birth, other)
            : birth.Year == other.Year && !MonthsDiffer(birth, other) ? BirthLikeness.Within
            : BirthLikeness.Different;
    }

    private static BirthLikeness OfEqual(PartialDate birth) =>
        !birth.IsWholeDate ? BirthLikeness.SameVague : IsFirstOfYear(birth) ? BirthLikeness.SameFirstOfYear : BirthLikeness.Equal;

    private static BirthLikeness OfWholeDates(PartialDate birth, PartialDate other)
    {
        var isOfTheYear = birth.Year == other.Year;
        return isOfTheYear && birth.Month == other.Day && birth.Day == other.Month ? BirthLikeness.Exchanged
            : isOfTheYear && (IsFirstOfYear(birth) || IsFirstOfYear(other)) ? BirthLikeness.Within
            : IsNear(birth, other) ? BirthLikeness.Nearly
            : BirthLikeness.Different;
    }

    /// <summary>1 January says no more than its year.</summary>
    private static bool MonthsDiffer(PartialDate birth, PartialDate other) =>
        birth.Month is { } month && other.Month is { } otherMonth && month != otherMonth && !IsFirstOfYear(birth) && !IsFirstOfYear(other);

    private static bool IsFirstOfYear(PartialDate date) => date is { Month: 1, Day: 1 };

    private static bool IsNear(PartialDate birth, PartialDate other)
    {
        if (Math.Abs(birth.Earliest.DayNumber - other.Earliest.DayNumber) == 1)
            return true;

        Span<int> digits = stackalloc int[8];
        Span<int> others = stackalloc int[8];
        Write(digits, birth);
        Write(others, other);
        var first = digits.CommonPrefixLength(others);
        return digits[(first + 1)..].SequenceEqual(others[(first + 1)..])
            || (first < 7 && digits[first] == others[first + 1] && digits[first + 1] == others[first] && digits[(first + 2)..].SequenceEqual(others[(first + 2)..]));
    }

    private static void Write(Span<int> digits, PartialDate date)
    {
        var number = (date.Day!.Value * 1_000_000) + (date.Month!.Value * 10_000) + date.Year;
        for (var place = digits.Length - 1; place >= 0; place--, number /= 10)
            digits[place] = number % 10;
    }
}
