using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What is to be marked in the officer's own workbook: each row that was not taken, with its reasons at their cells.</summary>
/// <param name="tables">Sheet by sheet, from the top.</param>
/// <param name="wasMarked">The workbook came back from an earlier marking.</param>
internal sealed class ListMarks(IReadOnlyList<MarkedTable> tables, bool wasMarked)
{
    /// <param name="rows">Those that were not taken.</param>
    public IReadOnlyList<SheetMarks> Of(Workbook workbook, IEnumerable<StagedRow> rows)
    {
        var bySheet = rows.ToLookup(row => ListRow.OfKey(row.RowNumber).Sheet);
        // A sheet marked before may have nothing wrong any more: its old marks have to go.
        return [.. tables.GroupBy(table => table.Sheet).Where(sheet => wasMarked || bySheet.Contains(sheet.Key)).Select(sheet => Of(workbook, [.. sheet], bySheet[sheet.Key]))];
    }

    private SheetMarks Of(Workbook workbook, MarkedTable[] sheet, IEnumerable<StagedRow> rows)
    {
        var name = sheet[0].SheetName;
        var noted = wasMarked ? NotedColumn.Of(workbook.Rows(name)) : null;
        return new SheetMarks(
            name,
            noted ?? workbook.Rows(name).Max(row => row.Cells.Count),
            [.. sheet.Select(table => table.HeaderRow)],
            rows.ToDictionary(row => ListRow.OfKey(row.RowNumber).Number, row => Mark(row, sheet)))
        {
            WasMarked = noted is not null,
        };
    }

    private static RowMark Mark(StagedRow row, MarkedTable[] sheet)
    {
        var table = sheet.LastOrDefault(table => table.HeaderRow < ListRow.OfKey(row.RowNumber).Number) ?? sheet[0];
        var cells = Reasons(row).Select(reason => new CellMark(table.ColumnOf(reason.Field), reason.Text)).ToArray();
        return new RowMark(
            row.Verdict == RowVerdict.Doubtful ? MarkTone.Doubt : MarkTone.Problem, string.Join("; ", cells.Select(cell => cell.Text)), cells);
    }

    private static IEnumerable<(MemberField Field, string Text)> Reasons(StagedRow row)
    {
        foreach (var problem in row.Details.Problems)
            yield return (problem.Field, RowProblemText.Of(problem));
        if (row.Details.Doubt is { } doubt)
            yield return (MemberField.FullName, DoubtText.Of(doubt, row.Details.EarlierRow));
    }
}
