namespace Membership.App.Spreadsheets.Writing;

/// <summary>A cell to be written: text, or a number, or a formula with the number it gives.</summary>
internal readonly record struct CellDraft
{
    public CellLook Look { get; private init; }

    public string? Text { get; private init; }

    public double? Number { get; private init; }

    /// <summary>Without the leading "="; never made from anything a user typed.</summary>
    public string? Formula { get; private init; }

    public static CellDraft OfText(CellLook look, string? text) => new() { Look = look, Text = string.IsNullOrEmpty(text) ? null : text };

    public static CellDraft OfNumber(CellLook look, double? number) => new() { Look = look, Number = number };

    public static CellDraft OfFormula(CellLook look, string formula, double result) => new() { Look = look, Formula = formula, Number = result };

    /// <summary>A day as Excel counts them: 1 is 1 January 1900.</summary>
    public static CellDraft OfDate(CellLook look, DateOnly? date) => OfNumber(look, date?.ToDateTime(TimeOnly.MinValue).ToOADate());

    public static CellDraft Blank(CellLook look) => new() { Look = look };
}

/// <param name="Height">In points; null lets the program that opens the file fit it to the text.</param>
internal sealed record RowDraft(IReadOnlyList<CellDraft> Cells, double? Height = null)
{
    private const double LineHeight = 16.5;
    private const double Padding = 3;
    private const double ExcelMaximum = 409;

    public static RowDraft Empty { get; } = new([]);

    /// <summary>As high as its wrapped text needs in columns so wide, in characters: not every program fits rows by itself.</summary>
    public static RowDraft Fitted(IReadOnlyList<CellDraft> cells, IReadOnlyList<double> widths)
    {
        var lines = cells.Zip(widths, (cell, width) => cell.Text is null ? 1 : cell.Text.Split('\n').Sum(line => Lines(line, width))).DefaultIfEmpty(1).Max();
        return new(cells, Math.Min((lines * LineHeight) + Padding, ExcelMaximum));
    }

    /// <summary>What breaking at words wastes, letters narrower than digits give back.</summary>
    private static int Lines(string line, double width) => Math.Max(1, (int)Math.Ceiling(line.Length / width));
}
