using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Statistics;

/// <summary>The yearly statistics: the form, then the tables and charts behind it.</summary>
internal static class YearlyWorkbook
{
    /// <param name="madeOn">Written in the place-and-date line.</param>
    public static void Write(YearlyStatistics statistics, string definitionSentence, ReportHeading heading, DateOnly madeOn, Stream target) =>
        WorkbookWriter.Write(target, [new YearlyForm(statistics).Sheet(definitionSentence, heading, madeOn), .. IndicatorWorkbook.Sheets(statistics.Progress, definitionSentence)]);
}
