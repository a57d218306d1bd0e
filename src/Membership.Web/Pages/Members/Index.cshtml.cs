using MediatR;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Members;

/// <summary>The people behind a number. A search is posted: a name in an address would stay in histories and logs.</summary>
public sealed class IndexModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    [FromQuery(Name = IndicatorLinks.ReasonKey)]
    public string? ReasonSlug { get; set; }

    [FromQuery(Name = IndicatorLinks.PageKey)]
    public int? PageAsked { get; set; }

    /// <summary>Part of a name; only ever posted.</summary>
    [FromForm(Name = "ten")]
    public string? Search { get; set; }

    /// <summary>The page of what was found; only ever posted.</summary>
    [FromForm(Name = "trang-tim")]
    public int? FoundPageAsked { get; set; }

    public FigureScope Scope { get; private set; } = null!;

    public CountingReason Reason { get; private set; }

    /// <summary>Null when <see cref="Problem"/> says why there is none.</summary>
    public PeoplePage? People { get; private set; }

    public string? Problem { get; private set; }

    public bool MayExport => actor.May(Permission.ExportPeople);

    public bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    /// <summary>"1–50 trong 4.120".</summary>
    public (long First, long Last) Shown => ((People!.Page - 1L) * ListPeople.PageSize + 1, Math.Min((long)People.Page * ListPeople.PageSize, People.Total));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ListAsync(search: null, PageAsked ?? 1, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ListAsync(IsSearching ? Search!.Trim() : null, FoundPageAsked ?? 1, cancellationToken);

    private async Task<IActionResult> ListAsync(string? search, int page, CancellationToken cancellationToken)
    {
        if (TypedDay.ProblemOf(ModelState, IndicatorLinks.AsOfKey) is { } noDay)
            return Refused(noDay, StatusCodes.Status400BadRequest);
        if (!ModelState.IsValid || IndicatorLinks.ReasonOf(ReasonSlug ?? IndicatorLinks.Slug(CountingReason.Counted)) is not { } reason)
            return BadRequest();

        (Scope, Reason) = (await Asked.ToScopeAsync(mediator, clock, cancellationToken), reason);
        var outcome = await mediator.Send(
            new ListPeople(Scope.LocalityCode, Scope.AsOf, IndicatorDefinition.Participation, Scope.OrganizationCode, reason, search, page), cancellationToken);
        if (outcome.IsRefused)
            return Refused(RefusalText.Of(outcome.Refusal!), outcome.Refusal is DayIsInTheFuture ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);

        People = outcome.Value;
        return Page();
    }

    private PageResult Refused(string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
        return Page();
    }
}
