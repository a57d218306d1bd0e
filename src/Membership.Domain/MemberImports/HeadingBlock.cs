using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The lines of a heading, one to three, and what they say about each column.</summary>
internal sealed class HeadingBlock
{
    public const int MostLines = 3;

    // Longer ones are titles and crests.
    private const int LongestGroup = 25;
    private const int LongestNumberedGroup = 12;
    private readonly IReadOnlyList<SheetRow> _rows;
    private readonly int _first;
    private readonly int _last;

    private HeadingBlock(IReadOnlyList<SheetRow> rows, int first, int last) => (_rows, _first, _last) = (rows, first, last);

    public int FirstRow => _rows[_first].Number;

    public int LastRow => _rows[_last].Number;

    /// <summary>The rows below it, as far as they are known.</summary>
    public IEnumerable<SheetRow> RowsBelow => _rows.Skip(_last + 1);

    /// <summary>The block of which this row, recognised as a heading, is a line.</summary>
    public static HeadingBlock Around(IReadOnlyList<SheetRow> rows, int at)
    {
        var first = at;
        while (first > 0 && at - first < MostLines - 1 && BelongsAbove(rows[first - 1], rows[first]))
            first--;

        var last = at;
        while (last + 1 < rows.Count && last - first < MostLines - 1 && BelongsBelow(rows[last], rows[last + 1]))
            last++;

        return new HeadingBlock(rows, first, last);
    }

    /// <summary>The block of which this row is the last line, as the officer says.</summary>
    public static HeadingBlock EndingAt(IReadOnlyList<SheetRow> rows, int at) => new(rows, Around(rows, at)._first, at);

    /// <summary>What the cells of a row mean as headings, each for itself.</summary>
    public static IEnumerable<MemberField> FieldsOf(SheetRow row) =>
        row.Cells.Where(cell => cell.Kind == CellKind.Text).Select(cell => ListHeadings.FieldOf(cell.Text)).OfType<MemberField>();

    public static bool IsName(MemberField field) => field is MemberField.FullName or MemberField.FamilyAndMiddleName
        or MemberField.MiddleName or MemberField.GivenName;

    /// <summary>The heading of each column, its lines from the top; merged cells speak for the columns they cover.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Headings()
    {
        var width = Enumerable.Range(_first, _last - _first + 1).Max(row => _rows[row].Cells.Count);
        var lines = new List<string>[width];
        for (var column = 0; column < width; column++)
        {
            lines[column] = [];
            for (var line = _first; line <= _last; line++)
                AddLine(lines[column], Spoken(line, column));
        }

        return lines;
    }

    private static void AddLine(List<string> lines, string text)
    {
        if (text.Length > 0 && (lines.Count == 0 || lines[^1] != text))
            lines.Add(text);
    }

    // A merged cell is stored in its first column only. It covers the next one where both have something below and
    // nothing above begins there.
    private string Spoken(int line, int column)
    {
        var own = Text(line, column);
        if (own.Length > 0 || column == 0 || line == _last)
            return own;

        var isCovered = HasBelow(line, column) && HasBelow(line, column - 1) && !HasAbove(line, column);
        return isCovered ? Spoken(line, column - 1) : "";
    }

    private bool HasBelow(int line, int column) => Enumerable.Range(line + 1, _last - line).Any(row => Text(row, column).Length > 0);

    private bool HasAbove(int line, int column) => Enumerable.Range(_first, line - _first).Any(row => Text(row, column).Length > 0);

    private string Text(int row, int column) => VietnameseText.Clean(_rows[row][column].Text);

    /// <summary>A line above, where some columns have their heading that the line below leaves empty, or that says whose
    /// columns these are (Học sinh | Phụ huynh).</summary>
    private static bool BelongsAbove(SheetRow above, SheetRow below)
    {
        var filled = Enumerable.Range(0, above.Cells.Count).Where(column => !CellText.IsBlank(above[column])).ToArray();
        return filled.Any(column => CellText.IsBlank(below[column]) && ListHeadings.FieldOf(above[column].Text) is not null)
            || (filled.Length > 1 && filled.Any(column => above[column].Text.Length <= LongestGroup && ListHeadings.IsSomebodyElse(above[column].Text)));
    }

    /// <summary>A line below that divides headings (Nam | Nữ, Họ đệm | Tên) and names nobody.</summary>
    private static bool BelongsBelow(SheetRow above, SheetRow below)
    {
        var filled = Enumerable.Range(0, below.Cells.Count).Where(column => !CellText.IsBlank(below[column])).ToArray();
        return filled.Length > 0
            && filled.Any(column => CanDivide(above[column], below[column]) && Divides(above, below, column))
            && filled.All(column => CanDivide(above[column], below[column]) || NumbersGroup(above, below, column));
    }

    /// <summary>"Tổ 10 | 11" beside "Năm sinh" over "Nam | Nữ": a number that is a heading, in a line that names nobody.</summary>
    private static bool NumbersGroup(SheetRow above, SheetRow below, int column)
    {
        var isShort = below[column].Kind is CellKind.Number or CellKind.Text && VietnameseText.Clean(below[column].Text) is { Length: > 0 and <= LongestNumberedGroup } text
            && (below[column].Kind == CellKind.Number || text.Any(char.IsLetter) || text.All(char.IsAsciiDigit));
        return isShort && DividesBySex(below) && (ListHeadings.FieldOf(above[column].Text) is not { } field || !(field == MemberField.Ordinal || IsName(field)));
    }

    /// <summary>Nam | Nữ side by side, or Ngày | Tháng | Năm: no person's row has both.</summary>
    private static bool DividesBySex(SheetRow below)
    {
        var keys = below.Cells.Select(cell => cell.Kind == CellKind.Text ? ListHeadings.Key(cell.Text) : "").ToArray();
        return (keys.Contains("nam") && keys.Contains("nu")) || (keys.Contains("ngay") && keys.Contains("thang"));
    }

    private static bool CanDivide(Cell above, Cell below)
    {
        // Without a letter it is a row of column numbers, "(1) (2) (3)".
        if (below.Kind != CellKind.Text || !below.Text.Any(char.IsLetter) || below.Text.Count(char.IsAsciiDigit) > 1)
            return false;

        var isSame = ListHeadings.Key(above.Text) == ListHeadings.Key(below.Text);
        return isSame || ListHeadings.FieldOf(above.Text) switch
        {
            MemberField.Ordinal => false,
            MemberField.FullName => IsPartOfName(below) || below.Text.TrimStart().StartsWith('('),
            { } field when IsName(field) => false,
            _ => true,
        };
    }

    private static bool Divides(SheetRow above, SheetRow below, int column)
    {
        var next = CellText.IsBlank(above[column]) ? column : column + 1;
        var isUnderMergedCell = CellText.IsBlank(above[next]) && !CellText.IsBlank(below[next]);
        return isUnderMergedCell || (ListHeadings.FieldOf(below[column].Text) is not null && ListHeadings.FieldOf(above[column].Text) is null);
    }

    private static bool IsPartOfName(Cell cell) =>
        ListHeadings.FieldOf(cell.Text) is MemberField.FamilyAndMiddleName or MemberField.MiddleName or MemberField.GivenName;
}
