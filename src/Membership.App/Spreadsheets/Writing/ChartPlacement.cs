using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>Where the charts of a sheet stand on it, with their alternative texts.</summary>
internal static class ChartPlacement
{
    public static WorksheetDrawing Drawing(IReadOnlyList<ChartDraft> charts)
    {
        var drawing = new WorksheetDrawing(charts.Select(Anchor));
        drawing.AddNamespaceDeclaration("xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing");
        drawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        return drawing;
    }

    private static TwoCellAnchor Anchor(ChartDraft chart, int at)
    {
        var (firstColumn, firstRow, endColumn, endRow) = chart.Place;
        return new(
            new FromMarker(Markers(firstColumn, firstRow)),
            new ToMarker(Markers(endColumn, endRow)),
            Frame(chart, at),
            new ClientData())
        { EditAs = EditAsValues.OneCell };
    }

    private static OpenXmlElement[] Markers(int column, int row) =>
    [
        new ColumnId(column.ToString(CultureInfo.InvariantCulture)),
        new ColumnOffset("0"),
        new RowId((row - 1).ToString(CultureInfo.InvariantCulture)),
        new RowOffset("0"),
    ];

    private static GraphicFrame Frame(ChartDraft chart, int at) => new(
        new NonVisualGraphicFrameProperties(
            new NonVisualDrawingProperties { Id = (uint)at + 2, Name = $"Biểu đồ {at + 1}", Description = chart.Description, Title = chart.Title },
            new NonVisualGraphicFrameDrawingProperties()),
        new Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = $"rId{at + 1}" })
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
        }))
    { Macro = "" };
}
