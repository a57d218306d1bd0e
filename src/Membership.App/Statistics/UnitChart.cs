using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;
using Membership.App.Texts;
using Membership.Domain.Targets;

namespace Membership.App.Statistics;

/// <summary>The communes' shares as columns with the target as a line, on a page of its own.</summary>
internal static class UnitChart
{
    private const string SheetName = "Biểu đồ";
    private const int MostLabels = 30;
    private const int Rows = 30;
    private static readonly double[] Widths = [.. Enumerable.Repeat(13d, 11)];

    /// <summary>Null when no commune has a share.</summary>
    public static SheetDraft? Sheet(IndicatorProgress progress, UnitTable table)
    {
        var last = progress.Units.Index().LastOrDefault(unit => unit.Item.Measure.HasShare, (-1, null!)).Index;
        if (last < 0)
            return null;

        var rows = new SheetRows(Widths);
        rows.AddAcross(CellLook.Title, "SO SÁNH GIỮA CÁC ĐƠN VỊ", lineHeight: 24);
        rows.AddAcross(CellLook.Subtitle, $"{IndicatorWorkbook.Footer(progress)}; chỉ vẽ {StatisticsTexts.Completeness(progress)}");
        return new(SheetName, Widths, rows.Rows)
        {
            Merges = rows.Merges,
            FooterText = IndicatorWorkbook.Footer(progress),
            Charts = [Chart(progress, table, table.FirstUnitRow + last)],
        };
    }

    /// <summary>Communes without a share come last in the table and are not drawn: an empty place would read as 0 %.</summary>
    private static ChartDraft Chart(IndicatorProgress progress, UnitTable table, int lastRow)
    {
        var series = new List<SeriesDraft> { Series(SeriesKind.Bars, UnitTable.ShareColumn) };
        if (progress.Target is not null)
            series.Add(Series(SeriesKind.TargetLine, UnitTable.TargetColumn));
        return new(Finding(progress), Description(progress), table.Cells(UnitTable.UnitColumn, table.FirstUnitRow, lastRow), series)
        {
            CategoryAxis = "Đơn vị",
            ValueAxis = "Tỷ lệ tham gia (%)",
            Place = (0, 4, Widths.Length, 4 + Rows),
            HasLabels = lastRow - table.FirstUnitRow < MostLabels,
        };

        SeriesDraft Series(SeriesKind kind, int column) => new(
            kind, table.Cells(column, table.HeaderRow, table.HeaderRow), table.Cells(column, table.FirstUnitRow, lastRow));
    }

    private static string Finding(IndicatorProgress progress)
    {
        var measured = progress.Units.Count(unit => unit.Measure.HasShare);
        var reached = progress.Units.Count(unit => unit.Progress == Progress.Reached);
        return progress.Target is { } target
            ? $"{reached}/{measured} đơn vị có số liệu đạt chỉ tiêu {TargetText.Of(target)}"
            : $"Tỷ lệ tham gia của {measured} đơn vị có số liệu";
    }

    private static string Description(IndicatorProgress progress)
    {
        var measured = progress.Units.Where(unit => unit.Measure.HasShare).ToList();
        var highest = measured.MaxBy(unit => unit.Measure.Share)!;
        var lowest = measured.MinBy(unit => unit.Measure.Share)!;
        return $"{Finding(progress)}; cao nhất {highest.Locality.Name} ({StatisticsTexts.Percent(highest.Measure)}), "
            + $"thấp nhất {lowest.Locality.Name} ({StatisticsTexts.Percent(lowest.Measure)}).";
    }
}
