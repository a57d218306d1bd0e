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
    private const int CodeLength = 3;
    private const int PhoneLength = 10;
    private const int Alphabet = 26;

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

    /// <summary>A column without a known heading that holds citizen numbers, telephones or days; null when there is none.</summary>
    /// <param name="rows">The first rows of the sheet, those of titles and heading included.</param>
    public static ColumnNotUnderstood? CheckUnknown(ListShape shape, IEnumerable<SheetRow> rows)
    {
        var sorter = new RowSorter(shape);
        var people = rows.Where(row => row.Number > shape.HeaderRow && sorter.Sort(row) == RowKind.Person).Take(RowsToLookAt).ToArray();
        var known = shape.Columns.ToDictionary(column => column.Index);
        foreach (var index in Enumerable.Range(0, people.Select(row => row.Cells.Count).DefaultIfEmpty().Max()).Where(index => IsUnknown(known.GetValueOrDefault(index))))
        {
            var written = people.Select(row => row[index]).Where(cell => !CellText.IsBlank(cell)).ToArray();
            foreach (var content in Enum.GetValues<ColumnContent>())
            {
                var such = written.Where(cell => Holds(content, cell)).ToArray();
                if (such.Length >= FewestAgainst && such.Length * 2 > written.Length)
                    return new ColumnNotUnderstood(known.GetValueOrDefault(index)?.Header ?? Letters(index), content, Masked(such[0].Text));
            }
        }

        return null;
    }

    private static bool IsUnknown(ListColumn? column) => column is null
        || (column is { Field: null, Value: null } && column.Header.Split(" / ") is var lines && !Array.Exists(lines, ListHeadings.IsSomebodyElse)
            && !Array.Exists(lines, ListHeadings.IsOfOtherThing) && !Array.Exists(lines, line => ListHeadings.FieldOf(line) is not null) && ListHeadings.FieldOf(lines) is null && ListHeadings.FieldOf(string.Join(' ', lines)) is null);

    private static bool Holds(ColumnContent content, Cell cell) => content switch
    {
        ColumnContent.Dates => cell.Kind == CellKind.Date || (cell.Kind == CellKind.Text && DateNumbers.In(cell.Text) is { Count: 3 } date && date.First.Digits + date.Third.Digits > 4),
        _ when cell.Kind is not (CellKind.Text or CellKind.Number) || cell.Text.Any(char.IsLetter) => false,
        ColumnContent.CitizenNumbers => Digits(cell) is { Length: CitizenId.Length } number && NumberReader.ProvinceCodes.Contains(number[..CodeLength]),
        _ => IsPhone(Digits(cell), cell.Kind),
    };

    private static string Digits(Cell cell) => string.Concat(cell.Text.Where(char.IsAsciiDigit));

    private static bool IsPhone(string digits, CellKind kind) => digits.Length == PhoneLength
        ? digits[0] == '0'
        : kind == CellKind.Number && digits.Length == PhoneLength - 1 && digits[0] is '3' or '5' or '7' or '8' or '9';

    private static string Letters(int column) => column < Alphabet ? ((char)('A' + column)).ToString() : Letters((column / Alphabet) - 1) + Letters(column % Alphabet);

    /// <summary>••/••/••••, or the first letter of each word: the officer sees what kind of value it is, and not whose.</summary>
    private static string Masked(string text)
    {
        var clean = VietnameseText.Clean(text);
        return clean.Any(char.IsAsciiDigit) ? string.Concat(clean.Select(letter => char.IsLetterOrDigit(letter) ? '•' : letter)) : PersonName.Mask(clean);
    }
}
