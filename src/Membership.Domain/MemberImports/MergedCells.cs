namespace Membership.Domain.MemberImports;

/// <summary>Cells of one column that are merged: the file keeps their value in the first only, and means it for all.</summary>
/// <param name="Column">From 0.</param>
/// <param name="FirstRow">As Excel numbers it.</param>
/// <param name="LastRow">As Excel numbers it; included.</param>
public readonly record struct MergedCells(int Column, int FirstRow, int LastRow)
{
    /// <summary>What several people share: a name or a number that covers two rows is one person in two rows.</summary>
    private static readonly MemberField[] Shared =
    [
        MemberField.Branch, MemberField.Neighbourhood, MemberField.Address, MemberField.PermanentAddress, MemberField.EthnicGroup, MemberField.Religion,
    ];

    /// <summary>The rows with the value of merged cells in each of them, in the columns that people share, below the heading.</summary>
    public static IEnumerable<SheetRow> Filled(IEnumerable<SheetRow> rows, IReadOnlyList<MergedCells> merged, ListShape shape)
    {
        var shared = shape.Columns.Where(column => column.Field is { } field && Shared.Contains(field)).Select(column => column.Index).ToHashSet();
        var wanted = merged.Where(cells => cells.FirstRow > shape.HeaderRow && cells.FirstRow < cells.LastRow && shared.Contains(cells.Column))
            .OrderBy(cells => cells.FirstRow).ToArray();
        return wanted.Length == 0 ? rows : Filled(rows, wanted);
    }

    private static IEnumerable<SheetRow> Filled(IEnumerable<SheetRow> rows, MergedCells[] merged)
    {
        var open = new List<(MergedCells Cells, SheetRow First)>();
        var next = 0;
        foreach (var row in rows)
        {
            open.RemoveAll(above => above.Cells.LastRow < row.Number);
            yield return open.Count == 0 ? row : WithValues(row, open);
            for (; next < merged.Length && merged[next].FirstRow <= row.Number; next++)
            {
                if (merged[next].FirstRow == row.Number && !row[merged[next].Column].IsEmpty)
                    open.Add((merged[next], row));
            }
        }
    }

    private static SheetRow WithValues(SheetRow row, List<(MergedCells Cells, SheetRow First)> above)
    {
        var cells = row.Cells.ToList();
        var runs = row.Runs?.ToDictionary();
        foreach (var (covered, first) in above)
        {
            while (cells.Count <= covered.Column)
                cells.Add(Cell.Empty);
            if (!cells[covered.Column].IsEmpty)
                continue;

            cells[covered.Column] = first[covered.Column];
            if (first.Runs?.GetValueOrDefault(covered.Column) is { } ofFirst)
                (runs ??= [])[covered.Column] = ofFirst;
        }

        return row with { Cells = cells, Runs = runs };
    }
}
