namespace Membership.Domain.MemberImports;

/// <summary>
/// Finds the heading of a list under crest, motto and title, and what its columns hold. A heading row has the name of a person and
/// at least one more column that is known.
/// </summary>
public static class ListShapeFinder
{
    /// <summary>In real lists the heading stood in rows 1 to 11.</summary>
    public const int RowsToLookAt = 60;

    private const int KnownHeadingsWithoutName = 3;

    /// <summary>Refused with <see cref="NoHeaderRow"/>, <see cref="ColumnsMissing"/> or <see cref="ColumnTwice"/>.</summary>
    public static Outcome<ListShape> Find(IReadOnlyList<SheetRow> firstRows)
    {
        var rows = firstRows.Count > RowsToLookAt ? firstRows.Take(RowsToLookAt).ToArray() : firstRows;
        var named = Enumerable.Range(0, rows.Count).Where(at => IsHeading(rows[at])).ToArray();
        Refusal? first = null;
        foreach (var at in named)
        {
            var shape = ShapeOf(HeadingBlock.Around(rows, at));

            // A heading with two columns for one field is the list's: the next one would lose the people between.
            if (shape.Refusal is not ColumnsMissing)
                return shape;

            first ??= shape.Refusal;
        }

        return first ?? (rows.Any(LacksOnlyTheName) ? new ColumnsMissing([MemberField.FullName]) : new NoHeaderRow(rows.Count));
    }

    /// <summary>Whether a row names a person's columns: a heading, or one that is repeated further down.</summary>
    internal static bool IsHeading(SheetRow row)
    {
        var fields = HeadingBlock.FieldsOf(row).Distinct().ToArray();
        return fields.Any(HeadingBlock.IsName) && fields.Any(field => !HeadingBlock.IsName(field));
    }

    private static bool LacksOnlyTheName(SheetRow row) => HeadingBlock.FieldsOf(row).Distinct().Count() >= KnownHeadingsWithoutName;

    private static Outcome<ListShape> ShapeOf(HeadingBlock block)
    {
        var columns = new ColumnChoice(block);
        if (columns.Twice() is { } twice)
            return twice;

        return columns.Missing() is { } missing ? missing : new ListShape(block.FirstRow, block.LastRow, columns.Chosen());
    }
}
