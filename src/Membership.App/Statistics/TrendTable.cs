using System.Globalization;
using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Statistics;

/// <summary>The locality at the end of each month, with the line of its share beside the table.</summary>
internal static class TrendTable
{
    private const string SheetName = "Diễn biến";
    private const int MonthColumn = 0;
    private const int ShareColumn = 5;
    private const int TargetColumn = 6;
    private const int FirstChartColumn = 8;
    private const int ChartRows = 25;
    private static readonly double[] Widths = [11, 11, 11, 12, 12, 10, 13, 2, .. Enumerable.Repeat(11d, 9)];
    private static readonly string[] Headings =
        ["Tháng", "Số người tham gia", "Số lượt tham gia", "Số được tính tỷ lệ", "Dân số trong độ tuổi", "Tỷ lệ (%)", "Chỉ tiêu"];

    /// <summary>Null without months.</summary>
    public static SheetDraft? Sheet(IndicatorProgress progress)
    {
        if (progress.Trend.Count == 0)
            return null;

        var rows = new SheetRows(Widths);
        rows.AddAcross(CellLook.Title, "DIỄN BIẾN THEO THÁNG", lineHeight: 24);
        rows.AddAcross(CellLook.Subtitle, $"{IndicatorWorkbook.Footer(progress)}; tổ chức: {StatisticsTexts.Organization(progress)}");
        rows.AddEmpty();
        rows.Add([.. Headings.Select(text => CellDraft.OfText(CellLook.Header, text))]);
        var header = rows.Last;
        foreach (var point in progress.Trend)
            rows.Add(Cells(progress, point, rows.Last + 1));
        var last = rows.Last;
        rows.AddEmpty();
        rows.AddAcross(CellLook.Note, "Số liệu ngày cuối tháng (tháng cuối: ngày chốt số liệu). Số liệu từng tháng chỉ gồm các đơn vị có cả danh sách và số liệu dân số; tháng để trống là chưa có số liệu dân số; “không hiện” là số bị giữ lại vì quá ít người, không phải 0.");
        return new(SheetName, Widths, rows.Rows)
        {
            FrozenRows = header,
            RepeatedRows = (header, header),
            Merges = rows.Merges,
            FooterText = IndicatorWorkbook.Footer(progress),
            Charts = progress.Trend.Any(point => point.Measure.HasShare) ? [Chart(progress, rows, header, last)] : [],
        };
    }

    private static CellDraft[] Cells(IndicatorProgress progress, TrendPoint point, int row) =>
    [
        CellDraft.OfDate(CellLook.Month, point.Day),
        Count(point.IsWithheld, point.People),
        Count(point.AreMembershipsWithheld, point.Memberships),
        Count(point.IsWithheld, point.Measure.HasShare ? point.Measure.Numerator : null),
        CellDraft.OfNumber(CellLook.Count, point.Measure.HasShare ? point.Measure.Denominator : null),
        // An empty cell is a gap in the line; a text would be drawn as zero.
        point.Measure.Share is { } share
            ? CellDraft.OfFormula(CellLook.Percent, string.Create(CultureInfo.InvariantCulture, $"D{row}/E{row}"), (double)share)
            : CellDraft.Blank(CellLook.Percent),
        StatisticsTexts.TargetCell(progress.Target),
    ];

    private static CellDraft Count(bool isWithheld, long? count) =>
        isWithheld ? StatisticsTexts.WithheldCell(CellLook.TextCentred) : CellDraft.OfNumber(CellLook.Count, count);

    private static ChartDraft Chart(IndicatorProgress progress, SheetRows rows, int header, int last)
    {
        var series = new List<SeriesDraft> { Series(SeriesKind.Line, ShareColumn) };
        if (progress.Target is not null)
            series.Add(Series(SeriesKind.TargetLine, TargetColumn));
        var message = Message(progress);
        return new(message, message, Span(MonthColumn, header + 1, last), series)
        {
            CategoryAxis = "Tháng",
            ValueAxis = "Tỷ lệ tham gia (%)",
            Place = (FirstChartColumn, header, Widths.Length, header + ChartRows),
        };

        CellSpan Span(int column, int first, int until) => CellSpan.Of(SheetName, rows.Rows, column, first, until);
        SeriesDraft Series(SeriesKind kind, int column) => new(kind, Span(column, header, header), Span(column, header + 1, last));
    }

    private static string Message(IndicatorProgress progress)
    {
        var measured = progress.Trend.Where(point => point.Measure.HasShare).ToList();
        var (first, last) = (measured[0], measured[^1]);
        return measured.Count == 1
            ? $"Tỷ lệ {Month(last)}: {StatisticsTexts.Percent(last.Measure)}"
            : $"Tỷ lệ từ {StatisticsTexts.Percent(first.Measure)} ({Month(first)}) đến {StatisticsTexts.Percent(last.Measure)} ({Month(last)})";
    }

    private static string Month(TrendPoint point) => point.Day.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
