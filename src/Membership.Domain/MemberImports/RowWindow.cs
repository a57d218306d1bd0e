namespace Membership.Domain.MemberImports;

/// <summary>Rows of a sheet in their order, with a look at those to come.</summary>
internal sealed class RowWindow(IEnumerable<SheetRow> rows) : IDisposable
{
    private readonly IEnumerator<SheetRow> _rows = rows.GetEnumerator();
    private readonly List<SheetRow> _ahead = [];

    /// <summary>Null at the end.</summary>
    public SheetRow? Next()
    {
        if (_ahead.Count == 0)
            return _rows.MoveNext() ? _rows.Current : null;

        var next = _ahead[0];
        _ahead.RemoveAt(0);
        return next;
    }

    /// <summary>The row itself and as many rows below it, fewer at the end.</summary>
    public IReadOnlyList<SheetRow> From(SheetRow row, int below)
    {
        while (_ahead.Count < below && _rows.MoveNext())
            _ahead.Add(_rows.Current);

        return [row, .. _ahead.Take(below)];
    }

    public void Dispose() => _rows.Dispose();
}
