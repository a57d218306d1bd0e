using System.Text.RegularExpressions;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>The merged cells of a sheet, which stand behind its rows: they are looked for without reading the rows as XML.</summary>
internal static partial class XlsxMergedCells
{
    /// <summary>A hundred thousand of them, and more than any list that somebody made by hand.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    public static IReadOnlyList<MergedCells> Read(XlsxPackage package, string part) =>
        [.. Reference().Matches(package.TextAfter(part, "sheetData>"u8, MostBytes)).SelectMany(match => Columns(match.Groups[1].Value, match.Groups[2].Value))];

    private static IEnumerable<MergedCells> Columns(string first, string last) =>
        CellReference.TryParse(first, out var firstRow, out var firstColumn) && CellReference.TryParse(last, out var lastRow, out var lastColumn) && firstRow < lastRow
            ? Enumerable.Range(firstColumn, Math.Max(0, lastColumn - firstColumn + 1)).Select(column => new MergedCells(column, firstRow, lastRow))
            : [];

    [GeneratedRegex("mergeCell [^>]*?ref=[\"']([A-Za-z]{1,3}[0-9]{1,7}):([A-Za-z]{1,3}[0-9]{1,7})[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
