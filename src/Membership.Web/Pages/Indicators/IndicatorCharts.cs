using System.Text.Json;
using Membership.App.Indicators;
using Membership.Domain.Targets;
using Membership.Web.Display;

namespace Membership.Web.Pages.Indicators;

/// <summary>What Frontend/charts.js draws. Shares in percent, not rounded.</summary>
/// <param name="Kind">"bars" or "line".</param>
public sealed record ChartFigures(string Kind, IReadOnlyList<ChartPoint> Points, decimal? Target, string? TargetLabel, decimal AxisTo, string FileName);

/// <param name="Share">Null leaves a gap: no figure is not zero.</param>
public sealed record ChartPoint(string Name, decimal? Share, bool Reached);

/// <summary>Progress as charts; the only C# that knows there are charts.</summary>
public static class IndicatorCharts
{
    /// <summary>More bars than this cannot be read; the furthest below the target come first.</summary>
    public const int MostBars = 20;

    public static ChartFigures Bars(IndicatorProgress progress) =>
        Figures("bars", progress, "ty-le-theo-don-vi", progress.Units
            .Where(unit => unit.Measure.HasShare)
            .Take(MostBars)
            .Select(unit => new ChartPoint(unit.Locality.Name, unit.Measure.Share * 100, unit.Progress == Progress.Reached)));

    public static ChartFigures Trend(IndicatorProgress progress) =>
        Figures("line", progress, "dien-bien-theo-thang", progress.Trend
            .Select(point => new ChartPoint(Vietnamese.Month(point.Day) + (point.IsWithheld ? $" ({IndicatorTexts.Withheld})" : ""), point.Measure.Share * 100, Reached: false)));

    /// <summary>Safe between script tags: the serializer escapes &lt;, &gt; and &amp;.</summary>
    public static string Json(ChartFigures figures) => JsonSerializer.Serialize(figures, JsonSerializerOptions.Web);

    private static ChartFigures Figures(string kind, IndicatorProgress progress, string file, IEnumerable<ChartPoint> points)
    {
        var list = points.ToList();
        var target = progress.Target?.Value / 100m;
        var highest = list.Select(point => point.Share ?? 0).Append(target ?? 0).Max();
        return new ChartFigures(kind, list, target, progress.Target is { } set ? IndicatorTexts.ShortTarget(set) : null,
            AxisTo(highest), $"{file}-{Vietnamese.Iso(progress.AsOf)}");
    }

    /// <summary>Shares are seen against the whole, unless all are so small that they could not be told apart.</summary>
    private static decimal AxisTo(decimal highest) => highest switch
    {
        < 20 => 20,
        < 50 => 50,
        < 100 => 100,
        _ => (Math.Floor(highest / 20) + 1) * 20,
    };
}
