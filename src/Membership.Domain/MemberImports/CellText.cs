using System.Buffers;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What the cells of a list have in common, whatever their column.</summary>
internal static class CellText
{
    private const int LongestDitto = 16;
    private const int LongestNothing = 12;
    private static readonly char[] AroundDitto = [.. " -–—.()"];
    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("\"“”„″〃'’‘´`,/");

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

    /// <summary>"nt", "như trên", a quotation mark: the value of the row above.</summary>
    public static bool IsDitto(Cell cell)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > LongestDitto)
            return false;

        var mark = VietnameseText.Clean(cell.Text).Trim(AroundDitto);
        var isQuoteMark = mark.Length > 0 && !mark.AsSpan().ContainsAnyExcept(QuoteMarks) && mark is not ("'" or "’" or "‘" or "´" or "`" or "," or "/");
        return isQuoteMark || ("nNgGdD".Contains(mark.FirstOrDefault(), StringComparison.Ordinal) && IsDittoWord(PersonName.Fold(mark)));
    }

    private static bool IsDittoWord(string folded) => folded is "nt" or "n/t" or "n.t" or "nhu tren" or "giong tren" or "nhu dong tren" or "nhu hang tren" or "nhu o tren" or "ditto";

    /// <summary>In a column of leaving: nothing, "không", "chưa", "đang sinh hoạt".</summary>
    public static bool SaysNoLeaving(Cell cell) => !IsTick(cell) && (IsBlank(cell) || IsError(cell) || SaysNothing(cell)
        || (SaysNothing(VietnameseText.Clean(cell.Text)) && !cell.Text.Contains('x', StringComparison.OrdinalIgnoreCase))
        || PersonName.Fold(VietnameseText.Clean(cell.Text)).TrimEnd('.') is "chua" or "con" or "dang sinh hoat" or "con sinh hoat" or "tang" or "khong giam" or "binh thuong");

    /// <summary>Something stands there that says no value: what was known, or another column, must not take its place.</summary>
    public static bool IsUnclear(Cell cell) => IsError(cell) || IsDitto(cell);

    /// <summary>Words and signs by which clerks say that there is nothing to say.</summary>
    public static bool SaysNothing(string text) =>
        !text.Any(char.IsLetterOrDigit)
        || (text.Length <= LongestNothing && PersonName.Fold(text).TrimEnd('.') is "0" or "x" or "khong" or "ko" or "khong co" or "khong ro" or "chua co" or "chua ro");

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
