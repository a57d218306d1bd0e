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

    // Fewer short texts side by side are a crest and a motto.
    private const int FewestHeadings = 3;
    private const int LongestHeading = 60;

    /// <summary>Refused with <see cref="NoHeaderRow"/>, <see cref="ColumnsMissing"/> or <see cref="ColumnTwice"/>.</summary>
    public static Outcome<ListShape> Find(IReadOnlyList<SheetRow> firstRows)
    {
        var rows = Looked(firstRows);
        Refusal? first = null;
        foreach (var block in Named(rows))
        {
            var shape = ShapeOf(block);

            // A heading with two columns for one field is the list's: the next one would lose the people between.
            if (shape.Refusal is not ColumnsMissing)
                return shape;

            first ??= shape.Refusal;
        }

        return first ?? (rows.Any(LacksOnlyTheName) ? new ColumnsMissing([MemberField.FullName]) : new NoHeaderRow(rows.Count));
    }

    /// <summary>What is most probably the heading, though it may not suffice to read the list; null when nothing looks like one.
    /// Its columns have the fields that their headings say, without a choice between them.</summary>
    public static ListShape? Guess(IReadOnlyList<SheetRow> firstRows) => GuessedBlock(Looked(firstRows)) is { } block ? Read(block) : null;

    /// <summary>The heading of which a row, named by the officer, is the last line; null when the sheet has no such row.</summary>
    internal static ListShape? At(IReadOnlyList<SheetRow> firstRows, int headerRow)
    {
        var at = firstRows.TakeWhile(row => row.Number != headerRow).Count();
        return at == firstRows.Count ? null : Read(HeadingBlock.EndingAt(firstRows, at));
    }

    /// <summary>The heading at a row that the officer named, with its columns settled.</summary>
    internal static Outcome<ListShape> FindAt(IReadOnlyList<SheetRow> firstRows, int headerRow)
    {
        var at = firstRows.TakeWhile(row => row.Number != headerRow).Count();
        return at == firstRows.Count ? new NoHeaderRow(firstRows.Count) : ShapeOf(HeadingBlock.Around(firstRows, at));
    }

    /// <summary>Whether a row names a person's columns: a heading, or one that is repeated further down.</summary>
    internal static bool IsHeading(SheetRow row)
    {
        var fields = HeadingBlock.FieldsOf(row).Distinct().ToArray();
        return fields.Any(HeadingBlock.IsName) && fields.Any(field => !HeadingBlock.IsName(field));
    }

    private static HeadingBlock? GuessedBlock(IReadOnlyList<SheetRow> rows)
    {
        var named = Named(rows).ToArray();
        if (named.FirstOrDefault(block => ShapeOf(block).Refusal is not ColumnsMissing) is { } found)
            return found;

        var best = Enumerable.Range(0, rows.Count).Select(at => (at, Fields: HeadingBlock.FieldsOf(rows[at]).Distinct().Count()))
            .OrderByDescending(row => row.Fields).FirstOrDefault();
        if (named.Length > 0 || best.Fields > 1)
            return named.FirstOrDefault() ?? HeadingBlock.Around(rows, best.at);

        var likely = Enumerable.Range(0, rows.Count).FirstOrDefault(at => LooksLikeHeading(rows[at]), -1);
        return likely < 0 ? null : HeadingBlock.EndingAt(rows, likely);
    }

    private static IEnumerable<HeadingBlock> Named(IReadOnlyList<SheetRow> rows) =>
        Enumerable.Range(0, rows.Count).Where(at => IsHeading(rows[at])).Select(at => HeadingBlock.Around(rows, at));

    private static IReadOnlyList<SheetRow> Looked(IReadOnlyList<SheetRow> firstRows) =>
        firstRows.Count > RowsToLookAt ? [.. firstRows.Take(RowsToLookAt)] : firstRows;

    private static bool LooksLikeHeading(SheetRow row)
    {
        var filled = row.Cells.Where(cell => !CellText.IsBlank(cell)).ToArray();
        return filled.Length >= FewestHeadings && filled.All(cell =>
            cell.Kind == CellKind.Text && cell.Text.Length <= LongestHeading && !cell.Text.Any(char.IsAsciiDigit));
    }

    private static bool LacksOnlyTheName(SheetRow row) => HeadingBlock.FieldsOf(row).Distinct().Count() >= KnownHeadingsWithoutName;

    private static ListShape Read(HeadingBlock block) => new(
        block.FirstRow,
        block.LastRow,
        [
            .. block.Headings().Select((lines, column) => new ListColumn(column, string.Join(" / ", lines), ListHeadings.FieldOf(lines)))
                .Where(column => column.Header.Length > 0),
        ]);

    private static Outcome<ListShape> ShapeOf(HeadingBlock block)
    {
        var columns = new ColumnChoice(block);
        if ((columns.Twice() ?? (ListQuestion?)columns.OfWhom()) is { } question)
            return question;

        return columns.Missing() is { } missing ? missing : new ListShape(block.FirstRow, block.LastRow, columns.Chosen());
    }
}
