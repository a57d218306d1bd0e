namespace Membership.Domain.MemberImports;

/// <summary>The shape of a table whose place or columns the officer chose.</summary>
public static class ChosenShape
{
    /// <summary>Null when a list can be read by these columns, and when none were chosen, which means that they are to be found.</summary>
    public static Refusal? Check(IReadOnlyList<ChosenColumn> columns)
    {
        if (columns.Count == 0)
            return null;

        var twice = columns.GroupBy(column => column.Index).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            return new ColumnChosenTwice(twice.Key);

        var fields = columns.Select(column => column.Field).ToArray();
        var same = ColumnChoice.OneColumnOnly.Cast<MemberField?>().FirstOrDefault(field => fields.Count(chosen => chosen == field) > 1);
        if (same is { } field)
            return new FieldChosenTwice(field);

        var missing = ColumnChoice.Missing(fields);
        return missing.Count > 0 ? new FieldsNotChosen(missing) : null;
    }

    /// <param name="firstRows">Of the sheet, empty ones left out.</param>
    public static Outcome<ListShape> Of(ChosenTable table, IReadOnlyList<SheetRow> firstRows)
    {
        if (Check(table.Columns) is { } refusal)
            return refusal;
        if (table.Columns.Count == 0)
            return table.HeaderRow == 0 ? ListShapeFinder.Find(firstRows) : ListShapeFinder.FindAt(firstRows, table.HeaderRow);
        if (table.HeaderRow == 0)
            return new ListShape(0, 0, Columns(table, []));

        return ListShapeFinder.At(firstRows, table.HeaderRow) is { } read
            ? new ListShape(read.FirstHeaderRow, table.HeaderRow, Columns(table, read.Columns))
            : new NoHeaderRow(firstRows.Count);
    }

    private static ListColumn[] Columns(ChosenTable table, IReadOnlyList<ListColumn> read)
    {
        var headers = read.ToDictionary(column => column.Index, column => column.Header);
        var chosen = table.Columns.ToDictionary(column => column.Index, column => (MemberField?)column.Field);
        return
        [
            .. headers.Keys.Union(chosen.Keys).Order()
                .Select(index => new ListColumn(index, headers.GetValueOrDefault(index, ""), chosen.GetValueOrDefault(index)))
                .Select(column => IsTicked(column, table) ? column with { Value = column.Header.Split(" / ")[^1] } : column),
        ];
    }

    /// <summary>Several columns for one such field are its values, each to be ticked; so is the name of an organization.</summary>
    private static bool IsTicked(ListColumn column, ChosenTable table) => column.Field is { } known && (known == MemberField.Organization
        ? OrganizationNames.CodeOf(column.Header.Split(" / ")[^1]) is not null
        : ListHeadings.Ticked.Contains(known) && table.Columns.Count(chosen => chosen.Field == known) > 1);
}
