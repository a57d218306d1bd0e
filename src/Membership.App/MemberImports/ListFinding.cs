using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Finds the lists of a workbook: where the officer says, else as remembered for lists with these headings, else by itself.</summary>
/// <param name="remembered">Answers for lists of this unit by their <see cref="ListShapeKey"/>.</param>
internal sealed class ListFinding(Workbook workbook, ListChoices choices, IReadOnlyDictionary<string, ListChoices> remembered)
{
    private static readonly Dictionary<string, string> NothingWritten = [];

    private readonly List<(SheetHead Head, IReadOnlyList<ListShape> Shapes)> _found = [];
    private readonly List<ChosenTable> _applied = [];
    private ListChoices? _memory;

    /// <param name="sheetAsked">Null: all visible ones.</param>
    public Outcome<ListReading> Find(string? sheetAsked)
    {
        if ((choices.Tables.Count > 0 ? Chosen() : Searched(sheetAsked)) is { } refusal)
            return refusal;

        var titles = _found.ToDictionary(sheet => sheet.Head.Index, sheet => TitleOf(sheet.Head, sheet.Shapes[0]));
        return new ListReading(workbook, [.. _found.Select(sheet => new ReadSheet(sheet.Head.Index, sheet.Head.Name, sheet.Shapes, Branch(sheet.Head, titles)))])
        {
            ShapeKey = ListShapeKey.Of(_found[0].Head.Rows),
            Choices = _memory is null ? choices : Remembering(_memory),
            Skipped = Skipped(sheetAsked),
            ToRemember = ToRemember(),
        };
    }

    private IReadOnlyList<SkippedSheet> Skipped(string? sheetAsked) =>
    [
        .. workbook.Sheets.Select((sheet, index) => (sheet, index)).Where(one => _found.TrueForAll(found => found.Head.Index != one.index))
            .Select(one => new SkippedSheet(one.index, one.sheet.Name, WhySkipped(one.sheet, sheetAsked))),
    ];

    private SheetSkipReason WhySkipped(SheetName sheet, string? sheetAsked)
    {
        if (sheet.IsHidden)
            return SheetSkipReason.Hidden;
        if (choices.Tables.Count > 0 || sheetAsked is not null)
            return SheetSkipReason.NotChosen;
        return workbook.Rows(sheet.Name).All(row => row.IsEmpty) ? SheetSkipReason.Empty : SheetSkipReason.NoList;
    }

    private Refusal? Chosen()
    {
        foreach (var tables in choices.Tables.GroupBy(table => table.Sheet))
        {
            if (SheetHead.All(workbook, sheet => sheet.Name == tables.Key) is not [{ } head])
                return new SheetNotFound(tables.Key, [.. workbook.Sheets.Select(sheet => sheet.Name)]);

            var shapes = tables.OrderBy(table => table.HeaderRow).Select(table => IsToBeFound(table) ? Found(head) : ChosenShape.Of(table, head.Rows)).ToArray();
            if (Array.Find(shapes, shape => shape.IsRefused).Refusal is { } refusal)
                return refusal;

            _found.Add((head, [.. shapes.Select(shape => shape.Value)]));
        }

        _found.Sort((one, other) => one.Head.Index.CompareTo(other.Head.Index));
        return Misfit(sheet => choices.Tables.Any(table => table.Sheet == sheet && table.Columns.Count == 0));
    }

    private Refusal? Searched(string? sheetAsked)
    {
        var heads = SheetHead.All(workbook, sheet => sheetAsked is null ? !sheet.IsHidden : sheet.Name == sheetAsked);
        Refusal? refusal = null;
        foreach (var head in heads)
        {
            var shape = Found(head);
            if (!shape.IsRefused)
                _found.Add((head, [shape.Value]));
            else if (shape.Refusal is ColumnTwice or ColumnOfWhom)
                return shape.Refusal;
            else
                // A sheet with a heading that lacks a column says more than one without any.
                refusal = refusal is null or NoHeaderRow ? shape.Refusal : refusal;
        }

        if (_found.Count == 0)
            return refusal ?? (sheetAsked is null ? new NoSheet() : new SheetNotFound(sheetAsked, [.. workbook.Sheets.Select(sheet => sheet.Name)]));

        return (Refusal?)SheetChoice.Question([.. _found.Select(sheet => (sheet.Head.Name, sheet.Shapes[0]))]) ?? Misfit(_ => true);
    }

    private ListQuestion? Misfit(Func<string, bool> isFound) => _found.Where(sheet => isFound(sheet.Head.Name))
        .Select(sheet => (ListQuestion?)ColumnFit.Check(sheet.Shapes[0], sheet.Head.Rows) ?? Unknown(sheet.Head, sheet.Shapes[0])).FirstOrDefault(question => question is not null);

    /// <summary>Whoever chose the columns of such a list before chose to leave that one alone.</summary>
    private ColumnNotUnderstood? Unknown(SheetHead head, ListShape shape) =>
        _applied.Exists(table => table.Sheet == head.Name) ? null : ColumnFit.CheckUnknown(shape, head.Rows);

    private static bool IsToBeFound(ChosenTable table) => table is { HeaderRow: 0, Columns.Count: 0 };

    private Outcome<ListShape> Found(SheetHead head)
    {
        if (!remembered.TryGetValue(ListShapeKey.Of(head.Rows), out var memory))
            return ListShapeFinder.Find(head.Rows);

        _memory ??= memory;
        if (memory.Tables is not [{ } table])
            return ListShapeFinder.Find(head.Rows);

        var here = RememberedTable.In(head, table);
        _applied.Add(here);
        return ChosenShape.Of(here, head.Rows);
    }

    /// <summary>What was answered for this list itself goes before what was answered for an earlier one.</summary>
    private ListChoices Remembering(ListChoices memory)
    {
        var tables = choices.Tables.Count > 0 ? choices.Tables : [.. _found.Select(sheet => new ChosenTable(sheet.Head.Name, 0, []))];
        return choices with
        {
            Tables = _applied.Count == 0 ? choices.Tables : [.. tables.Select(table => IsToBeFound(table) ? _applied.Find(here => here.Sheet == table.Sheet) ?? table : table)],
            Values = Joined(memory.Values, choices.Values),
            WrittenValues = Joined(memory.WrittenValues ?? NothingWritten, choices.WrittenValues ?? NothingWritten),
            Encoding = choices.Encoding == LegacyEncoding.Auto ? memory.Encoding : choices.Encoding,
            AreRemembered = true,
        };
    }

    /// <summary>Null when nothing was answered that the next list could use, or when it came from memory itself.</summary>
    private ListChoices? ToRemember()
    {
        var first = _found[0].Head;
        var tables = choices.Tables.Where(table => table.Sheet == first.Name && table.Columns.Count > 0).Take(1)
            .Select(table => RememberedTable.Of(table, first.Rows)).OfType<ChosenTable>().ToArray();
        var isNothing = tables.Length == 0 && choices.Values.Count == 0 && choices.Encoding == LegacyEncoding.Auto;
        return isNothing || choices.AreRemembered ? null : new ListChoices { Tables = tables, Values = choices.Values, WrittenValues = choices.WrittenValues, Encoding = choices.Encoding };
    }

    private static Dictionary<string, string> Joined(IReadOnlyDictionary<string, string> memory, IReadOnlyDictionary<string, string> own) =>
        memory.Concat(own).GroupBy(value => value.Key).ToDictionary(value => value.Key, value => value.Last().Value);

    private static string? TitleOf(SheetHead head, ListShape shape) => BranchTitle.In(head.Rows.TakeWhile(row => row.Number < shape.FirstHeaderRow));

    // A title that also stands above another sheet's list was copied with it: there the sheet's name is right.
    private static string? Branch(SheetHead head, Dictionary<int, string?> titles)
    {
        var title = titles[head.Index];
        var isCopied = title is not null && titles.Values.Count(other => other == title) > 1;
        return isCopied || title is null ? BranchTitle.OfSheet(head.Name) ?? title : title;
    }
}
