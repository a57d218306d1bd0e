using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>
/// What is to be marked in the officer's own workbook: each row that was not taken, with its reasons at their cells, and what was
/// corrected on the page, written or not.
/// </summary>
/// <param name="tables">Sheet by sheet, from the top.</param>
/// <param name="wasMarked">The workbook came back from an earlier marking.</param>
internal sealed class ListMarks(IReadOnlyList<ListTable> tables, bool wasMarked)
{
    private static readonly MemberField[] Names =
        [MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName];

    private static readonly MemberField[] Births =
        [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale];

    private static readonly MemberField[] Sexes = [MemberField.Sex, MemberField.MaleTick, MemberField.FemaleTick];

    private readonly IReadOnlyDictionary<int, string> _sheets = tables.SheetNames();

    /// <param name="rows">Those that were not taken, and those that were corrected.</param>
    public IReadOnlyList<SheetMarks> Of(Workbook workbook, IEnumerable<StagedRow> rows)
    {
        var bySheet = rows.ToLookup(row => ListRow.OfKey(row.RowNumber).Sheet);
        // A sheet marked before may have nothing wrong any more: its old marks have to go.
        return [.. tables.GroupBy(table => table.SheetIndex).Where(sheet => wasMarked || bySheet.Contains(sheet.Key)).Select(sheet => Of(workbook, [.. sheet], bySheet[sheet.Key]))];
    }

    private SheetMarks Of(Workbook workbook, ListTable[] sheet, IEnumerable<StagedRow> rows)
    {
        var name = sheet[0].Sheet;
        var noted = wasMarked ? NotedColumn.Of(workbook.Rows(name)) : null;
        return new SheetMarks(
            name,
            noted ?? workbook.Rows(name).Max(row => row.Cells.Count),
            [.. sheet.Where(table => table.HeaderRow > 0).Select(table => table.HeaderRow)],
            rows.ToDictionary(row => ListRow.OfKey(row.RowNumber).Number, Mark))
        {
            WasMarked = noted is not null,
        };
    }

    private RowMark Mark(StagedRow row)
    {
        var columns = ListTable.Of(row.RowNumber, tables).Columns;
        var reasons = Reasons(row).Select(reason => new CellMark(ColumnOf(columns, reason.Field), reason.Text)).ToArray();
        return new RowMark(
            row.Verdict == RowVerdict.Doubtful ? MarkTone.Doubt : MarkTone.Problem, string.Join("; ", reasons.Select(cell => cell.Text)),
            [.. reasons, .. row.Details.Edited.Select(edit => Corrected(edit.Key, row.Cells.ElementAtOrDefault(edit.Key), edit.Value))]);
    }

    private static CellMark Corrected(int column, string? written, string corrected) =>
        new(column, $"Đã sửa trên trang: {EditedCells.OrNothing(written)} → {EditedCells.OrNothing(corrected)}") { Corrected = corrected };

    private IEnumerable<(MemberField Field, string Text)> Reasons(StagedRow row)
    {
        foreach (var problem in row.Details.Problems)
            yield return (problem.Field, RowProblemText.Of(problem));
        if (row.Decision == RowDecision.LeaveOut)
            yield return (MemberField.FullName, "Bạn đã chọn bỏ dòng này.");
        else if (row.Decision == RowDecision.None && row.Details.Doubt is not null)
            yield return (MemberField.FullName, DoubtText.Of(row.Details, _sheets)!);
    }

    /// <summary>Where a field stands, or one that says the same, else the name.</summary>
    private static int ColumnOf(IReadOnlyList<ListColumn> columns, MemberField field)
    {
        MemberField[] alike = Array.Find([Names, Births, Sexes], group => group.Contains(field)) ?? [];
        return alike.Prepend(field).Concat(Names).Select(one => columns.FirstOrDefault(column => column.Field == one)).First(column => column is not null)!.Index;
    }
}
