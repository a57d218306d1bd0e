using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>The DrawingML of a chart of shares: one horizontal axis of names, one vertical axis in percent from zero.</summary>
internal static class ChartMarkup
{
    private const uint NamesAxis = 111_111_111;
    private const uint ShareAxis = 222_222_222;
    private const string Ink = "404040";
    private const string GridLine = "D9D9D9";
    private const int MostLevelNames = 14;

    /// <summary>A quarter turn, in 60.000ths of a degree.</summary>
    private const int Upwards = -5_400_000;

    public static ChartSpace ChartSpace(ChartDraft chart)
    {
        var space = new ChartSpace(
            new EditingLanguage { Val = "vi-VN" },
            new RoundedCorners { Val = false },
            new Chart(
                Title(chart.Title, 1300, bold: true),
                new AutoTitleDeleted { Val = false },
                Plot(chart),
                new Legend(new LegendPosition { Val = LegendPositionValues.Top }, new Overlay { Val = false }, Letters(1100)),
                new PlotVisibleOnly { Val = true },
                // A month without a figure is a gap, never a zero.
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }),
            new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }), new A.Outline(new A.NoFill())));
        space.AddNamespaceDeclaration("c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
        space.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        return space;
    }

    private static PlotArea Plot(ChartDraft chart)
    {
        var plot = new PlotArea(new Layout());
        var series = chart.Series.Select((draft, at) => (draft, (uint)at)).ToLookup(item => item.draft.Kind == SeriesKind.Bars);
        if (series[true].Any())
            plot.Append(Bars(chart, series[true]));
        if (series[false].Any())
            plot.Append(Lines(chart, series[false]));
        plot.Append(CategoryAxis(chart), ValueAxis(chart.ValueAxis));
        return plot;
    }

    private static BarChart Bars(ChartDraft chart, IEnumerable<(SeriesDraft Draft, uint Index)> series) => new(
    [
        new BarDirection { Val = BarDirectionValues.Column },
        new BarGrouping { Val = BarGroupingValues.Clustered },
        new VaryColors { Val = false },
        .. series.Select(item => ChartSeriesMarkup.Bar(item.Draft, item.Index, chart)),
        new GapWidth { Val = 60 },
        new AxisId { Val = NamesAxis },
        new AxisId { Val = ShareAxis },
    ]);

    private static LineChart Lines(ChartDraft chart, IEnumerable<(SeriesDraft Draft, uint Index)> series) => new(
    [
        new Grouping { Val = GroupingValues.Standard },
        new VaryColors { Val = false },
        .. series.Select(item => ChartSeriesMarkup.Line(item.Draft, item.Index, chart)),
        new ShowMarker { Val = true },
        new AxisId { Val = NamesAxis },
        new AxisId { Val = ShareAxis },
    ]);

    private static bool IsCrowded(ChartDraft chart) => chart.Categories.Cells.Count > MostLevelNames;

    private static CategoryAxis CategoryAxis(ChartDraft chart) => new(
        new AxisId { Val = NamesAxis },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Bottom },
        Title(chart.CategoryAxis, 1100),
        new NumberingFormat { FormatCode = LookStyles.Format(chart.Categories.Cells[0].Look) ?? "General", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        Stroke("595959", 9525),
        IsCrowded(chart) ? Letters(800, rotation: Upwards) : Letters(1000),
        new CrossingAxis { Val = ShareAxis },
        new Crosses { Val = CrossesValues.AutoZero },
        // Dates stay names: a date axis would stretch and shrink the months.
        new AutoLabeled { Val = false },
        new LabelAlignment { Val = LabelAlignmentValues.Center },
        new LabelOffset { Val = 100 },
        // Every name is written, however many there are.
        new TickLabelSkip { Val = 1 },
        new NoMultiLevelLabels { Val = true });

    private static ValueAxis ValueAxis(string title) => new(
        new AxisId { Val = ShareAxis },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MinAxisValue { Val = 0 }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Left },
        new MajorGridlines(Stroke(GridLine, 6350)),
        Title(title, 1100),
        new NumberingFormat { FormatCode = "0%", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new ChartShapeProperties(new A.Outline(new A.NoFill())),
        Letters(1000),
        new CrossingAxis { Val = NamesAxis },
        new Crosses { Val = CrossesValues.AutoZero },
        new CrossBetween { Val = CrossBetweenValues.Between });

    private static Title Title(string text, int size, bool bold = false) => new(
        new ChartText(new RichText(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(Face(new A.DefaultRunProperties(), size, bold)),
                new A.Run(Face(new A.RunProperties { Language = "vi-VN" }, size, bold), new A.Text(text))))),
        new Overlay { Val = false });

    /// <summary>Letters of labels and keys, in hundredths of a point.</summary>
    internal static TextProperties Letters(int size, int? rotation = null) => new(
        new A.BodyProperties { Rotation = rotation },
        new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(Face(new A.DefaultRunProperties(), size, false)), new A.EndParagraphRunProperties { Language = "vi-VN" }));

    internal static ChartShapeProperties Stroke(string colour, int width) =>
        new(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = width });

    private static T Face<T>(T properties, int size, bool bold)
        where T : A.TextCharacterPropertiesType
    {
        properties.FontSize = size;
        properties.Bold = bold;
        properties.Append(new A.SolidFill(new A.RgbColorModelHex { Val = Ink }), new A.LatinFont { Typeface = "Times New Roman" });
        return properties;
    }
}
