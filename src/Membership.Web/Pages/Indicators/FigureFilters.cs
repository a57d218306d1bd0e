using MediatR;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.Web.Display;

namespace Membership.Web.Pages.Indicators;

/// <summary>The choices of the filter form, and the scope they leave.</summary>
/// <param name="HasAllOrganizations">They may be looked at together.</param>
/// <param name="Notice">Why the scope is not the one asked for; null when it is.</param>
public sealed record FigureFilters(
    FigureScope Scope, IReadOnlyList<LocalityOption> Localities, IReadOnlyList<OrganizationOption> Organizations, bool HasAllOrganizations, string? Notice)
{
    /// <summary>What is wrong with the day; null when nothing is.</summary>
    public string? DayProblem { get; init; }

    /// <summary>As typed where it is wrong.</summary>
    public string ShownDay { get; init; } = Vietnamese.Date(Scope.AsOf);

    /// <summary>
    /// A locality keeps its identity when the day is changed: its code may have been another unit's then, so the code is first
    /// read on the day of the list it was chosen from.
    /// </summary>
    public static async Task<FigureFilters> LoadAsync(
        IMediator mediator, TimeProvider clock, FigureQuery asked, CancellationToken cancellationToken)
    {
        var scope = await asked.ToScopeAsync(mediator, clock, cancellationToken);
        var localities = await mediator.Send(new ListLocalities(scope.AsOf), cancellationToken);
        var notice = (string?)null;
        if (asked.ChosenOn is { } chosenOn && chosenOn != scope.AsOf)
        {
            var chosen = (await mediator.Send(new ListLocalities(chosenOn), cancellationToken)).FirstOrDefault(option => option.Code == asked.LocalityCode);
            var then = localities.FirstOrDefault(option => option.Id == chosen?.Id);
            asked = new FigureQuery { LocalityCode = then?.Code, AsOf = scope.AsOf, OrganizationCode = asked.OrganizationCode };
            scope = await asked.ToScopeAsync(mediator, clock, cancellationToken);
            notice = then is null ? GoneText(chosen, localities.FirstOrDefault(option => option.Code == scope.LocalityCode), scope.AsOf) : null;
        }

        var home = await mediator.Send(new GetHomePlace(scope.AsOf, scope.LocalityCode), cancellationToken);
        var organizations = await mediator.Send(new ListOrganizations(), cancellationToken);
        return new FigureFilters(scope, localities, organizations, home?.OrganizationCode is null, notice);
    }

    private static string GoneText(LocalityOption? chosen, LocalityOption? shown, DateOnly asOf) =>
        $"Vào ngày {Vietnamese.Date(asOf)} không có đơn vị {chosen?.Name ?? "đã chọn"} (địa giới khi đó khác bây giờ), nên trang đang hiện {shown?.Name ?? "đơn vị khác"}.";
}
