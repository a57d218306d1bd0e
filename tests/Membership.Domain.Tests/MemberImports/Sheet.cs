using System.Globalization;
using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>Rows of a sheet written as a table in a test: a string is a text cell, a double a number, a <see cref="Cell"/> itself.</summary>
internal static class Sheet
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static SheetRow Row(int number, params object?[] cells) => new(number, [.. cells.Select(Cell)]);

    /// <summary>Rows from 1, one text each, cells divided by "|".</summary>
    public static SheetRow[] Of(params string[] rows) =>
        [.. rows.Select((row, index) => Row(index + 1, [.. row.Split('|').Select(text => (object?)text.Trim(' '))]))];

    public static ListShape Shape(params string[] headingRows) => ListShapeFinder.Find(Of(headingRows)).Value;

    /// <summary>The member in a row below headings divided by "|".</summary>
    public static ParsedMember Parse(string headings, params object?[] cells) => MemberRowParser.Parse(Row(2, cells), Shape(headings), AsOf);

    public static Cell Date(double serial) => new(CellKind.Date, "shown", serial);

    public static Cell Error(string text = "#N/A") => new(CellKind.Error, text);

    private static Cell Cell(object? value) => value switch
    {
        null or "" => Membership.Domain.MemberImports.Cell.Empty,
        Cell cell => cell,
        string text => new Cell(CellKind.Text, text),
        double number => new Cell(CellKind.Number, number.ToString("R", CultureInfo.InvariantCulture), number),
        _ => throw new ArgumentException("A cell is text, number or Cell", nameof(value)),
    };

    /// <summary>The tables of a sheet, read by what its headings say alone.</summary>
    public static SheetTables Tables(ListShape first, string? branch = null) => new([first], branch, shape => shape, (shape, _) => new RowRules(shape, AsOf));
}
