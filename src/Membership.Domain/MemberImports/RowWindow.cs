namespace Membership.Domain.MemberImports;

/// <summary>Rows of a sheet in their order, with a look at those to come.</summary>
internal sealed class RowWindow(IEnumerable<SheetRow> rows) : IDisposable
{
    private readonly IEnumerator<SheetRow> _rows = rows.GetEnumerator();
    private readonly Queue<SheetRow> _ahead = [];

    /// <summary>Null at the end.</summary>
    public SheetRow? Next() => _ahead.TryDequeue(out var next) ? next : _rows.MoveNext() ? _rows.Current : null;

    /// <summary>The row itself and as many rows below it, fewer at the end.</summary>
    public IReadOnlyList<SheetRow> From(SheetRow row, int below)
    {
        while (_ahead.Count < below && _rows.MoveNext())
            _ahead.Enqueue(_rows.Current);

        return [row, .. _ahead.Take(below)];
    }

    public void Dispose() => _rows.Dispose();
}
