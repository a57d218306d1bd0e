using MediatR;
using Membership.App.Indicators;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Indicators;

public sealed class ExplainModel(IMediator mediator, TimeProvider clock, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    public FigureScope Scope { get; private set; } = null!;

    /// <summary>Null when <see cref="Problem"/> says why there is none.</summary>
    public FigureExplanation? Explanation { get; private set; }

    public string? Problem { get; private set; }

    public bool MaySeePeople => actor.May(Permission.SeePeople);

    public IReadOnlyList<CommuneDenominator> Counted => Explanation!.Communes.Where(commune => commune.Counts).ToList();

    public IReadOnlyList<CommuneDenominator> NotCounted => Explanation!.Communes.Where(commune => !commune.Counts).ToList();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();

        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        var outcome = await mediator.Send(
            new ExplainFigure(IndicatorDefinition.Participation, Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode), cancellationToken);
        if (outcome.IsRefused)
        {
            Problem = RefusalText.Of(outcome.Refusal!);
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Explanation = outcome.Value;
        return Page();
    }

    /// <summary>Why a commune is no part of the sum.</summary>
    public static string Missing(CommuneDenominator commune) => (commune.HasRegister, commune.Population) switch
    {
        (false, null) => "chưa có danh sách, chưa có số dân",
        (false, _) => "chưa có danh sách",
        _ => "chưa có số dân trong độ tuổi",
    };
}
