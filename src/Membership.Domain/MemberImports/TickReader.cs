using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The value of a field over several columns, of which one is ticked, or filled with the value itself.</summary>
internal static class TickReader
{
    // Headings that are no value: which other one it is must be typed.
    private static readonly string[] Others = ["khac", "dan toc khac", "ton giao khac", "dan toc thieu so", "dtts", "co"];

    /// <summary>Null when nothing is ticked, nothing that says a value, or more than one can be true, which is a warning.</summary>
    public static string? Read(RowReading row, MemberField field)
    {
        var values = row.Shape.TickColumns.Length == 0 ? [] : Values(row, field).ToArray();
        if (values.Length > 1)
            row.Warn(RowWarningCode.SeveralTicked, field, string.Join(", ", values));

        return values.Length == 1 ? values[0] : null;
    }

    /// <summary>All that is ticked, as of offices, of which one person holds several.</summary>
    public static string? ReadAll(RowReading row, MemberField field) =>
        row.Shape.TickColumns.Length == 0 ? null : string.Join(", ", Values(row, field)) is { Length: > 0 } values ? values : null;

    private static IEnumerable<string> Values(RowReading row, MemberField field) => row.Shape.TickColumns
        .Where(column => column.Field == field && !CellText.SaysNothing(row[column.Index])).Select(column => Value(row, column)).OfType<string>();

    private static string? Value(RowReading row, ListColumn column)
    {
        var cell = row[column.Index];
        if (!CellText.IsTick(cell))
            return row.Kept(column.Field!.Value, cell);

        return Others.Contains(PersonName.Fold(column.Value!)) ? null : column.Value;
    }
}
