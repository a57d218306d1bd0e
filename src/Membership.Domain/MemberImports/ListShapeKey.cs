using System.Security.Cryptography;
using System.Text;

namespace Membership.Domain.MemberImports;

/// <summary>What lists of one shape have in common, wherever their heading stands: the same headings in the same columns, or,
/// without a heading, the same kinds of cells.</summary>
public static class ListShapeKey
{
    private const int RowsWithoutHeading = 15;

    /// <summary>SHA-256, lower-case hex.</summary>
    /// <param name="firstRows">Of the sheet, empty ones left out.</param>
    public static string Of(IReadOnlyList<SheetRow> firstRows)
    {
        var shape = ListShapeFinder.Guess(firstRows);
        var words = shape is null ? Kinds(firstRows) : shape.Columns.Select(column => $"{column.Index}={ListHeadings.Key(column.Header)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', words))));
    }

    // Titles have fewer cells than people: only the rows as wide as most count.
    private static IEnumerable<string> Kinds(IReadOnlyList<SheetRow> firstRows)
    {
        var first = firstRows.Take(RowsWithoutHeading).ToArray();
        var width = first.Select(row => row.Cells.Count).DefaultIfEmpty().GroupBy(count => count).MaxBy(group => group.Count())!.Key;
        var rows = first.Where(row => row.Cells.Count == width).ToArray();
        return Enumerable.Range(0, width).Select(column => rows.Select(row => KindOf(row[column])).GroupBy(kind => kind).MaxBy(group => group.Count())!.Key);
    }

    private static string KindOf(Cell cell) => cell switch
    {
        { Kind: CellKind.Text } when cell.Text.Any(char.IsAsciiDigit) => "digits",
        _ => cell.Kind.ToString(),
    };
}
