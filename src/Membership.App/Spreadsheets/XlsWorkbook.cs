using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>
/// .xls of Excel 5 to 2003, read by ExcelDataReader. Its known gaps: an error cell and a formula without a value look empty.
/// </summary>
internal sealed class XlsWorkbook : Workbook
{
    private const int MostColumns = 256; // IV
    private const int MostRows = 65_536;

    private readonly IExcelDataReader _reader;
    private readonly WorkbookLimits _limits;
    private readonly List<SheetName> _sheets = [];
    private readonly Dictionary<string, NumberFormat> _formats = new(StringComparer.Ordinal);
    private int _number;

    static XlsWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsWorkbook(Stream file, WorkbookLimits limits)
    {
        _limits = limits;
        file.Position = 0;
        _reader = Guarded(() => ExcelReaderFactory.CreateBinaryReader(file));
        if (_reader.Name is null)
            throw new UnreadableWorkbookException(new NoSheet());
        do
        {
            _sheets.Add(new SheetName(_reader.Name, _reader.VisibleState != "visible"));
        }
        while (Guarded(_reader.NextResult));
    }

    public override IReadOnlyList<SheetName> Sheets => _sheets;

    public override double Progress => _reader.RowCount == 0 ? 0 : Math.Clamp((double)_number / _reader.RowCount, 0, 1);

    public override IEnumerable<SheetRow> Rows(string sheet)
    {
        Select(Find(sheet));
        // The library walks through all rows and columns that a sheet declares, 250 million in a broken file.
        if (_reader.FieldCount > MostColumns || _reader.RowCount > MostRows)
            throw new UnreadableWorkbookException(new Damaged("Workbook"));

        var rows = 0;
        for (_number = 1; Guarded(_reader.Read); _number++)
        {
            if (Guarded(ToRow) is not { } row)
                continue;
            if (++rows > _limits.Rows)
                throw new UnreadableWorkbookException(new TooManyRows(_limits.Rows));
            yield return row;
        }
    }

    public override IReadOnlyList<MergedCells> MergedIn(string sheet)
    {
        Select(Find(sheet));
        return Guarded<MergedCells[]>(() =>
        [
            .. (_reader.MergeCells ?? []).Where(range => range.FromRow < range.ToRow).SelectMany(range => Enumerable
                .Range(range.FromColumn, Math.Max(0, range.ToColumn - range.FromColumn + 1))
                .Select(column => new MergedCells(column, range.FromRow + 1, range.ToRow + 1))),
        ]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader.Dispose();
        base.Dispose(disposing);
    }

    // The library throws whatever its arithmetic runs into on a damaged file, so any of it is damage here; what this program
    // refuses itself passes through.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableWorkbookException(new Encrypted());
        }
        catch (Exception e) when (e is not (UnreadableWorkbookException or OutOfMemoryException))
        {
            throw new UnreadableWorkbookException(new Damaged("Workbook"));
        }
    }

    private void Select(string sheet)
    {
        Guarded(() =>
        {
            _reader.Reset();
            return true;
        });
        while (_reader.Name != sheet)
        {
            if (!Guarded(_reader.NextResult))
                throw new UnreadableWorkbookException(new Damaged("Workbook"));
        }
    }

    private SheetRow? ToRow()
    {
        var width = _reader.FieldCount;
        while (width > 0 && _reader.GetValue(width - 1) is null or "")
            width--;
        if (width > _limits.Columns)
            throw new UnreadableWorkbookException(new TooManyColumns(_limits.Columns));
        var cells = new Cell[width];
        for (var column = 0; column < width; column++)
            cells[column] = ToCell(column);
        return Array.TrueForAll(cells, cell => cell.IsEmpty) ? null : new SheetRow(_number, cells) { IsHidden = _reader.RowHeight == 0 };
    }

    private Cell ToCell(int column) => _reader.GetValue(column) switch
    {
        null or "" => Cell.Empty,
        string text when text.Length > _limits.CellLength => throw new UnreadableWorkbookException(new CellTooLong(_limits.CellLength)),
        string text => new Cell(CellKind.Text, text),
        bool value => new Cell(CellKind.Boolean, value ? "TRUE" : "FALSE"),
        DateTime date => Format(column).ToCell(Serial(date)),
        TimeSpan time => Day(time.TotalDays),
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture), column),
        _ => Cell.Empty,
    };

    private static Cell Day(double serial) => new(CellKind.Date, NumberFormat.Day(serial), serial);

    // The 1900 system has a 29/02/1900, so days before it are one less.
    private static double Serial(DateTime date) => date.ToOADate() is var serial && serial < 61 ? Math.Max(serial - 1, 0) : serial;

    private Cell Number(double value, int column) => new(CellKind.Number, Format(column).Show(value), value);

    private NumberFormat Format(int column)
    {
        var code = _reader.GetNumberFormatString(column) ?? "General";
        if (!_formats.TryGetValue(code, out var format))
            _formats[code] = format = NumberFormat.Parse(code);
        return format;
    }
}
