using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.Members;

/// <summary>The people behind one number of a figure or of its explanation: exactly those that it counts.</summary>
/// <param name="Search">Part of a name, with or without diacritics; null for everyone.</param>
/// <param name="Page">From 1; a page past the last gives the last.</param>
[Requires(Permission.SeePeople)]
public sealed record ListPeople(
    string LocalityCode,
    DateOnly AsOf,
    string IndicatorCode,
    string? OrganizationCode = null,
    CountingReason Reason = CountingReason.Counted,
    string? Search = null,
    int Page = 1) : IRequest<Outcome<PeoplePage>>, IConcernsPlace
{
    public const int PageSize = 50;
}

/// <param name="Total">Of all pages.</param>
public sealed record PeoplePage(LocalityName Locality, OrganizationName? Organization, long Total, int Page, IReadOnlyList<PersonRow> People)
{
    public int Pages => (int)Math.Max(1, (Total + ListPeople.PageSize - 1) / ListPeople.PageSize);
}

/// <param name="MaskedCitizenId">All but the last four digits hidden; null when not known.</param>
/// <param name="Commune">Where she is counted or left out.</param>
/// <param name="Organizations">Short names of all that she belongs to on the day, counted or not.</param>
/// <param name="IsWithheld">She is counted but not shown (<see cref="WithheldText"/>): her data is restricted or anonymised.</param>
public sealed record PersonRow(
    long Id, string FullName, PartialDate? BirthDate, Sex? Sex, string? MaskedCitizenId, LocalityName Commune, IReadOnlyList<string> Organizations,
    bool IsWithheld = false);

internal sealed class ListPeopleHandler(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<ListPeople, Outcome<PeoplePage>>
{
    private const int MostWords = 10;

    public async Task<Outcome<PeoplePage>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var found = await new AskedFigureReading(db, localities, clock)
            .FindAsync(request.IndicatorCode, request.LocalityCode, request.AsOf, request.OrganizationCode, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var figure = await new FigureReading(db, localities).ReadAsync(found.Value, [], cancellationToken);
        var asked = new AskedPeople(found.Value, figure.Whole.Communes, request.Reason, SearchOf(request.Search));
        var empty = new PeoplePage(asked.Figure.LocalityName, asked.Figure.Organization, await TotalAsync(asked, cancellationToken), 1, []);
        var page = empty with { Page = Math.Clamp(request.Page, 1, empty.Pages) };
        page = page with { People = await RowsAsync(asked, page, cancellationToken) };
        trail.Note(NoteOf(asked, page));
        return page;
    }

    /// <summary>Signs that are no word are searched for as they stand, and found in no name.</summary>
    private static IReadOnlyList<string> SearchOf(string? search) => string.IsNullOrWhiteSpace(search) ? []
        : PersonName.SearchedWords(search) is { Count: > 0 } words ? [.. words.Take(MostWords)] : [search.Trim()];

    /// <summary>That a name was searched for, never the name.</summary>
    private static AuditNote NoteOf(AskedPeople asked, PeoplePage page) => new(asked.IsSearch ? AuditKind.SearchedByName : AuditKind.PeopleListed)
    {
        Details = new Dictionary<string, object?>
        {
            ["asOf"] = asked.Figure.AsOf,
            ["countingReason"] = asked.Reason,
            ["page"] = page.Page,
            ["shown"] = page.People.Count,
            ["total"] = page.Total,
        },
    };

    /// <summary>Without a search the total is the figure itself, so that a city's list does not have to look at everyone. Who is left
    /// out belongs to organizations that somebody with one organization may not see: her list is counted.</summary>
    private async Task<long> TotalAsync(AskedPeople asked, CancellationToken cancellationToken)
    {
        if (asked.IsSearch || !db.Scope.HasAllOrganizations)
            return await new PlacedPeopleReading(db).CountAsync(asked, cancellationToken);

        var reasons = await new SeriesReading(db).ReasonsAsync(asked.Figure, asked.Communes, cancellationToken);
        return reasons.Where(count => count.Reason == asked.Reason).Sum(count => count.People);
    }

    private async Task<IReadOnlyList<PersonRow>> RowsAsync(AskedPeople asked, PeoplePage page, CancellationToken cancellationToken)
    {
        if (page.Total == 0)
            return [];

        var placed = await new PlacedPeopleReading(db).PageAsync(asked, (page.Page - 1) * ListPeople.PageSize, ListPeople.PageSize, cancellationToken);
        return await new PersonRowReading(db, localities, cipher).OfAsync(placed, asked.Figure.AsOf, cancellationToken);
    }
}
