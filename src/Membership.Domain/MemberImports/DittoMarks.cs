namespace Membership.Domain.MemberImports;

/// <summary>Reads "nt" and "như trên" as the value of the row above, in columns whose values neighbours share.</summary>
internal sealed class DittoMarks(ListShape shape)
{
    // Not telephones and numbers of cards: what tells people apart is typed out, or wrong.
    private static readonly MemberField[] Shared =
    [
        MemberField.Address, MemberField.PermanentAddress, MemberField.Branch, MemberField.Neighbourhood, MemberField.Office, MemberField.EthnicGroup,
        MemberField.Religion, MemberField.Education, MemberField.Qualification, MemberField.PoliticalTheory,
    ];

    private readonly int[] _columns = [.. shape.Columns.Where(column => column.Field is { } field && Shared.Contains(field)).Select(column => column.Index)];
    private SheetRow? _above;

    /// <param name="row">Of a person, in Unicode; rows must come in their order.</param>
    public SheetRow Read(SheetRow row)
    {
        Cell[]? read = null;
        foreach (var column in _columns)
        {
            if (_above is not null && CellText.IsDitto(row[column]) && !CellText.SaysNothing(_above[column]) && !CellText.IsDitto(_above[column]))
                (read ??= [.. row.Cells])[column] = _above[column] with { IsDitto = true };
        }

        _above = read is null ? row : row with { Cells = read, Written = row.Written ?? row.Cells };
        return _above;
    }
}
