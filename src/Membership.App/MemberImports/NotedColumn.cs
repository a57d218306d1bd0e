using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The column of notes in a list that was marked: known by its heading, wherever the officer moved it.</summary>
internal static class NotedColumn
{
    /// <summary>From 0; null when the rows have none. The last one, because a list may have a column of that name of its own.</summary>
    public static int? Of(IEnumerable<SheetRow> rows) => rows.Select(In).FirstOrDefault(column => column is not null);

    public static int? In(SheetRow row)
    {
        for (var column = row.Cells.Count - 1; column >= 0; column--)
        {
            if (row[column].Text == SheetMarks.Heading)
                return column;
        }

        return null;
    }
}

/// <summary>A list that was marked, as it is without our notes.</summary>
internal sealed class UnmarkedWorkbook(Workbook marked) : Workbook
{
    public override IReadOnlyList<SheetName> Sheets => marked.Sheets;

    public override double Progress => marked.Progress;

    public override IEnumerable<SheetRow> Rows(string sheet)
    {
        int? noted = null;
        foreach (var row in marked.Rows(sheet))
        {
            noted = NotedColumn.In(row) ?? noted;
            yield return noted is { } column && column < row.Cells.Count ? Without(row, column) : row;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            marked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The note is the last cell, unless the officer wrote something to its right.</summary>
    private static SheetRow Without(SheetRow row, int column) => new(
        row.Number,
        column == row.Cells.Count - 1 ? Trimmed(row.Cells, column) : [.. row.Cells.Select((cell, index) => index == column ? Cell.Empty : cell)]);

    private static Cell[] Trimmed(IReadOnlyList<Cell> cells, int length)
    {
        while (length > 0 && cells[length - 1].Kind == CellKind.Empty)
            length--;
        return [.. cells.Take(length)];
    }
}
