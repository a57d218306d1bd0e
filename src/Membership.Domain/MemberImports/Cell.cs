namespace Membership.Domain.MemberImports;

public enum CellKind
{
    Empty = 0,
    Text = 1,
    Number = 2,

    /// <summary>A number that the sheet shows as a date.</summary>
    Date = 3,
    Boolean = 4,

    /// <summary>#N/A, #REF! …, or a formula without a stored value.</summary>
    Error = 5,
}

/// <summary>One cell as it stands in the file.</summary>
/// <param name="Kind">What the file says it is.</param>
/// <param name="Text">Text unchanged; a number in invariant digits, with the leading zeros its format shows; a date as
/// dd/MM/yyyy; a boolean as TRUE or FALSE; the error itself. Never null, "" when empty.</param>
/// <param name="Number">Number and Date: the stored value, a date as a serial day of the 1900 system. Else 0.</param>
public readonly record struct Cell(CellKind Kind, string Text, double Number = 0)
{
    public static readonly Cell Empty = new(CellKind.Empty, "");

    /// <summary>What the font says about the letters of a text; a hint, because lists are given other fonts without being converted.</summary>
    public FontLetters Font { get; init; }

    /// <summary>"nt", "như trên" stood here; this is the cell of the row above.</summary>
    public bool IsDitto { get; init; }

    /// <summary>How much of it the font strikes through.</summary>
    public Strike Strike { get; init; }

    public bool IsEmpty => Kind == CellKind.Empty || (Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text));
}

/// <summary>Whether a text is struck through, as officers cross out who is no member any more.</summary>
public enum Strike : byte
{
    None = 0,

    /// <summary>Some of its letters.</summary>
    Part = 1,
    Whole = 2,
}

/// <summary>The letters that a font draws.</summary>
public enum FontLetters : byte
{
    Unicode = 0,

    /// <summary>Fonts .Vn…</summary>
    Tcvn3 = 1,

    /// <summary>Fonts .Vn…H, which draw small letters as capitals.</summary>
    Tcvn3Capitals = 2,

    /// <summary>Fonts VNI-…</summary>
    Vni = 3,
}

/// <summary>One row of a sheet.</summary>
/// <param name="Number">The number Excel shows, from 1.</param>
/// <param name="Cells">By column, A first; cells that the file leaves out are <see cref="Cell.Empty"/>; no trailing empties.</param>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cells as the file has them, where <see cref="Cells"/> say something else; else null.</summary>
    public IReadOnlyList<Cell>? Written { get; init; }

    /// <summary>By column, the pieces of a text whose fonts draw different letters; null when no cell has such a text.</summary>
    public IReadOnlyDictionary<int, Cell[]>? Runs { get; init; }

    /// <summary>Columns, from 0, whose cells the officer corrected; whatever else differs from the file was converted from old letters or ditto marks.</summary>
    public IReadOnlyCollection<int> Edited { get; init; } = [];

    /// <summary>Hidden or filtered away in the file: read all the same, and shown as such.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A title above it, or the name of its sheet, says that who stands here is no member any more.</summary>
    public bool IsAmongLeft { get; init; }

    /// <summary>The cell in a column, from 0; empty beyond the last.</summary>
    public Cell this[int column] => column < Cells.Count ? Cells[column] : Cell.Empty;

    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);
}
