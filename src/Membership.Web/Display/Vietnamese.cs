using System.Globalization;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Members;

namespace Membership.Web.Display;

/// <summary>How numbers and dates are written in Vietnamese office papers: 1.234 · 74,00% · −2,35 · 30/06/2025.</summary>
public static class Vietnamese
{
    private const char Minus = '\u2212';
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    public static string Number(long value) => value.ToString("#,0", Culture).Replace('-', Minus);

    /// <summary>"71,65%"; null without a denominator: the caller says why there is none.</summary>
    public static string? Percent(Measure measure) =>
        measure.ShownPercent is { } percent ? percent.ToString("0.00", Culture) + "%" : null;

    /// <summary>Signed percentage points: "−2,35", "+1,10".</summary>
    public static string Points(decimal points)
    {
        var rounded = decimal.Round(points, 2, MidpointRounding.AwayFromZero);
        var sign = points switch { > 0 => "+", < 0 => Minus.ToString(), _ => "" };
        return sign + Math.Abs(rounded).ToString("0.00", Culture);
    }

    /// <summary>Whether points would read 0,00.</summary>
    public static bool IsNoPoint(decimal points) => decimal.Round(points, 2, MidpointRounding.AwayFromZero) == 0;

    public static string Date(DateOnly date) => ShownDate.Of(date);

    /// <summary>A moment kept in UTC, as the clock in Việt Nam showed it.</summary>
    public static string Moment(DateTime utc) => ShownDate.Moment(utc);

    public static string Month(DateOnly date) => date.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>As much of it as is known: "1965", "05/1980", "12/05/1980".</summary>
    public static string Date(PartialDate date) => ShownDate.Of((PartialDate?)date)!;

    /// <summary>What an &lt;input type="date"&gt; and an address hold.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in Việt Nam (UTC+7, no summer time), wherever the server stands.</summary>
    public static DateOnly Today(TimeProvider clock) => VietnamTime.Today(clock);

    /// <summary>
    /// Reads a count as officers type it: "12345", or in groups of three, "12.345", "12 345"; null when it is none. "27.13" and "1.5" are
    /// none: they may be meant as a share or as thousands.
    /// </summary>
    public static long? ReadNumber(string? text)
    {
        var typed = (text ?? "").Trim();
        var separator = Array.Find(typed.ToCharArray(), letter => letter == '.' || char.IsWhiteSpace(letter));
        var groups = separator == default ? [typed] : typed.Split(separator);
        var isGrouped = groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        return isGrouped && long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
