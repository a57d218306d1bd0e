using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A sheet of which the heading was found, ready to give its rows.</summary>
internal sealed class ListReading
{
    private readonly Workbook _workbook;

    private ListReading(Workbook workbook, string sheet, ListShape shape) => (_workbook, Sheet, Shape) = (workbook, sheet, shape);

    public string Sheet { get; }

    public ListShape Shape { get; }

    /// <summary>The sheet asked for, or the first visible one that holds a list.</summary>
    public static Outcome<ListReading> Find(Workbook workbook, string? sheetAsked)
    {
        var sheets = sheetAsked is null ? workbook.Sheets.Where(sheet => !sheet.IsHidden) : workbook.Sheets.Where(sheet => sheet.Name == sheetAsked);
        Refusal? refusal = null;
        foreach (var sheet in sheets)
        {
            var shape = ListShapeFinder.Find([.. workbook.Rows(sheet.Name).Where(row => !row.IsEmpty).Take(ListShapeFinder.RowsToLookAt)]);
            if (!shape.IsRefused)
                return new ListReading(workbook, sheet.Name, shape.Value);

            // A sheet with a heading that lacks a column says more than one without any.
            refusal = refusal is null or NoHeaderRow ? shape.Refusal : refusal;
        }

        return refusal ?? (sheetAsked is null ? new NoSheet() : new SheetNotFound(sheetAsked, [.. workbook.Sheets.Select(sheet => sheet.Name)]));
    }

    /// <summary>For lists of the Party: there the date of joining the Party is the date of joining the list's organization.</summary>
    public ListReading WithPartyDateAsAdmission()
    {
        if (Shape.Columns.Any(column => column.Field == MemberField.AdmittedOn))
            return this;

        var columns = Shape.Columns.Select(column => column.Field == MemberField.JoinedPartyOn ? column with { Field = MemberField.AdmittedOn } : column);
        return new ListReading(_workbook, Sheet, new ListShape(Shape.FirstHeaderRow, Shape.HeaderRow, [.. columns]));
    }

    /// <summary>What the first rows below the heading say about its columns.</summary>
    public ListSurvey Survey(ListChoices choices) =>
        ListSurvey.Of([.. _workbook.Rows(Sheet).Where(row => row.Number > Shape.HeaderRow).Take(ListSurvey.RowsToLookAt)], Shape, choices);

    /// <summary>The rows of people below the heading, in Unicode, each with the branch named by the heading above it, if any.</summary>
    public IEnumerable<(SheetRow Row, string? Branch)> People(ListSurvey survey)
    {
        var sorter = new RowSorter(Shape);
        foreach (var row in _workbook.Rows(Sheet))
        {
            // Titles of groups and totals too are known by their words.
            if (row.Number > Shape.HeaderRow && survey.Decoded(row) is var decoded && sorter.Sort(decoded) == RowKind.Person)
                yield return (decoded, sorter.CurrentSubHeading);
        }
    }
}
