namespace Membership.Domain.MemberImports;

/// <summary>A row of a person.</summary>
/// <param name="Row">In Unicode.</param>
/// <param name="Rules">Of the table it stands in; the same instance for all rows of one table.</param>
/// <param name="Branch">Named by a title or heading above it; null when none is.</param>
public readonly record struct PersonRow(SheetRow Row, RowRules Rules, string? Branch)
{
    public ListShape Shape => Rules.Shape;
}

/// <summary>
/// Goes down a sheet and gives its people. Another heading on the way, with other columns, begins another table: reading its rows
/// by the columns of the first would put birth dates into telephones.
/// </summary>
public sealed class SheetTables
{
    private const int RowsBelowHeading = 25;
    private const int MostTitles = 10;
    private readonly Queue<ListShape> _chosen;
    private readonly Func<ListShape, ListShape> _adapt;
    private readonly Func<ListShape, IReadOnlyList<SheetRow>, RowRules> _rulesOf;
    private readonly List<SheetRow> _sinceLastPerson = [];
    private readonly TotalCheck _totals = new();
    private ListShape _shape;
    private RowSorter _sorter;
    private DittoMarks _dittoMarks;

    /// <summary>Null until the first row below a heading is seen.</summary>
    private RowRules? _rules;
    private string? _branch;
    private bool _isAmongLeft;

    /// <param name="tables">The first table of the sheet, and others below it as far as they were chosen by hand.</param>
    /// <param name="branch">What the sheet's name or title says; null when nothing.</param>
    /// <param name="adapt">What is done to each shape found on the way.</param>
    /// <param name="rulesOf">By what the rows of a table are read, given its first rows.</param>
    public SheetTables(
        IReadOnlyList<ListShape> tables, string? branch, Func<ListShape, ListShape> adapt, Func<ListShape, IReadOnlyList<SheetRow>, RowRules> rulesOf)
    {
        (_adapt, _rulesOf) = (adapt, rulesOf);
        _chosen = new(tables.Skip(1));
        _shape = adapt(tables[0]);
        _sorter = new RowSorter(_shape);
        _dittoMarks = new DittoMarks(_shape);
        _branch = _shape.NamesBranches ? null : branch;
    }

    /// <summary>The sheet's name says that who stands on it is no member any more.</summary>
    public bool IsOfLeft { get; init; }

    /// <summary>What must be asked before the rest of the sheet can be read: the people ended there.</summary>
    public ListQuestion? Question { get; private set; }

    /// <summary>Sums that the sheet declares and that the people above them do not come to, as far as it was read.</summary>
    public IReadOnlyList<DeclaredTotal> WrongTotals => _totals.Wrong;

    public IEnumerable<PersonRow> People(IEnumerable<SheetRow> rows)
    {
        using var window = new RowWindow(rows);
        while (window.Next() is { } row)
        {
            if (row.Number <= _shape.HeaderRow)
            {
                _isAmongLeft |= row.Number < _shape.FirstHeaderRow && LeavingWords.AreIn(row);
                continue;
            }

            if (NextTable(row, window) is { } next)
                Begin(next);

            var rules = _rules ??= _rulesOf(_shape, window.From(row, ListSurvey.RowsToLookAt));
            Question ??= rules.Survey.Question;
            if (Question is not null)
                yield break;

            // Titles of groups and totals too are known by their words.
            var decoded = rules.Survey.Decoded(row);
            if (Sort(decoded) == RowKind.Person)
                yield return new PersonRow(Marked(decoded, rules), rules, _branch);
        }
    }

    private SheetRow Marked(SheetRow row, RowRules rules)
    {
        var read = rules.Choices.Refuses(RepairCode.DittoMark) ? row : _dittoMarks.Read(row);
        return IsOfLeft || _isAmongLeft ? read with { IsAmongLeft = true } : read;
    }

    private RowKind Sort(SheetRow row)
    {
        var title = _sorter.CurrentSubHeading;
        var kind = _sorter.Sort(row);
        if (!ReferenceEquals(title, _sorter.CurrentSubHeading))
            _branch = _sorter.CurrentSubHeading;
        Count(kind, row);
        if (kind == RowKind.SubHeading)
            _isAmongLeft = LeavingWords.AreIn(row);
        if (kind == RowKind.RepeatedHeader)
            (_branch, _isAmongLeft) = (TitleAbove() ?? _branch, _isAmongLeft || IsLeftAbove());
        else if (kind != RowKind.Person && _sinceLastPerson.Count < MostTitles)
            _sinceLastPerson.Add(row);
        if (kind is RowKind.Person or RowKind.RepeatedHeader)
            _sinceLastPerson.Clear();

        return kind;
    }

    private void Count(RowKind kind, SheetRow row)
    {
        if (kind == RowKind.Person)
            _totals.AddPerson();
        else if (kind is RowKind.SubHeading or RowKind.RepeatedHeader)
            _totals.BeginGroup();
        else if (kind == RowKind.Total)
            _totals.Add(row);
    }

    private void Begin(ListShape next)
    {
        _shape = _adapt(next);
        _sorter = new RowSorter(_shape);
        _dittoMarks = new DittoMarks(_shape);
        _rules = null;
        _branch = _shape.NamesBranches ? null : TitleAbove();
        _isAmongLeft = IsLeftAbove();
    }

    private bool IsLeftAbove() => _sinceLastPerson.Exists(LeavingWords.AreIn);

    private string? TitleAbove() => BranchTitle.In(_sinceLastPerson);

    private ListShape? NextTable(SheetRow row, RowWindow window)
    {
        if (_chosen.TryPeek(out var chosen) && row.Number >= chosen.FirstHeaderRow)
            return _chosen.Dequeue();
        if (_sorter.IsSurelyPerson(row))
            return null;

        var lines = window.From(row, HeadingBlock.MostLines - 1);
        var at = Enumerable.Range(0, lines.Count).FirstOrDefault(line => ListShapeFinder.IsHeading(lines[line]), -1);
        var block = at < 0 ? null : HeadingBlock.Around(window.From(row, RowsBelowHeading), at);
        return block?.FirstRow == row.Number ? ShapeOf(block) : null;
    }

    /// <summary>Null for the same heading again. One that lacks a needed column is taken all the same: its rows are rejected one
    /// by one, which loses nobody.</summary>
    private ListShape? ShapeOf(HeadingBlock block)
    {
        var columns = new ColumnChoice(block);
        if (columns.Repeats(_shape))
            return null;

        Question = columns.Twice();
        return new ListShape(block.FirstRow, block.LastRow, columns.Chosen());
    }
}
