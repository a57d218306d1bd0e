using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>A received list, found in its file and ready to give its rows by the choices of its import.</summary>
internal sealed class OpenedList : IDisposable
{
    private readonly Workbook _workbook;
    private readonly Func<ListShape, IReadOnlyList<SheetRow>, RowRules> _rules;

    private OpenedList(Workbook workbook, ListReading reading, Func<ListShape, IReadOnlyList<SheetRow>, RowRules> rules) =>
        (_workbook, Reading, _rules) = (workbook, reading, rules);

    public ListReading Reading { get; }

    /// <summary>How much of the file is behind us, 0 to 1.</summary>
    public double Share => _workbook.Progress;

    /// <summary>Names of the sheets that are read, by their position in the file.</summary>
    public IReadOnlyDictionary<int, string> SheetNames => Reading.Sheets.ToDictionary(sheet => sheet.Index, sheet => sheet.Name);

    /// <summary>Throws <see cref="UnreadableWorkbookException"/> for a file that turns out damaged on the way.</summary>
    public static async Task<Outcome<OpenedList>> OpenAsync(
        MembershipDb db, LocalityDirectory localities, ImportFiles files, MemberImport import, ImportOrganizations organizations, CancellationToken cancellationToken)
    {
        var opened = files.OpenUpload(import);
        if (opened.IsRefused)
            return opened.Refusal!;

        var workbook = opened.Value;
        try
        {
            var found = new ListFinding(workbook, import.Choices, await db.RememberedListsAsync(import, cancellationToken)).Find(import.SheetAsked);
            if (found.IsRefused)
            {
                workbook.Dispose();
                return found.Refusal!;
            }

            var reading = found.Value.For(organizations.Own);
            return new OpenedList(workbook, reading, await RulesAsync(db, import, organizations.Named, reading.Choices, ListPlaces.Matcher(import, localities), workbook.DaysOfNumbers, cancellationToken));
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public IEnumerable<(PersonRow Person, ReadSheet Sheet)> People() => Reading.People(_rules);

    public void Dispose() => _workbook.Dispose();

    /// <summary>By what the rows of each table are read.</summary>
    private static async Task<Func<ListShape, IReadOnlyList<SheetRow>, RowRules>> RulesAsync(
        MembershipDb db, MemberImport import, ListOrganizations named, ListChoices choices, PlaceMatcher places, int daysOfNumbers, CancellationToken cancellationToken)
    {
        var age = await db.OrganizationRules
            .Where(rule => rule.OrganizationId == import.OrganizationId && rule.ValidFrom <= import.AsOf && (rule.ValidTo == null || import.AsOf < rule.ValidTo))
            .Select(rule => new AgeRange(rule.MinimumAge, rule.MaximumAge)).FirstOrDefaultAsync(cancellationToken);
        return (shape, firstRows) =>
        {
            var rules = new RowRules(shape, import.AsOf)
            {
                Choices = choices,
                Survey = ListSurvey.Of(firstRows, shape, choices, import.AsOf),
                Age = age,
                Places = places,
                DaysOfNumbers = daysOfNumbers,
            };
            return rules with { Organizations = named.In(rules, firstRows.Select(rules.Survey.Decoded)) };
        };
    }
}
