using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;

namespace Membership.App.MemberImports;

/// <summary>A sheet that is to be read.</summary>
/// <param name="Index">Position among the sheets of the file, from 0.</param>
/// <param name="Shapes">Of its first table, and of others that were chosen by hand.</param>
/// <param name="Branch">What its name or title says; null when nothing.</param>
internal sealed record ReadSheet(int Index, string Name, IReadOnlyList<ListShape> Shapes, string? Branch);

/// <summary>The sheets of a list, found or chosen, ready to give their rows.</summary>
internal sealed class ListReading(Workbook workbook, IReadOnlyList<ReadSheet> sheets)
{
    private Func<ListShape, ListShape> _adapt = shape => shape;

    public IReadOnlyList<ReadSheet> Sheets { get; } = sheets;

    /// <summary>Of the first sheet's headings.</summary>
    public required string ShapeKey { get; init; }

    /// <summary>What the sheets are read by; more than was asked for when an earlier answer was remembered.</summary>
    public required ListChoices Choices { get; init; }

    /// <summary>All others of the file.</summary>
    public required IReadOnlyList<SkippedSheet> Skipped { get; init; }

    /// <summary>For the next list of that shape; null when there is nothing new.</summary>
    public ListChoices? ToRemember { get; init; }

    /// <summary>Sums that the list declares and its rows do not come to, as far as it was read; each row's number is its <see cref="ListRow.Key"/>.</summary>
    public List<DeclaredTotal> WrongTotals { get; } = [];

    /// <summary>What the font of a cell strikes through is known.</summary>
    public bool TellsStrikes => workbook.TellsStrikes;

    /// <summary>What must be asked before the rest can be read: the people ended there.</summary>
    public ListQuestion? Question { get; private set; }

    /// <summary>For lists of an organization: what its members joined is what counts. Columns that the officer chose stay as she chose them.</summary>
    public ListReading For(Organization organization)
    {
        var isChosen = Choices.Tables.Any(table => table.Columns.Count > 0);
        _adapt = (organization.Kind == OrganizationKind.Political, isChosen) switch
        {
            (true, _) => shape => shape.WithPartyDateAsAdmission(),
            (_, true) => shape => shape,
            _ => shape => shape.WithAdmissionTo(organization.Code),
        };
        return this;
    }

    /// <summary>The rows of people, sheet by sheet; each row's number is its <see cref="ListRow.Key"/>.</summary>
    /// <param name="rulesOf">By what the rows of a table are read, given its first rows.</param>
    public IEnumerable<(PersonRow Person, ReadSheet Sheet)> People(Func<ListShape, IReadOnlyList<SheetRow>, RowRules> rulesOf)
    {
        foreach (var sheet in Sheets)
        {
            var tables = new SheetTables(sheet.Shapes, sheet.Branch, _adapt, rulesOf) { IsOfLeft = SheetChoice.NamesLeft(sheet.Name) };
            foreach (var person in tables.People(MergedCells.Filled(workbook.Rows(sheet.Name), workbook.MergedIn(sheet.Name), sheet.Shapes[0])))
                yield return (Keyed(person, sheet.Index), sheet);

            WrongTotals.AddRange(tables.WrongTotals.Select(total => total with { Row = new ListRow(sheet.Index, total.Row).Key }));
            Question = tables.Question;
            if (Question is not null)
                yield break;
        }
    }

    private static PersonRow Keyed(PersonRow person, int sheet) =>
        sheet == 0 ? person : person with { Row = person.Row with { Number = new ListRow(sheet, person.Row.Number).Key } };
}
