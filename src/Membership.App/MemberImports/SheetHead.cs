using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The first rows of a sheet, empty ones left out, in which its heading is looked for.</summary>
/// <param name="Index">Position among the sheets of the file, from 0.</param>
internal sealed record SheetHead(int Index, SheetName Sheet, IReadOnlyList<SheetRow> Rows)
{
    public string Name => Sheet.Name;

    public static IReadOnlyList<SheetHead> All(Workbook workbook, Func<SheetName, bool> which) =>
    [
        .. workbook.Sheets.Select((sheet, index) => (sheet, index)).Where(found => which(found.sheet)).Select(found => new SheetHead(
            found.index, found.sheet, [.. workbook.Rows(found.sheet.Name).Where(row => !row.IsEmpty).Take(ListShapeFinder.RowsToLookAt)])),
    ];
}
