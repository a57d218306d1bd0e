using MediatR;
using Membership.App.Statistics;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Statistics;

/// <summary>Workbooks to take away: what the dashboard shows, and the statistics of a year.</summary>
public sealed class ExportModel(IMediator mediator, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    public FigureScope Scope { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <param name="what">"thong-ke": the dashboard as it is filtered; "thong-ke-nam": the year of the as-of date.</param>
    public async Task<IActionResult> OnGetAsync(string what, CancellationToken cancellationToken)
    {
        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        return what switch
        {
            "thong-ke" => await SendAsync(new ExportIndicatorProgress(
                new(IndicatorDefinition.Participation, Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode)), cancellationToken),
            "thong-ke-nam" => await SendAsync(new ExportStatistics(Scope.AsOf.Year, Scope.LocalityCode, Scope.OrganizationCode), cancellationToken),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> SendAsync(IRequest<Outcome<ExportedWorkbook>> request, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Refused(VietnameseDateBinder.NoDay);

        var outcome = await mediator.Send(request, cancellationToken);
        return outcome.IsRefused
            ? Refused(RefusalText.Of(outcome.Refusal!))
            : File(outcome.Value.Content, ExportedWorkbook.ContentType, outcome.Value.FileName);
    }

    private PageResult Refused(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
