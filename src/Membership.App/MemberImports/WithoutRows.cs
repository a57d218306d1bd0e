using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A workbook in which some rows of people are empty.</summary>
internal sealed class WithoutRows(Workbook all, IReadOnlyList<ListTable> tables, IReadOnlySet<int> rowKeys) : Workbook
{
    private readonly HashSet<(string Sheet, int Number)> _gone =
        [.. rowKeys.Select(ListRow.OfKey).SelectMany(row => tables.Where(table => table.SheetIndex == row.Sheet).Select(table => (table.Sheet, row.Number)))];

    public override IReadOnlyList<SheetName> Sheets => all.Sheets;

    public override double Progress => all.Progress;

    public override IEnumerable<SheetRow> Rows(string sheet) => all.Rows(sheet).Where(row => !_gone.Contains((sheet, row.Number)));

    public override IReadOnlyList<MergedCells> MergedIn(string sheet) => all.MergedIn(sheet);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            all.Dispose();
        base.Dispose(disposing);
    }
}
