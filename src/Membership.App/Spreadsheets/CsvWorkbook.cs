using System.Text;
using CsvHelper;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>A text list with commas, semicolons or tabs, as one sheet named like the file. Every cell is text, nothing stripped but
/// what other programs put around numbers so that Excel keeps their zeros.</summary>
internal sealed class CsvWorkbook(Stream file, Encoding encoding, string name, WorkbookLimits limits) : Workbook
{
    private const string ProtectedStart = "=\"";
    private const int LongestRecord = 4 * 1024 * 1024;

    public override IReadOnlyList<SheetName> Sheets { get; } = [new SheetName(name, IsHidden: false)];

    public override double Progress => Math.Clamp((double)file.Position / file.Length, 0, 1);

    public override bool TellsStrikes => true;

    public override IEnumerable<SheetRow> Rows(string sheet)
    {
        Find(sheet);
        var (delimiter, count) = CsvDelimiter.Detect(Sample(), out var isDeclared);
        using var text = OpenText();
        if (isDeclared)
            text.ReadLine();
        using var quotes = new CsvQuotes(text, delimiter, count, isDeclared ? 2 : 1, limits.CellLength);
        using var records = CsvReader.Create(quotes, Options(delimiter), leaveOpen: true);
        var rows = 0;
        for (var number = 1; Read(records); number++)
        {
            if (ToRow(records, number) is not { } row)
                continue;
            if (++rows > limits.Rows)
                throw new UnreadableWorkbookException(new TooManyRows(limits.Rows));
            yield return row;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        // Excel numbers empty lines too.
        SkipEmptyLines = false,
        // What is quoted must not swallow a whole file into memory.
        MaxRecordSize = LongestRecord,
        IncludeValuesInExceptions = false,
    };

    private StreamReader OpenText()
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
    }

    private string Sample()
    {
        using var text = OpenText();
        var start = new char[CsvDelimiter.SampleLength];
        return new string(start, 0, text.ReadBlock(start, 0, start.Length));
    }

    private bool Read(CsvReader records)
    {
        try
        {
            return records.Read();
        }
        catch (CsvFormatException)
        {
            throw new UnreadableWorkbookException(new CellTooLong(limits.CellLength));
        }
    }

    private SheetRow? ToRow(CsvReader records, int number)
    {
        var width = records.FieldCount;
        while (width > 0 && records.GetSpan(width - 1).IsEmpty)
            width--;
        if (width > limits.Columns)
            throw new UnreadableWorkbookException(new TooManyColumns(limits.Columns));
        var cells = new Cell[width];
        for (var i = 0; i < width; i++)
            cells[i] = ToCell(records.GetString(i));
        return Array.TrueForAll(cells, cell => cell.IsEmpty) ? null : new SheetRow(number, cells);
    }

    private Cell ToCell(string text)
    {
        if (text.Length > limits.CellLength)
            throw new UnreadableWorkbookException(new CellTooLong(limits.CellLength));
        return text.Length == 0 ? Cell.Empty : new Cell(CellKind.Text, Unprotected(text));
    }

    /// <summary>="092181000011" and '092181000011 are 092181000011.</summary>
    private static string Unprotected(string text)
    {
        var isProtected = text.Length > ProtectedStart.Length && text.StartsWith(ProtectedStart, StringComparison.Ordinal) && text.EndsWith('"');
        var number = isProtected ? text.AsSpan(ProtectedStart.Length, text.Length - ProtectedStart.Length - 1) : text.AsSpan(text.StartsWith('\'') ? 1 : 0);
        return number.Length > 0 && number.Length < text.Length && char.IsAsciiDigit(number[0]) ? number.ToString() : text;
    }
}
