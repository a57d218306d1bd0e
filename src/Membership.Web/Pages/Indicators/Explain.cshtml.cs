using MediatR;
using Membership.App.Indicators;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Membership.Web.Display;
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
            return Refused(VietnameseDateBinder.NoDay, StatusCodes.Status400BadRequest);

        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        var outcome = await mediator.Send(
            new ExplainFigure(IndicatorDefinition.Participation, Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode), cancellationToken);
        if (outcome.IsRefused)
            return Refused(RefusalText.Of(outcome.Refusal!), outcome.Refusal is DayIsInTheFuture ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);

        Explanation = outcome.Value;
        return Page();
    }

    private PageResult Refused(string problem, int status)
    {
        (Problem, Response.StatusCode) = (problem, status);
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
