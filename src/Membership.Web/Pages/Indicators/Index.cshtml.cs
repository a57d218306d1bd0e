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

public sealed class IndexModel(IMediator mediator, TimeProvider clock, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    public FigureFilters Filters { get; private set; } = null!;

    /// <summary>Null when <see cref="Problem"/> says why there is none.</summary>
    public IndicatorProgress? Progress { get; private set; }

    public string? Problem { get; private set; }

    public IEnumerable<UnitFigure> WithRegister => Progress!.Units.Where(unit => unit.HasRegister);

    public IReadOnlyList<UnitFigure> WithoutRegister => Progress!.Units.Where(unit => !unit.HasRegister).ToList();

    public bool HasSample => Progress!.Units.Any(unit => unit.HasRegister && unit.Population?.IsSample == true);

    public bool MaySeePeople => actor.May(Permission.SeePeople);

    public bool MayEditPopulation => actor.May(Permission.EditPopulation);

    public FigureScope Scope => Filters.Scope;

    public FigureScope ScopeOf(UnitFigure figure) => Scope with { LocalityCode = figure.Locality.Code };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Filters = await FigureFilters.LoadAsync(mediator, clock, Asked, cancellationToken);
        if (!ModelState.IsValid)
            return RefusedDay(VietnameseDateBinder.NoDay);
        if (Asked.ChosenOn is not null && Filters.Notice is null)
            return Redirect(IndicatorLinks.Dashboard(Scope));

        var outcome = await mediator.Send(
            new GetIndicatorProgress(IndicatorDefinition.Participation, Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode), cancellationToken);
        if (outcome.Refusal is DayIsInTheFuture early)
            return RefusedDay(RefusalText.Of(early));
        if (outcome.IsRefused)
            return Refused(RefusalText.Of(outcome.Refusal!), StatusCodes.Status404NotFound);

        Progress = outcome.Value;
        return Page();
    }

    private PageResult RefusedDay(string problem)
    {
        Filters = Filters with { DayProblem = problem, ShownDay = TypedDay.Of(Request, IndicatorLinks.AsOfKey) ?? Filters.ShownDay };
        return Refused(problem, StatusCodes.Status400BadRequest);
    }

    private PageResult Refused(string problem, int status)
    {
        Problem = problem;
        Response.StatusCode = status;
        return Page();
    }
}
