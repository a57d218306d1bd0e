using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A table by hand as it is remembered: without its sheet, and its heading counted from the first line that looks like one,
/// since the next list may have a title more.</summary>
internal static class RememberedTable
{
    private const int NoHeading = 0;

    /// <summary>Null when it cannot be found again.</summary>
    public static ChosenTable? Of(ChosenTable table, IReadOnlyList<SheetRow> firstRows)
    {
        var line = table.HeaderRow == 0 ? NoHeading : table.HeaderRow - FirstLine(firstRows) + 1;
        return line < NoHeading || (line == NoHeading && table.HeaderRow != 0) ? null : new ChosenTable("", line, table.Columns);
    }

    public static ChosenTable In(SheetHead head, ChosenTable table) =>
        table with { Sheet = head.Name, HeaderRow = table.HeaderRow == NoHeading ? 0 : FirstLine(head.Rows) + table.HeaderRow - 1 };

    private static int FirstLine(IReadOnlyList<SheetRow> firstRows) => ListShapeFinder.Guess(firstRows)?.FirstHeaderRow ?? 1;
}
