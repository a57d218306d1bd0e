namespace Membership.Domain.MemberImports;

/// <summary>Reads "nt" and "như trên" as the value of the row above, in columns whose values neighbours can share.</summary>
internal sealed class DittoMarks(ListShape shape)
{
    // Not names, telephones and numbers of cards: what tells people apart is typed out, or wrong.
    private static readonly MemberField[] Own =
    [
        MemberField.Ordinal, MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName, MemberField.CitizenId,
        MemberField.FormerIdNumber, MemberField.NumberAndPhone, MemberField.Phone, MemberField.HomePhone,
    ];

    private static readonly MemberField[] Days =
        [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthMonth, MemberField.BirthDay, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.AdmittedOn];

    private readonly int[] _columns = [.. shape.Columns.Where(column => column.Field is { } field && !Own.Contains(field)).Select(column => column.Index)];
    private readonly int[] _days = [.. shape.Columns.Where(column => column.Field is { } field && Days.Contains(field)).Select(column => column.Index)];
    private SheetRow? _above;

    /// <param name="row">Of a person, in Unicode; rows must come in their order.</param>
    public SheetRow Read(SheetRow row)
    {
        Cell[]? read = null;
        foreach (var column in _columns)
        {
            if (_above is not null && IsDitto(row[column], column) && !CellText.SaysNothing(_above[column]) && !CellText.IsDitto(_above[column]))
                (read ??= [.. row.Cells])[column] = _above[column] with { IsDitto = true };
        }

        _above = read is null ? row : row with { Cells = read, Written = row.Written ?? row.Cells };
        return _above;
    }

    // "//" is a form of a date that nobody filled in.
    private bool IsDitto(Cell cell, int column) =>
        CellText.IsDitto(cell) && !(Array.IndexOf(_days, column) >= 0 && cell.Text.AsSpan().Trim().TrimStart('/').IsEmpty);
}
