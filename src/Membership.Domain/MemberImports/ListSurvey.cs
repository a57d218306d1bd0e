namespace Membership.Domain.MemberImports;

/// <summary>
/// What the first rows of a table say about its columns as a whole, where a single cell cannot be decided: in which letters texts
/// are written, whether Excel exchanged day and month, and whether F and M say the sex.
/// </summary>
public sealed class ListSurvey
{
    public const int RowsToLookAt = 2_000;

    /// <summary>Every column as it stands.</summary>
    public static readonly ListSurvey Nothing = new([], [], null, mendsEncoding: false);

    private static readonly MemberField[] Dates =
        [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.AdmittedOn];

    private readonly LegacyEncoding[] _encodings;
    private readonly Dictionary<MemberField, DateColumn> _dates;
    private readonly bool _mendsEncoding;

    private ListSurvey(LegacyEncoding[] encodings, Dictionary<MemberField, DateColumn> dates, EncodingUnclear? question, bool mendsEncoding) =>
        (_encodings, _dates, Question, _mendsEncoding) = (encodings, dates, question, mendsEncoding);

    private bool _mayExchange = true;

    /// <summary>What must be asked before the rows can be read; null when nothing.</summary>
    public EncodingUnclear? Question { get; }

    /// <summary>F and M in the column of the sex say it.</summary>
    internal bool UsesEnglishLetters { get; private init; }

    /// <param name="rows">Of one table, below its heading.</param>
    /// <param name="asOf">The day the list speaks of; null: any.</param>
    public static ListSurvey Of(IReadOnlyList<SheetRow> rows, ListShape shape, ListChoices choices, DateOnly? asOf = null)
    {
        var (encodings, question) = Encodings(rows, shape, choices);
        var dates = Dates.Where(shape.Has).ToDictionary(field => field, field => DatesIn(rows, shape.ColumnOf(field), asOf ?? DateOnly.MaxValue));
        return new ListSurvey(encodings, dates, question, !choices.Refuses(RepairCode.LegacyTextConverted))
        {
            _mayExchange = !choices.Refuses(RepairCode.DayAndMonthExchanged),
            UsesEnglishLetters = shape.Has(MemberField.Sex) && SexReader.UsesEnglishLetters(rows.Select(row => row[shape.ColumnOf(MemberField.Sex)])),
        };
    }

    /// <summary>The row with its texts in Unicode; the same object where nothing is to be converted.</summary>
    public SheetRow Decoded(SheetRow row)
    {
        Cell[]? decoded = null;
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (Decoded(row.Cells[column], column, row.Runs?.GetValueOrDefault(column)) is { } cell)
                (decoded ??= [.. row.Cells])[column] = cell;
        }

        return decoded is null ? row : row with { Cells = decoded, Written = row.Cells };
    }

    internal bool IsExchanged(MemberField field) => _mayExchange && _dates.TryGetValue(field, out var dates) && dates.IsExchanged;

    internal bool IsMixed(MemberField field) => _dates.TryGetValue(field, out var dates) && dates.IsMixed;

    internal bool IsMonthFirst(MemberField field) => _dates.TryGetValue(field, out var dates) && dates.IsMonthFirst;

    internal bool HasEvenings(MemberField field) => _dates.TryGetValue(field, out var dates) && dates.HasEvenings;

    internal bool HasSerials(MemberField field) => _dates.TryGetValue(field, out var dates) && dates.HasSerials;

    private Cell? Decoded(Cell cell, int column, Cell[]? runs)
    {
        if (_mendsEncoding && cell.Kind == CellKind.Text && DoubleEncoding.Mended(cell.Text) is { } mended)
            return cell with { Text = mended };

        if (column >= _encodings.Length || _encodings[column] is not (LegacyEncoding.Tcvn3 or LegacyEncoding.Vni))
            return null;

        return runs is null ? Decoded(cell, _encodings[column]) : Decoded(cell, runs, _encodings[column]);
    }

    private static Cell? Decoded(Cell cell, Cell[] runs, LegacyEncoding encoding)
    {
        var text = string.Concat(runs.Select(run => (IsTypedLater(run, encoding) ? null : Decoded(run, encoding))?.Text ?? run.Text));
        return text == cell.Text ? null : cell with { Text = text };
    }

    // The font alone is no proof: old letters are given another one without being converted.
    private static bool IsTypedLater(Cell run, LegacyEncoding encoding) => run.Font == FontLetters.Unicode
        && LegacyWords.In(run.Text).TrueForAll(word => word.IsPlain || word.ReadsIn(LegacyEncoding.Unicode) || !word.ReadsIn(encoding));

    private static Cell? Decoded(Cell cell, LegacyEncoding encoding)
    {
        var capitals = cell.Font == FontLetters.Tcvn3Capitals;
        if (cell.Kind != CellKind.Text || (LegacyText.IsAscii(cell.Text) && !capitals) || LegacyText.IsUnicode(cell.Text))
            return null;

        // Typed later, with another keyboard: what reads well as it stands and not otherwise was never in old letters.
        var words = LegacyWords.In(cell.Text).FindAll(word => !word.IsPlain);
        if (words.Exists(word => !word.ReadsIn(encoding)) && words.TrueForAll(word => word.ReadsIn(LegacyEncoding.Unicode)) && words.Count > 0)
            return null;

        var text = LegacyText.Decode(cell.Text, encoding, capitals);
        return text == cell.Text ? null : cell with { Text = text };
    }

    private static (LegacyEncoding[] Encodings, EncodingUnclear? Question) Encodings(IReadOnlyList<SheetRow> rows, ListShape shape, ListChoices choices)
    {
        if (choices.Encoding == LegacyEncoding.Unicode || choices.Refuses(RepairCode.LegacyTextConverted))
            return ([], null);

        var columns = Columns(rows);
        if (choices.Encoding != LegacyEncoding.Auto)
            return ([.. columns.Select(_ => choices.Encoding)], null);

        var table = new LegacyColumn();
        foreach (var column in columns)
            table.Add(column);

        var byTable = table.Clear();
        LegacyEncoding[] encodings = [.. columns.Select(column => column.Clear() is var clear and not LegacyEncoding.Auto ? clear : byTable)];
        var open = shape.Columns.FirstOrDefault(
            column => column.Field is not (null or MemberField.Note) && column.Index < columns.Length
                && encodings[column.Index] == LegacyEncoding.Auto && columns[column.Index].IsOpen());
        return (encodings, open is null ? null : new EncodingUnclear(open.Header));
    }

    private static LegacyColumn[] Columns(IReadOnlyList<SheetRow> rows)
    {
        var columns = new LegacyColumn[rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count)];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = new LegacyColumn();
            foreach (var row in rows)
                columns[column].Add(row[column]);
        }

        return columns;
    }

    private static DateColumn DatesIn(IReadOnlyList<SheetRow> rows, int column, DateOnly lastDay)
    {
        var dates = new DateColumn(lastDay);
        foreach (var row in rows)
            dates.Add(row[column]);

        return dates;
    }
}
