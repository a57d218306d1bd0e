using System.Globalization;
using System.Xml;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The rows of one sheet, one at a time. Places come from the references in the file where it gives them, else from the order;
/// the declared dimension is not looked at, because it lies (A1:XFD1048576 for 170 people).
/// </summary>
internal sealed class XlsxSheetReader : IDisposable
{
    private readonly XlsxPart _part;
    private readonly XmlReader _xml;
    private readonly XlsxCellReader _cells;
    private readonly XlsxStyles _styles;
    private readonly WorkbookLimits _limits;
    private readonly string _rowName;
    private readonly string _cellName;
    private readonly string _namespace;

    private Cell[] _row = new Cell[32];
    private Dictionary<int, Cell[]>? _runs;
    private int _width;
    private int _number;
    private int _rows;
    private int _tableDepth;
    private bool _ended;
    private bool _isHidden;
    private bool _isRowStruck;
    private List<(int First, int Last)>? _struckColumns;

    public XlsxSheetReader(XlsxPart part, XlsxCellReader cells, XlsxStyles styles, WorkbookLimits limits)
    {
        (_part, _xml, _cells, _styles, _limits) = (part, part.Xml, cells, styles, limits);
        _rowName = part.Atom("row");
        _cellName = part.Atom("c");
        part.ReadRoot("worksheet");
        _namespace = _xml.NamespaceURI;
        _ended = !FindTable();
    }

    public long Position => _part.Position;

    /// <summary>The next row with something in it, or null at the end.</summary>
    public SheetRow? Next()
    {
        try
        {
            while (ReadRow())
            {
                if (ToRow() is { } row)
                    return row;
            }

            return null;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw _part.Damage();
        }
    }

    public void Dispose() => _part.Dispose();

    private bool FindTable()
    {
        while (_part.ReadChild(0))
        {
            if (_xml.LocalName == "sheetData" && ReferenceEquals(_xml.NamespaceURI, _namespace))
            {
                _tableDepth = _xml.Depth;
                return !_xml.IsEmptyElement;
            }

            if (_xml.LocalName == "cols")
                ReadColumns();
            else
                _part.Skip();
        }

        throw _part.Damage();
    }

    /// <summary>Only those whose style strikes through what has no style of its own.</summary>
    private void ReadColumns()
    {
        var depth = _xml.Depth;
        while (!_xml.IsEmptyElement && _part.ReadChild(depth))
        {
            if (_styles.IsStruck(_xml.GetAttribute("style")) && Number("min") is { } first && Number("max") is { } last)
                (_struckColumns ??= []).Add((first - 1, last - 1));
        }
    }

    private int? Number(string attribute) => int.TryParse(_xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool ReadRow()
    {
        while (!_ended && _part.ReadChild(_tableDepth))
        {
            if (!Is(_rowName))
            {
                _part.Skip();
                continue;
            }

            ReadRowNumber();
            ReadCells();
            return true;
        }

        if (!_ended)
            _part.Drain();
        _ended = true;
        return false;
    }

    private void ReadRowNumber()
    {
        var number = _number + 1;
        _isHidden = _xml.GetAttribute("hidden") is "1" or "true" || (_xml.GetAttribute("ht") is { } height && height.AsSpan().Trim("0.").IsEmpty);
        _isRowStruck = _styles.Strikes is not null && _styles.IsStruck(_xml.GetAttribute("s"));
        if (_xml.MoveToAttribute("r"))
        {
            // Out of order or twice the same, rows would be lost or put under another's number.
            if (!int.TryParse(_xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) || given < number)
                throw _part.Damage();
            number = given;
            _xml.MoveToElement();
        }

        _number = number <= CellReference.LastRow ? number : throw _part.Damage();
    }

    private void ReadCells()
    {
        Array.Clear(_row, 0, _width);
        (_width, _runs) = (0, null);
        if (_xml.IsEmptyElement)
            return;
        var depth = _xml.Depth;
        var next = 0;
        while (_part.ReadChild(depth))
        {
            if (Is(_cellName))
                next = ReadCell(next) + 1;
            else
                _part.Skip();
        }
    }

    private int ReadCell(int next)
    {
        _cells.ReadAttributes();
        var column = _cells.Reference is { } reference ? ColumnOf(reference) : next;
        if (column < next || column >= CellReference.Columns)
            throw _part.Damage();
        var cell = _cells.ReadCell();
        if (cell.Kind == CellKind.Empty)
            return column;
        if (IsStruckByRowOrColumn(column))
            cell = cell with { Strike = Strike.Whole };
        if (column < _limits.Columns)
            Put(column, cell);
        else if (_width > 0)
            throw new UnreadableWorkbookException(new TooManyColumns(_limits.Columns));

        // Else a stray cell far to the right in a row that holds nothing of a list: passed over with the empty rows.
        return column;
    }

    /// <summary>A cell without a style of its own looks as its row or its column does.</summary>
    private bool IsStruckByRowOrColumn(int column) =>
        !_cells.HasStyle && (_isRowStruck || _struckColumns?.Exists(range => range.First <= column && column <= range.Last) == true);

    private int ColumnOf(string reference) =>
        CellReference.TryParse(reference, out var row, out var column) && row == _number ? column : throw _part.Damage();

    private void Put(int column, Cell cell)
    {
        if (column >= _row.Length)
            Array.Resize(ref _row, Math.Max(column + 1, _row.Length * 2));
        _row[column] = cell;
        _width = column + 1;
        if (_cells.Runs is { } runs)
            (_runs ??= [])[column] = runs;
    }

    private SheetRow? ToRow()
    {
        var cells = _row.AsSpan(0, _width);
        if (IsEmpty(cells))
            return null;
        if (++_rows > _limits.Rows)
            throw new UnreadableWorkbookException(new TooManyRows(_limits.Rows));
        var copy = cells.ToArray();
        for (var i = 0; i < copy.Length; i++)
        {
            // A slot that was never written has no text; a cell always has one.
            if (copy[i].Kind == CellKind.Empty)
                copy[i] = Cell.Empty;
        }

        return new SheetRow(_number, copy) { IsHidden = _isHidden, Runs = _runs };
    }

    private static bool IsEmpty(ReadOnlySpan<Cell> cells)
    {
        foreach (var cell in cells)
        {
            if (!cell.IsEmpty)
                return false;
        }

        return true;
    }

    private bool Is(string name) => ReferenceEquals(_xml.LocalName, name) && ReferenceEquals(_xml.NamespaceURI, _namespace);
}
