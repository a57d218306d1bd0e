namespace Membership.App.Spreadsheets.Writing;

/// <summary>A native chart, bound to cells: change a cell and the chart moves.</summary>
/// <param name="Title">States the finding.</param>
/// <param name="Description">Alternative text, one sentence from the data.</param>
/// <param name="Categories">What the horizontal axis names.</param>
internal sealed record ChartDraft(string Title, string Description, CellSpan Categories, IReadOnlyList<SeriesDraft> Series)
{
    public required string CategoryAxis { get; init; }

    public required string ValueAxis { get; init; }

    /// <summary>Columns from 0, rows as Excel numbers them; the last ones are not covered.</summary>
    public required (int FirstColumn, int FirstRow, int EndColumn, int EndRow) Place { get; init; }

    /// <summary>Values written beside the points: for few points only.</summary>
    public bool HasLabels { get; init; }
}

internal enum SeriesKind
{
    Bars = 1,
    Line = 2,

    /// <summary>Dashed, without markers: told from the data without colour.</summary>
    TargetLine = 3,
}

/// <param name="Name">The cell with the series' name.</param>
internal sealed record SeriesDraft(SeriesKind Kind, CellSpan Name, CellSpan Values);

/// <summary>Cells of one column of a sheet, with what stands in them.</summary>
internal sealed record CellSpan(string Sheet, int Column, int FirstRow, IReadOnlyList<CellDraft> Cells)
{
    /// <summary>"'Diễn biến'!$F$5:$F$29".</summary>
    public string Reference
    {
        get
        {
            var name = "'" + Sheet.Replace("'", "''", StringComparison.Ordinal) + "'!";
            var column = CellName.Column(Column);
            var first = FormattableString.Invariant($"${column}${FirstRow}");
            return Cells.Count == 1 ? name + first : name + first + FormattableString.Invariant($":${column}${FirstRow + Cells.Count - 1}");
        }
    }

    /// <summary>Cells of a sheet's rows, by row numbers as Excel counts them.</summary>
    public static CellSpan Of(string sheet, IReadOnlyList<RowDraft> rows, int column, int firstRow, int lastRow) =>
        new(sheet, column, firstRow, [.. rows.Skip(firstRow - 1).Take(lastRow - firstRow + 1).Select(row => row.Cells[column])]);
}
