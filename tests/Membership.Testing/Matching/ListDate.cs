using System.Globalization;
using Membership.App.Samples;
using Membership.App.Texts;
using Membership.Domain.Members;

namespace Membership.Testing.Matching;

/// <summary>Birth dates as lists write and mistype them.</summary>
internal static class ListDate
{
    public static string Of(PartialDate date) => ShownDate.Of(date)!;

    /// <summary>Null: the mistake cannot be made with this date.</summary>
    public static string? With(PartialDate date, ListedMistake mistake, SampleRandom random) => mistake switch
    {
        ListedMistake.YearOnly or ListedMistake.NumberAndYear => Text(date.Year),
        ListedMistake.MonthAndYear => string.Create(CultureInfo.InvariantCulture, $"{date.Month:00}/{date.Year}"),
        ListedMistake.FirstOfYear => $"01/01/{Text(date.Year)}",
        ListedMistake.DayAndMonthExchanged => date.Day <= 12 && date.Day != date.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Month:00}/{date.Day:00}/{date.Year}")
            : null,
        ListedMistake.OneDayOff => ShownDate.Of(date.Earliest.AddDays(-1)),
        ListedMistake.OneDigitOff => OtherDigit(Of(date), random),
        _ => Of(date),
    };

    private static string OtherDigit(string date, SampleRandom random)
    {
        while (true)
        {
            var digits = date.ToCharArray();
            // Not in the century, which nobody mistypes unseen.
            var place = random.Pick([0, 1, 3, 4, 8, 9]);
            digits[place] = (char)('0' + random.Below(10));
            var other = new string(digits);
            if (other != date && DateOnly.TryParseExact(other, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is > 1930 and < 2010)
            {
                return other;
            }
        }
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
