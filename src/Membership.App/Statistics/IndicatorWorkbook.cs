using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Statistics;

/// <summary>The dashboard as a workbook: the same figures, with live formulas and charts bound to the cells.</summary>
public static class IndicatorWorkbook
{
    /// <param name="definitionSentence">What is counted, in a Vietnamese sentence.</param>
    public static void Write(IndicatorProgress progress, string definitionSentence, Stream target) =>
        WorkbookWriter.Write(target, Sheets(progress, definitionSentence));

    /// <summary>Table, chart and trend; a sheet that would be empty is left out.</summary>
    internal static List<SheetDraft> Sheets(IndicatorProgress progress, string definitionSentence)
    {
        var table = new UnitTable(progress);
        SheetDraft?[] sheets = [table.Sheet(definitionSentence), UnitChart.Sheet(progress, table), TrendTable.Sheet(progress)];
        return [.. sheets.OfType<SheetDraft>()];
    }

    internal static string Footer(IndicatorProgress progress) =>
        $"{progress.Whole.Locality.Name} – số liệu đến ngày {StatisticsTexts.Date(progress.AsOf)}";
}
