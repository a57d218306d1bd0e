using System.Globalization;
using System.Text;
using ClosedXML.Excel;

namespace Membership.App.Samples;

/// <summary>A cell to be written: a text, a number, a day, or nothing.</summary>
/// <param name="Format">Excel's number format; null for General.</param>
public readonly record struct SampleCell(object? Value, string? Format = null)
{
    public const string DayFormat = "dd/MM/yyyy";

    public static implicit operator SampleCell(string? text) => new(text);

    public static implicit operator SampleCell(double number) => new(number);

    public static implicit operator SampleCell(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), DayFormat);
}

/// <summary>The one sheet of a sample list, row by row.</summary>
public sealed class SampleSheet(string name, int columns)
{
    private readonly List<SampleCell[]> _rows = [];
    private readonly List<(int FirstRow, int FirstColumn, int LastRow, int LastColumn)> _merges = [];

    public IReadOnlyList<IReadOnlyList<SampleCell>> Rows => _rows;

    internal void Add(params SampleCell[] cells) => _rows.Add(cells);

    internal void AddBlank() => _rows.Add([]);

    /// <summary>A text over the whole width of the list.</summary>
    internal void AddAcross(string text)
    {
        _rows.Add([text]);
        _merges.Add((_rows.Count, 1, _rows.Count, columns));
    }

    /// <summary>A text in one column, from 0.</summary>
    internal void AddAt(int column, string text) => _rows.Add([.. Enumerable.Repeat(new SampleCell(null), column), text]);

    internal void AddTwo(string left, int column, string right) =>
        _rows.Add([left, .. Enumerable.Repeat(new SampleCell(null), column - 1), right]);

    /// <summary>Joins cells from the last row added: columns from 0, rows upwards.</summary>
    internal void MergeUp(int column, int lastColumn, int rows) => _merges.Add((_rows.Count - rows + 1, column + 1, _rows.Count, lastColumn + 1));

    public void WriteWorkbook(string path)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(name);
        for (var row = 0; row < _rows.Count; row++)
            for (var column = 0; column < _rows[row].Length; column++)
                Write(sheet.Cell(row + 1, column + 1), _rows[row][column]);
        foreach (var (firstRow, firstColumn, lastRow, lastColumn) in _merges)
            sheet.Range(firstRow, firstColumn, lastRow, lastColumn).Merge();
        sheet.Columns(1, columns).Width = 16;
        workbook.SaveAs(path);
    }

    /// <summary>With a byte order mark where the separator is the semicolon, as Excel set to Vietnamese saves it.</summary>
    public void WriteCsv(string path, char separator)
    {
        var text = new StringBuilder();
        foreach (var row in _rows)
            text.AppendJoin(separator, row.Select(cell => Quoted(cell, separator))).Append("\r\n");
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: separator == ';'));
    }

    private static void Write(IXLCell target, SampleCell cell)
    {
        switch (cell.Value)
        {
            case string text:
                target.SetValue(text).SetDataType(XLDataType.Text);
                break;
            case double number:
                target.SetValue(number);
                break;
            case DateTime day:
                target.SetValue(day);
                break;
        }

        if (cell.Format is not null)
            target.Style.NumberFormat.Format = cell.Format;
    }

    private static string Quoted(SampleCell cell, char separator)
    {
        var text = Convert.ToString(cell.Value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAny(separator, '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
