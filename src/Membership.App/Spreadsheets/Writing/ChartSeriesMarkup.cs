using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>
/// The series of a chart: references to cells, each with a copy of what stands there, for viewers that do not follow references.
/// </summary>
internal static class ChartSeriesMarkup
{
    private const string BarColour = "2F6DA8";
    private const string TargetColour = "C00000";

    public static BarChartSeries Bar(SeriesDraft draft, uint index, ChartDraft chart) => new(
    [
        .. Head(draft, index),
        new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = BarColour })),
        new InvertIfNegative { Val = false },
        .. Labels(chart, DataLabelPositionValues.OutsideEnd),
        .. References(draft, chart),
    ]);

    public static LineChartSeries Line(SeriesDraft draft, uint index, ChartDraft chart) => new(
    [
        .. Head(draft, index),
        draft.Kind == SeriesKind.TargetLine ? Dashed() : ChartMarkup.Stroke(BarColour, 28_575),
        new Marker(MarkerOf(draft.Kind)),
        .. References(draft, chart),
        new Smooth { Val = false },
    ]);

    private static OpenXmlElement[] Head(SeriesDraft draft, uint index) =>
    [
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
        new Order { Val = index },
        new SeriesText(Strings(draft.Name)),
    ];

    private static OpenXmlElement[] References(SeriesDraft draft, ChartDraft chart) =>
    [
        new CategoryAxisData(chart.Categories.Cells.All(cell => cell.Number is not null) ? Numbers(chart.Categories) : Strings(chart.Categories)),
        new Values(Numbers(draft.Values)),
    ];

    private static StringReference Strings(CellSpan span) => new(
        new Formula(span.Reference),
        new StringCache(
        [
            new PointCount { Val = (uint)span.Cells.Count },
            .. span.Cells.Index().Where(cell => cell.Item.Text is not null)
                .Select(cell => new StringPoint(new NumericValue(CellText.Escape(cell.Item.Text!))) { Index = (uint)cell.Index }),
        ]));

    private static NumberReference Numbers(CellSpan span) => new(
        new Formula(span.Reference),
        new NumberingCache(
        [
            new FormatCode(LookStyles.Format(span.Cells[0].Look) ?? "General"),
            new PointCount { Val = (uint)span.Cells.Count },
            .. span.Cells.Index().Where(cell => cell.Item.Number is not null)
                .Select(cell => new NumericPoint(new NumericValue(cell.Item.Number!.Value.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)cell.Index }),
        ]));

    private static DataLabels[] Labels(ChartDraft chart, DataLabelPositionValues position) => !chart.HasLabels ? [] :
    [
        new(
            new NumberingFormat { FormatCode = "0.00%", SourceLinked = false },
            new ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
            ChartMarkup.Letters(1000),
            new DataLabelPosition { Val = position },
            new ShowLegendKey { Val = false },
            new ShowValue { Val = true },
            new ShowCategoryName { Val = false },
            new ShowSeriesName { Val = false },
            new ShowPercent { Val = false },
            new ShowBubbleSize { Val = false }),
    ];

    private static ChartShapeProperties Dashed() => new(new A.Outline(
        new A.SolidFill(new A.RgbColorModelHex { Val = TargetColour }),
        new A.PresetDash { Val = A.PresetLineDashValues.Dash })
    { Width = 22_225 });

    private static OpenXmlElement[] MarkerOf(SeriesKind kind) => kind == SeriesKind.TargetLine
        ? [new Symbol { Val = MarkerStyleValues.None }]
        :
        [
            new Symbol { Val = MarkerStyleValues.Circle },
            new Size { Val = 6 },
            new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = BarColour })),
        ];
}
