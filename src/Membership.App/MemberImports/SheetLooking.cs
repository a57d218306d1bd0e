using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>What an officer needs to see of a sheet to say where its list stands and what its columns hold.</summary>
internal static class SheetLooking
{
    private const int RowsShown = 15;

    // Identity and telephone numbers; dates have eight digits.
    private const int FewestDigitsMasked = 9;
    private const int DigitsLeft = 4;

    public static SheetLook At(SheetHead head, ListChoices choices)
    {
        var rows = head.Rows.Take(RowsShown).ToArray();
        var found = choices.Tables.FirstOrDefault(table => table.Sheet == head.Name) is { } chosen
            ? ChosenShape.Of(chosen, head.Rows) : ListShapeFinder.Find(head.Rows);
        var shape = found.IsRefused ? ListShapeFinder.Guess(head.Rows) : found.Value;
        return new SheetLook(
            head.Name,
            head.Sheet.IsHidden,
            [.. rows.Select(row => new LookedRow(row.Number, [.. row.Cells.Select(Shown)]))],
            shape?.HeaderRow ?? 0,
            Columns(shape, rows),
            found.Refusal is { } refusal ? RefusalText.Of(refusal) : null);
    }

    private static ListColumn[] Columns(ListShape? shape, SheetRow[] rows)
    {
        var known = shape?.Columns.ToDictionary(column => column.Index) ?? [];
        var width = rows.Select(row => row.Cells.Count).Concat(known.Keys.Select(index => index + 1)).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(0, width).Select(index => known.GetValueOrDefault(index) ?? new ListColumn(index, "", null))];
    }

    private static string Shown(Cell cell)
    {
        var text = VietnameseText.Clean(cell.Text);
        var hidden = text.Count(char.IsAsciiDigit) - DigitsLeft;
        return hidden + DigitsLeft < FewestDigitsMasked ? text : string.Concat(text.Select(letter => char.IsAsciiDigit(letter) && hidden-- > 0 ? '•' : letter));
    }
}
