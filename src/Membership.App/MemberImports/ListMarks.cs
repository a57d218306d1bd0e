using System.Collections.ObjectModel;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What is to be marked in the officer's own workbook: each row that was not taken, with its reasons at their cells.</summary>
/// <param name="tables">Of the list, as they were read.</param>
internal sealed class ListMarks(MemberImport import, IReadOnlyList<ListTable> tables)
{
    private readonly IReadOnlyDictionary<int, string> _sheets = tables.SheetNames();

    private static readonly MemberField[] Names =
        [MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName];

    private static readonly MemberField[] Births =
        [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale];

    private static readonly MemberField[] Sexes = [MemberField.Sex, MemberField.MaleTick, MemberField.FemaleTick];

    /// <param name="rows">Those that were not taken.</param>
    public IReadOnlyList<SheetMarks> Of(Workbook workbook, IEnumerable<StagedRow> rows) =>
    [
        .. rows.GroupBy(row => ListRow.OfKey(row.RowNumber).Sheet)
            .Select(sheet => Of(workbook, workbook.Sheets[sheet.Key].Name, sheet.ToDictionary(row => ListRow.OfKey(row.RowNumber).Number, Mark))),
    ];

    private IEnumerable<string> Reasons(StagedRow row) =>
    [
        .. row.Details.Problems.Select(RowProblemText.Of),
        .. row.Details.Doubt is { } doubt ? [DoubtText.Of(doubt, row.Details.EarlierRow is { } earlier ? ListRowText.Of(earlier, _sheets) : null)] : Array.Empty<string>(),
    ];

    private SheetMarks Of(Workbook workbook, string sheet, Dictionary<int, RowMark> rows)
    {
        var width = workbook.Rows(sheet).Max(row => row.Cells.Count);
        var noted = import.ContinuesId is null ? null : NotedColumn.Of(workbook.Rows(sheet));
        return new SheetMarks(sheet, noted ?? width, HeadingRows(sheet), new ReadOnlyDictionary<int, RowMark>(rows)) { WasMarked = noted is not null };
    }

    private int[] HeadingRows(string sheet) => [.. tables.Where(table => table.Sheet == sheet && table.HeaderRow > 0).Select(table => table.HeaderRow)];

    private RowMark Mark(StagedRow row) => new(
        row.Verdict == RowVerdict.Doubtful ? MarkTone.Doubt : MarkTone.Problem,
        string.Join("; ", Reasons(row)),
        row.Details.Problems.Count > 0
            ? [.. row.Details.Problems.Select(problem => new CellMark(ColumnOf(row, problem.Field), RowProblemText.Of(problem)))]
            : [.. Reasons(row).Select(reason => new CellMark(ColumnOf(row, MemberField.FullName), reason))]);

    /// <summary>Where a field stands, or one that says the same, else the name.</summary>
    private int ColumnOf(StagedRow row, MemberField field)
    {
        var columns = ListTable.Of(row.RowNumber, tables).Columns;
        MemberField[] alike = Array.Find([Names, Births, Sexes], group => group.Contains(field)) ?? [];
        return alike.Prepend(field).Concat(Names).Select(one => Column(columns, one)).First(column => column is not null)!.Value;
    }

    private static int? Column(IReadOnlyList<ListColumn> columns, MemberField field) => columns.FirstOrDefault(column => column.Field == field)?.Index;
}
