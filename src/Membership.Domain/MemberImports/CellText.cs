using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What the cells of a list have in common, whatever their column.</summary>
internal static class CellText
{
    public static bool IsBlank(Cell cell) => cell.Kind == CellKind.Empty || VietnameseText.IsBlank(cell.Text);

    /// <summary>An error cell, or the text of one that was pasted as a value.</summary>
    public static bool IsError(Cell cell) => cell.Kind == CellKind.Error || (cell.Kind == CellKind.Text && IsErrorText(cell.Text));

    public static bool IsErrorText(string text) =>
        text.Contains('#', StringComparison.Ordinal)
        && VietnameseText.Clean(text).ToUpperInvariant() is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NUM!" or "#NULL!";

    /// <summary>Null when there is nothing to keep: blank, or an error.</summary>
    public static string? Kept(Cell cell)
    {
        if (cell.Kind == CellKind.Empty || IsError(cell))
            return null;

        var clean = VietnameseText.Clean(cell.Text);
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>A cross or its like, as clerks tick columns.</summary>
    public static bool IsTick(Cell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Number == 1,
        CellKind.Boolean => cell.Text == "TRUE",
        CellKind.Text => VietnameseText.Clean(cell.Text) is "x" or "X" or "✓" or "✔" or "☑" or "☒" or "√" or "v" or "V" or "1" or "×" or "Có" or "có",
        _ => false,
    };

    /// <summary>What says "not ticked" or "none": blank, 0, FALSE, a dash.</summary>
    public static bool SaysNothing(Cell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Number == 0,
        CellKind.Boolean => cell.Text == "FALSE",
        CellKind.Text => VietnameseText.Clean(cell.Text) is "" or "-" or "–" or "0" or "☐",
        _ => cell.Kind == CellKind.Empty,
    };
}
