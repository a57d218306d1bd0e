using System.Buffers;
using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What can be seen of a row without parsing it.</summary>
internal sealed class RowLook(ListShape shape)
{
    private const int FewestIdDigits = 9;
    private const int MostPeople = 10_000;

    private static readonly MemberField[] Birth = [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale];
    private static readonly MemberField[] Ids = [MemberField.CitizenId, MemberField.FormerIdNumber, MemberField.NumberAndPhone];

    private static readonly SearchValues<char> OrdinalCharacters = SearchValues.Create("0123456789.");

    private readonly int _ordinal = shape.ColumnOf(MemberField.Ordinal);
    private readonly int[] _names = ColumnsOf(shape, MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName);
    private readonly int[] _births = ColumnsOf(shape, Birth);
    private readonly int[] _ids = ColumnsOf(shape, Ids);

    private readonly int[] _aboutPerson =
        [.. shape.Columns.Where(column => column.Field is not (null or MemberField.Ordinal or MemberField.Note)).Select(column => column.Index)];

    private readonly Dictionary<int, string> _headingKeys = shape.Columns.ToDictionary(column => column.Index, column => ListHeadings.Key(column.Header));

    private static int[] ColumnsOf(ListShape shape, params MemberField[] fields) =>
        [.. fields.Select(shape.ColumnOf).Where(column => column >= 0)];

    public bool HasName(SheetRow row) => HasAny(row, _names);

    public bool HasBirthOrId(SheetRow row) => HasAny(row, _births) || HasAny(row, _ids);

    /// <summary>A year at least, or as many digits as an identity number has: no count of people.</summary>
    public bool HasSureBirthOrId(SheetRow row) =>
        Array.Exists(_births, column => IsYearOrLonger(row[column])) || Array.Exists(_ids, column => IsYearOrLonger(row[column]));

    /// <summary>A day of birth or an identity number: a total never has one, whatever name the row begins with. A count in a column
    /// formatted as dates looks like a day of before 1928.</summary>
    public bool HasDayOfBirthOrId(SheetRow row) => Array.Exists(_births, column => IsDay(row[column]))
        || Array.Exists(_ids, column => row[column].Text.Count(char.IsAsciiDigit) >= FewestIdDigits);

    public bool HasOrdinal(SheetRow row) => _ordinal >= 0 && IsOrdinal(row[_ordinal]);

    /// <summary>Nothing but an ordinal, or a formula that should have given one.</summary>
    public bool IsBlank(SheetRow row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var counts = column != _ordinal || !(IsOrdinal(row[column]) || CellText.IsError(row[column]));
            if (counts && !CellText.IsBlank(row[column]))
                return false;
        }

        return true;
    }

    public bool SaysSomethingOfPerson(SheetRow row) => HasAny(row, _aboutPerson);

    public IEnumerable<string> Texts(SheetRow row) => row.Cells
        .Where(cell => cell.Kind == CellKind.Text && !CellText.IsBlank(cell)).Select(cell => VietnameseText.Clean(cell.Text));

    /// <summary>The first words of a row, past an ordinal or a group's number; "" when it has none.</summary>
    public string FirstText(SheetRow row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var text = row[column].Kind == CellKind.Text ? VietnameseText.Clean(row[column].Text) : "";
            if (text.Length > 0 && !IsOrdinalText(text) && !GroupTitle.IsGroupNumber(text))
                return text;
        }

        return "";
    }

    /// <summary>The heading again, whole or one of its lines.</summary>
    public bool RepeatsHeading(SheetRow row)
    {
        if (ListShapeFinder.IsHeading(row))
            return true;

        var filled = Enumerable.Range(0, row.Cells.Count).Where(column => !CellText.IsBlank(row[column])).ToArray();
        return filled.Length > 0 && filled.All(column => IsPartOfHeading(row[column], column));
    }

    /// <summary>Numbers that count the columns, with or without brackets, or A and B.</summary>
    public bool IsColumnNumbers(SheetRow row)
    {
        var numbers = 0;
        var highest = 0;
        foreach (var cell in row.Cells.Where(cell => !CellText.IsBlank(cell)))
        {
            var text = VietnameseText.Clean(cell.Text).Trim('(', ')', '[', ']');
            if (text.Length == 1 && char.IsAsciiLetterUpper(text[0]))
                continue;
            if (text.Length > 2 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= highest)
                return false;

            (highest, numbers) = (number, numbers + 1);
        }

        return numbers > 1 && highest <= shape.Columns[^1].Index + 1;
    }

    /// <summary>"Chủ tịch" alone above a signature, where no name stands beside it.</summary>
    public bool IsOnlySignersOffice(SheetRow row) => !row.IsEmpty && Texts(row).All(ListEnding.IsSignersOffice);

    /// <summary>Words in the column of ordinals, a unit's name, or one text behind a Roman number.</summary>
    public bool IsSubHeading(SheetRow row, string first)
    {
        if (IsBarePlace(row))
            return true;
        if (first.Length == 0 || HasSureBirthOrId(row))
            return false;
        if (GroupTitle.NamesUnit(first) && (HasName(row) || !HasOrdinal(row)))
            return !HasAny(row, _births);

        return IsTitledByOrdinal(row);
    }

    /// <summary>"Thới Hòa" alone in its row, where people have numbers and families have other names.</summary>
    private bool IsBarePlace(SheetRow row)
    {
        if (_ordinal < 0 || HasOrdinal(row))
            return false;

        string? only = null;
        foreach (var cell in row.Cells)
        {
            if (CellText.IsBlank(cell))
                continue;
            if (only is not null || cell.Kind != CellKind.Text)
                return false;

            only = cell.Text;
        }

        return only is not null && FamilyNames.IsNone(GroupTitle.Of(VietnameseText.Clean(only)));
    }

    private bool IsTitledByOrdinal(SheetRow row)
    {
        var ordinal = _ordinal >= 0 ? VietnameseText.Clean(row[_ordinal].Text) : "";
        var isGroup = ordinal.Length > 0 && !IsOrdinalText(ordinal);
        return isGroup && (!HasName(row) || GroupTitle.IsGroupNumber(ordinal)) && Texts(row).Count() <= 2;
    }

    private static bool HasAny(SheetRow row, int[] columns)
    {
        foreach (var column in columns)
        {
            if (!CellText.IsBlank(row[column]))
                return true;
        }

        return false;
    }

    private static bool IsDay(Cell cell) => cell.Kind == CellKind.Text
        ? DateNumbers.In(VietnameseText.Clean(cell.Text)).Count == 3
        : cell.Kind == CellKind.Date && cell.Number > MostPeople;

    private static bool IsYearOrLonger(Cell cell) => cell.Kind switch
    {
        CellKind.Date => true,
        CellKind.Number => cell.Number >= 1900,
        _ when SerialText.Read(cell.Text) is not null => true,
        _ => DateNumbers.In(cell.Text) is { Count: > 0 } date
            ? date.First.Digits == 4 || date.Count > 1
            : cell.Text.Count(char.IsAsciiDigit) >= 9,
    };

    private static bool IsOrdinal(Cell cell) => cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && IsOrdinalText(cell.Text));

    private static bool IsOrdinalText(string text)
    {
        var number = text.AsSpan().Trim().TrimEnd(".)/- ");
        return number.Length is > 0 and <= 7 && !number.ContainsAnyExcept(OrdinalCharacters);
    }

    private bool IsPartOfHeading(Cell cell, int column)
    {
        var key = cell.Kind == CellKind.Text ? ListHeadings.Key(cell.Text) : "";
        return key.Length > 1 && _headingKeys.TryGetValue(column, out var heading)
            && (heading.StartsWith(key, StringComparison.Ordinal) || heading.EndsWith(key, StringComparison.Ordinal));
    }
}
