using Membership.App.Spreadsheets.Writing;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>The values of a list that is no .xlsx, or none that can be given back as it is, as an .xlsx: rows and columns stay where they are.</summary>
internal static class PlainWorkbook
{
    private const double Width = 18;
    private const int ColumnsWidened = 30;

    // Below such a gap stands a stray cell, no list.
    private const int WidestGap = 10_000;

    public static void Write(Workbook workbook, Stream target) => WorkbookWriter.Write(target,
    [
        .. workbook.Sheets.Select(sheet => new SheetDraft(NameOf(sheet.Name), [.. Enumerable.Repeat(Width, ColumnsWidened)], Rows(workbook, sheet.Name))),
    ]);

    /// <summary>A .csv is called by its file's name, which can hold what no sheet's name may.</summary>
    public static string NameOf(string sheet)
    {
        var name = string.Concat(sheet.Select(letter => @":\/?*[]".Contains(letter, StringComparison.Ordinal) ? '_' : letter)).Trim('\'', ' ');
        return name.Length is > 0 and <= 31 ? name : name.Length == 0 ? "Danh sách" : name[..31];
    }

    private static IEnumerable<RowDraft> Rows(Workbook workbook, string sheet)
    {
        var last = 0;
        foreach (var row in workbook.Rows(sheet).TakeWhile(row => row.Number - last <= WidestGap))
        {
            for (; last < row.Number - 1; last++)
                yield return RowDraft.Empty;
            last = row.Number;
            yield return new RowDraft([.. row.Cells.Select(Draft)]);
        }
    }

    /// <summary>A number whose format shows leading zeros becomes text, else the zeros would be gone.</summary>
    private static CellDraft Draft(Cell cell) => cell.Kind switch
    {
        CellKind.Date => CellDraft.OfNumber(CellLook.Date, cell.Number),
        CellKind.Number when !cell.Text.StartsWith('0') || cell.Text.Length == 1 => CellDraft.OfNumber(CellLook.Plain, cell.Number),
        _ => CellDraft.OfText(CellLook.Plain, cell.Text),
    };
}
