namespace Membership.App.Spreadsheets.Marking;

internal enum MarkTone
{
    /// <summary>Cannot be taken as it is.</summary>
    Problem = 1,

    /// <summary>Waits for a decision.</summary>
    Doubt = 2,

    /// <summary>Was corrected already, on the page.</summary>
    Edited = 3,
}

/// <summary>What is to be marked on one sheet.</summary>
/// <param name="NoteColumn">From 0: the first column that nothing stands in.</param>
/// <param name="HeadingRows">Rows, from 1, in which the note column gets its heading.</param>
/// <param name="Rows">By row, from 1.</param>
internal sealed record SheetMarks(string Sheet, int NoteColumn, IReadOnlyCollection<int> HeadingRows, IReadOnlyDictionary<int, RowMark> Rows)
{
    /// <summary>Heads the column of notes; a list that comes back is known by it.</summary>
    public const string Heading = "Lỗi";

    /// <summary>The sheet was marked before: what does not hold any more is taken away.</summary>
    public bool WasMarked { get; init; }

    public bool Touches(int row) => WasMarked || Rows.ContainsKey(row) || HeadingRows.Contains(row);
}

/// <param name="Tone">Of the cells that have no text of their own.</param>
/// <param name="Note">All that is to be said about the row, for the note column; "" for nothing.</param>
internal sealed record RowMark(MarkTone Tone, string Note, IReadOnlyList<CellMark> Cells);

/// <param name="Column">From 0.</param>
/// <param name="Text">The comment.</param>
internal sealed record CellMark(int Column, string Text)
{
    /// <summary>What the cell says from now on, as it was corrected on the page; null for a cell that stays as it is.</summary>
    public string? Corrected { get; init; }
}
