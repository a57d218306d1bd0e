using MediatR;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Texts;
using Membership.Domain.Members;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Members;

/// <summary>Ethnicity and religion as counts: there is no way from here to a person.</summary>
public sealed class CompositionModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<PersonField> Fields = [PersonField.Ethnicity, PersonField.Religion];

    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    public FigureScope Scope { get; private set; } = null!;

    /// <summary>One for each of <see cref="Fields"/>; empty when <see cref="Problem"/> says why.</summary>
    public List<SensitiveCounts> Counts { get; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Refused(VietnameseDateBinder.NoDay, StatusCodes.Status400BadRequest);

        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        foreach (var field in Fields)
        {
            var outcome = await mediator.Send(new CountSensitive(Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode, field), cancellationToken);
            if (outcome.IsRefused)
                return Refused(RefusalText.Of(outcome.Refusal!), outcome.Refusal is DayIsInTheFuture ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);

            Counts.Add(outcome.Value);
        }

        return Page();
    }

    private PageResult Refused(string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
        return Page();
    }
}
