using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The columns of all tables of a list in one line: those of the first, then what only others have. A column is the same
/// when it has the same heading, or holds the same field.</summary>
internal sealed class JoinedColumns
{
    private readonly IReadOnlyList<ListTable> _tables;
    private readonly Dictionary<ListTable, (int Index, int Place)[]> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<ListColumn> _columns = [];

    public JoinedColumns(IReadOnlyList<ListTable> tables)
    {
        _tables = tables;
        foreach (var table in tables)
            _places.Add(table, PlacesOf(table));
    }

    public IReadOnlyList<string> Headers => [.. _columns.Select(column => column.Header)];

    /// <summary>What stands in a row, by these columns.</summary>
    public IReadOnlyList<Cell> Cells(StagedRow row)
    {
        var cells = new Cell[_columns.Count];
        Array.Fill(cells, Cell.Empty);
        foreach (var (index, place) in _places[ListTable.Of(row.RowNumber, _tables)])
        {
            if (row.TextOf(index) is { Length: > 0 } text)
                cells[place] = new Cell(CellKind.Text, text);
        }

        return cells;
    }

    private (int Index, int Place)[] PlacesOf(ListTable table)
    {
        var taken = new HashSet<int>();
        return [.. table.Columns.Select(column => (column.Index, PlaceOf(column, taken)))];
    }

    private int PlaceOf(ListColumn column, HashSet<int> taken)
    {
        var place = Enumerable.Range(0, _columns.Count).FirstOrDefault(at => !taken.Contains(at) && IsSame(column, _columns[at]), -1);
        if (place < 0)
        {
            _columns.Add(column);
            place = _columns.Count - 1;
        }

        taken.Add(place);
        return place;
    }

    private static bool IsSame(ListColumn one, ListColumn other) =>
        one.Header == other.Header || (one is { Field: not null, Value: null } && other.Value is null && one.Field == other.Field);
}
