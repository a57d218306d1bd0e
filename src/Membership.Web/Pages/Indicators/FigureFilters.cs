using MediatR;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.Web.Display;

namespace Membership.Web.Pages.Indicators;

/// <summary>The choices of the filter form, and the scope they leave.</summary>
/// <param name="Notice">Why the scope is not the one asked for; null when it is.</param>
public sealed record FigureFilters(
    FigureScope Scope, IReadOnlyList<LocalityOption> Localities, IReadOnlyList<OrganizationOption> Organizations, string? Notice)
{
    /// <summary>
    /// A locality keeps its identity when the day is changed: its code may have been another unit's then, so the code is first
    /// read on the day of the list it was chosen from.
    /// </summary>
    public static async Task<FigureFilters> LoadAsync(IMediator mediator, FigureScope asked, DateOnly? chosenOn, CancellationToken cancellationToken)
    {
        var organizations = await mediator.Send(new ListOrganizations(), cancellationToken);
        var localities = await mediator.Send(new ListLocalities(asked.AsOf), cancellationToken);
        if (chosenOn is null || chosenOn == asked.AsOf)
            return new FigureFilters(asked, localities, organizations, Notice: null);

        var chosen = (await mediator.Send(new ListLocalities(chosenOn.Value), cancellationToken)).FirstOrDefault(option => option.Code == asked.LocalityCode);
        if (chosen is null || localities.FirstOrDefault(option => option.Id == chosen.Id) is not { } then)
            return new FigureFilters(asked with { LocalityCode = FigureScope.City }, localities, organizations, GoneText(chosen, asked.AsOf));

        return new FigureFilters(asked with { LocalityCode = then.Code }, localities, organizations, Notice: null);
    }

    private static string GoneText(LocalityOption? chosen, DateOnly asOf) =>
        $"Vào ngày {Vietnamese.Date(asOf)} không có đơn vị {chosen?.Name ?? "đã chọn"} (địa giới khi đó khác bây giờ), nên trang đang hiện toàn thành phố.";
}
