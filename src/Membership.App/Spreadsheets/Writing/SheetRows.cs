namespace Membership.App.Spreadsheets.Writing;

/// <summary>The rows of a sheet while they are put together, with lines that run across its columns.</summary>
/// <param name="widths">Of the columns a line runs across, in characters.</param>
internal sealed class SheetRows(IReadOnlyList<double> widths)
{
    private const double LineHeight = 17;

    private readonly List<RowDraft> _rows = [];
    private readonly List<string> _merges = [];

    public IReadOnlyList<RowDraft> Rows => _rows;

    public IReadOnlyList<string> Merges => _merges;

    /// <summary>The number of the row added last, as Excel counts.</summary>
    public int Last => _rows.Count;

    public void Add(IReadOnlyList<CellDraft> cells, double? height = null) =>
        _rows.Add(height is null ? RowDraft.Fitted(cells, widths) : new(cells, height));

    public void AddEmpty() => _rows.Add(RowDraft.Empty);

    /// <summary>Merged cells are not fitted to their text by any program: the height is reckoned from its length.</summary>
    public void AddAcross(CellLook look, string text, double lineHeight = LineHeight)
    {
        var lines = (int)Math.Ceiling(text.Length / widths.Sum());
        Add([CellDraft.OfText(look, text), .. Enumerable.Repeat(CellDraft.Blank(look), widths.Count - 1)], Math.Max(lines, 1) * lineHeight);
        Merge(0, Last, widths.Count - 1, Last);
    }

    /// <summary>Two blocks beside each other, as in the heading of a letter; columns before <paramref name="right"/> are the left one's.</summary>
    public void AddBeside(CellLook leftLook, string left, CellLook rightLook, string rightText, int right)
    {
        Add([.. Enumerable.Range(0, widths.Count).Select(column => column == 0
            ? CellDraft.OfText(leftLook, left)
            : column == right ? CellDraft.OfText(rightLook, rightText) : CellDraft.Blank(CellLook.Plain))], LineHeight);
        Merge(0, Last, right - 1, Last);
        Merge(right, Last, widths.Count - 1, Last);
    }

    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
            _merges.Add(CellName.Span(firstColumn, firstRow, lastColumn, lastRow));
    }
}
