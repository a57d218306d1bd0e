using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.Testing;

/// <summary>Reads a broken file as an import does, as far as it goes. Whatever is thrown is a bug.</summary>
public static class FuzzedReading
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>Name of the refusal; "" when rows came out.</summary>
    public static string Read(byte[] file, string name)
    {
        var opened = Workbook.Open(new MemoryStream(file), name, new WorkbookLimits());
        if (opened.IsRefused)
            return opened.Refusal!.GetType().Name;

        using var workbook = opened.Value;
        try
        {
            foreach (var sheet in workbook.Sheets)
                ReadSheet(workbook, sheet.Name);

            return "";
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal.GetType().Name;
        }
    }

    private static void ReadSheet(Workbook workbook, string sheet)
    {
        var shape = ListShapeFinder.Find([.. workbook.Rows(sheet).Where(row => !row.IsEmpty).Take(ListShapeFinder.RowsToLookAt)]);
        if (shape.IsRefused)
        {
            _ = workbook.Rows(sheet).Count();
            return;
        }

        var survey = ListSurvey.Of([.. workbook.Rows(sheet).Take(ListSurvey.RowsToLookAt)], shape.Value, ListChoices.None);
        var rules = new RowRules(shape.Value, AsOf) { Survey = survey };
        var sorter = new RowSorter(shape.Value);
        foreach (var row in workbook.Rows(sheet).Select(survey.Decoded))
        {
            if (sorter.Sort(row) == RowKind.Person)
                ListedPerson.Of(MemberRowParser.Parse(row, rules), sorter.CurrentSubHeading);
        }
    }
}
