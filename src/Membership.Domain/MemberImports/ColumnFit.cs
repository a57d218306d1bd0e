using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Whether the values below a heading can be what it says. Headings one column beside their data, or a sheet sorted without its first
/// column, give lists in which names are born and dates are called.
/// </summary>
public static class ColumnFit
{
    private const int RowsToLookAt = 20;

    // Of fewer, one slip is most of them.
    private const int FewestAgainst = 3;

    private static readonly MemberField[] Names = [MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.GivenName];
    private static readonly MemberField[] Dates = [MemberField.DateOfBirth, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.AdmittedOn];
    private static readonly MemberField[] Numbers = [MemberField.CitizenId, MemberField.FormerIdNumber, MemberField.Phone];

    /// <summary>Null when nothing speaks against the shape.</summary>
    /// <param name="rows">The first rows of the sheet, those of titles and heading included.</param>
    public static ColumnsDoNotFit? Check(ListShape shape, IEnumerable<SheetRow> rows)
    {
        var sorter = new RowSorter(shape);
        var people = rows.Where(row => row.Number > shape.HeaderRow && sorter.Sort(row) == RowKind.Person).Take(RowsToLookAt).ToArray();
        foreach (var column in shape.Columns.Where(column => column is { Field: not null, Value: null }))
        {
            var written = people.Select(row => row[column.Index]).Where(cell => !CellText.IsBlank(cell) && !CellText.IsError(cell)).ToArray();
            var against = written.Where(cell => Contradicts(column.Field!.Value, cell)).ToArray();
            if (against.Length >= FewestAgainst && against.Length * 2 > written.Length)
                return new ColumnsDoNotFit(column.Field!.Value, column.Header, Masked(against[0].Text));
        }

        return null;
    }

    private static bool Contradicts(MemberField field, Cell cell)
    {
        if (Names.Contains(field))
            return cell.Kind is CellKind.Date or CellKind.Number || !cell.Text.Any(char.IsLetter) || cell.Text.Count(char.IsAsciiDigit) > 3;
        if (Dates.Contains(field))
            return IsWords(cell);
        if (Numbers.Contains(field))
            return cell.Kind == CellKind.Date || IsWords(cell);

        return field == MemberField.Sex && (cell.Kind == CellKind.Date || cell.Text.Count(char.IsAsciiDigit) > 3 || IsName(cell));
    }

    /// <summary>Two words or more, and no digit among them.</summary>
    private static bool IsWords(Cell cell) =>
        cell.Kind == CellKind.Text && !cell.Text.Any(char.IsAsciiDigit) && cell.Text.Any(char.IsLetter)
        && VietnameseText.Clean(cell.Text).Contains(' ', StringComparison.Ordinal) && !IsNothing(cell.Text);

    private static bool IsName(Cell cell) => cell.Kind == CellKind.Text && VietnameseText.Clean(cell.Text).Split(' ').Length > 2;

    private static bool IsNothing(string text) => PersonName.Fold(VietnameseText.Clean(text)) is "khong co" or "chua co" or "khong ro" or "chua ro";

    /// <summary>••/••/••••, or the first letter of each word: the officer sees what kind of value it is, and not whose.</summary>
    private static string Masked(string text)
    {
        var clean = VietnameseText.Clean(text);
        return clean.Any(char.IsAsciiDigit) ? string.Concat(clean.Select(letter => char.IsLetterOrDigit(letter) ? '•' : letter)) : PersonName.Mask(clean);
    }
}
