namespace Membership.Domain.MemberImports;

/// <summary>One column of a list.</summary>
/// <param name="Index">From 0, A first.</param>
/// <param name="Header">The full heading as written, its lines joined: "Ngày sinh / Nam".</param>
/// <param name="Field">What it holds; null when it was not recognised or another column was preferred.</param>
public sealed record ListColumn(int Index, string Header, MemberField? Field);

/// <summary>Where the heading of a list stands and what its columns hold.</summary>
/// <param name="FirstHeaderRow">As Excel numbers it.</param>
/// <param name="HeaderRow">The last line of the heading, as Excel numbers it.</param>
public sealed record ListShape(int FirstHeaderRow, int HeaderRow, IReadOnlyList<ListColumn> Columns)
{
    private static readonly int FieldCount = (int)Enum.GetValues<MemberField>().Max() + 1;
    private readonly int[] _columnByField = ColumnsByField(Columns);

    /// <summary>All columns of the address, from left to right.</summary>
    internal int[] AddressColumns { get; } =
        [.. Columns.Where(column => column.Field == MemberField.Address).Select(column => column.Index)];

    /// <summary>The (first) column of a field, from 0; -1 when the list has none.</summary>
    internal int ColumnOf(MemberField field) => _columnByField[(int)field];

    internal bool Has(MemberField field) => ColumnOf(field) >= 0;

    private static int[] ColumnsByField(IReadOnlyList<ListColumn> columns)
    {
        var byField = new int[FieldCount];
        Array.Fill(byField, -1);
        foreach (var column in columns.Reverse())
        {
            if (column.Field is { } field)
                byField[(int)field] = column.Index;
        }

        return byField;
    }
}
