using System.Globalization;
using Membership.App.Spreadsheets.Writing;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A row of a list that was not taken, as it stood in the officer's file.</summary>
/// <param name="Row">As <see cref="ListRowText"/> says it.</param>
/// <param name="Reasons">Vietnamese sentences: what is wrong and what to do.</param>
public sealed record RejectedRow(string Row, IReadOnlyList<Cell> Cells, IReadOnlyList<string> Reasons);

/// <summary>The officer's own columns between the row's number and why it was not taken, to be corrected and imported again.</summary>
public static class RejectedRowsWorkbook
{
    private const int MaximumWidth = 36;
    private const int MinimumWidth = 18;
    private const int ReasonWidth = 60;

    /// <summary>Rows are written as they come; the target need not be seekable.</summary>
    public static void Write(Stream target, IReadOnlyList<string> headings, IEnumerable<RejectedRow> rows)
    {
        double[] widths = [8, .. headings.Select(heading => (double)Math.Clamp(heading.Length + 4, MinimumWidth, MaximumWidth)), ReasonWidth];
        var cells = rows.Select(row => Row(row, headings.Count)).Prepend(Header(headings));
        var sheet = new SheetDraft("Dòng chưa nhập", widths, cells.Select(row => RowDraft.Fitted(row, widths)))
        {
            FrozenRows = 1,
            RepeatedRows = (1, 1),
            FooterText = "Danh sách dòng chưa nhập",
        };
        WorkbookWriter.Write(target, [sheet]);
    }

    private static CellDraft[] Header(IReadOnlyList<string> headings) =>
        [.. headings.Prepend("Dòng").Append("Lý do").Select(text => CellDraft.OfText(CellLook.Header, text))];

    /// <summary>What the officer wrote to the right of the last heading is kept behind the reason: nothing of a row is lost.</summary>
    private static CellDraft[] Row(RejectedRow row, int columns) =>
    [
        int.TryParse(row.Row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? CellDraft.OfNumber(CellLook.TextCentred, number) : CellDraft.OfText(CellLook.Text, row.Row),
        .. Enumerable.Range(0, columns).Select(column => Own(column < row.Cells.Count ? row.Cells[column] : Cell.Empty)),
        CellDraft.OfText(CellLook.Text, string.Join('\n', row.Reasons)),
        .. row.Cells.Skip(columns).Select(Own),
    ];

    /// <summary>As text, whatever it was: a citizen number must not become 9.2E+10, nor a typed date an American one.</summary>
    private static CellDraft Own(Cell cell) => CellDraft.OfText(CellLook.Text, cell.Text);
}
