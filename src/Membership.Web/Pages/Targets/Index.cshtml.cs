using MediatR;
using Membership.App.Indicators;
using Membership.App.Targets;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Targets;

public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ResolutionTargets> Resolutions { get; private set; } = [];

    /// <summary>Where the widest place of the actor stands today; null when the rate cannot be asked for.</summary>
    public UnitFigure? Participation { get; private set; }

    public FigureScope Scope { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Scope = await new FigureQuery().ToScopeAsync(mediator, clock, cancellationToken);
        Resolutions = await mediator.Send(new ListTargets(), cancellationToken);
        var progress = await mediator.Send(
            new GetIndicatorProgress(IndicatorDefinition.Participation, Scope.LocalityCode, Scope.AsOf, Scope.OrganizationCode, TrendMonths: 0), cancellationToken);
        Participation = progress.IsRefused ? null : progress.Value.Whole;
    }

    /// <summary>"trên 74%", "ít nhất 2 tổ chức mỗi năm".</summary>
    public static string Asks(TargetListItem target) => (target.Unit, target.Comparator) switch
    {
        (TargetUnit.CountPerYear, Comparator.MoreThan) => $"trên {Vietnamese.Number(target.Value)} tổ chức mỗi năm",
        (TargetUnit.CountPerYear, _) => $"ít nhất {Vietnamese.Number(target.Value)} tổ chức mỗi năm",
        (_, Comparator.AtLeast) when target.Value == 10_000 => "100%",
        _ => TargetText.Of(target.Value, target.Comparator),
    };

    /// <summary>"còn 16 ngày", "đã qua thời hạn".</summary>
    public string TimeLeft(TargetListItem target) => (target.Deadline.DayNumber - Scope.AsOf.DayNumber) switch
    {
        < 0 => "đã qua thời hạn",
        0 => "hết hạn hôm nay",
        var days => $"còn {Vietnamese.Number(days)} ngày",
    };
}
