namespace Membership.App.Spreadsheets.Writing;

/// <summary>A sheet to be written, A4, fitted to the width of the page.</summary>
/// <param name="Name">At most 31 characters, none of : \ / ? * [ ].</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">From row 1; taken once, so they may be a stream.</param>
internal sealed record SheetDraft(string Name, IReadOnlyList<double> Widths, IEnumerable<RowDraft> Rows)
{
    public int FrozenRows { get; init; }

    /// <summary>Rows repeated on every printed page, first to last; (0, 0) for none.</summary>
    public (int First, int Last) RepeatedRows { get; init; }

    /// <summary>"A1:K1".</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    public string FooterText { get; init; } = "";

    public IReadOnlyList<ChartDraft> Charts { get; init; } = [];
}

/// <summary>"B12" and the like, from a column (0 is A) and a row as Excel numbers it.</summary>
internal static class CellName
{
    private const int Letters = 26;

    public static string Column(int column) =>
        column < Letters ? ((char)('A' + column)).ToString() : Column((column / Letters) - 1) + Column(column % Letters);

    public static string Of(int column, int row) => FormattableString.Invariant($"{Column(column)}{row}");

    public static string Span(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        Of(firstColumn, firstRow) + ":" + Of(lastColumn, lastRow);
}
