using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>One table of a list as it was read; most lists have one.</summary>
/// <param name="SheetIndex">Position among the sheets of the file, from 0, hidden ones counted.</param>
/// <param name="HeaderRow">The last line of its heading, as Excel numbers it; 0 when it has none.</param>
public sealed record ListTable(int SheetIndex, string Sheet, int HeaderRow, IReadOnlyList<ListColumn> Columns)
{
    /// <summary>The table that a row stands in: the last one on its sheet that begins above it.</summary>
    /// <param name="key"><see cref="ListRow.Key"/>.</param>
    public static ListTable Of(int key, IReadOnlyList<ListTable> tables)
    {
        var row = ListRow.OfKey(key);
        return tables.LastOrDefault(table => table.SheetIndex == row.Sheet && table.HeaderRow < row.Number) ?? tables[0];
    }
}

/// <summary>A row as officers find it in their file.</summary>
public static class ListRowText
{
    /// <summary>"12", or "12, trang “Chi hội 2”" where the list is on several sheets.</summary>
    /// <param name="key"><see cref="ListRow.Key"/>.</param>
    /// <param name="sheets">Names of the sheets that were read, by their position in the file.</param>
    public static string Of(int key, IReadOnlyDictionary<int, string> sheets)
    {
        var row = ListRow.OfKey(key);
        return sheets.Count > 1 ? $"{row.Number}, trang “{sheets.GetValueOrDefault(row.Sheet, $"{row.Sheet + 1}")}”" : $"{row.Number}";
    }

    public static IReadOnlyDictionary<int, string> SheetNames(this IReadOnlyList<ListTable> tables) =>
        tables.DistinctBy(table => table.SheetIndex).ToDictionary(table => table.SheetIndex, table => table.Sheet);
}
