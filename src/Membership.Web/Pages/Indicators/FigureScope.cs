using MediatR;
using Membership.App.Localities;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Indicators;

/// <summary>What a figure is about: the same three answers on every page that shows it. Null organization: all that are counted.</summary>
public sealed record FigureScope(string LocalityCode, DateOnly AsOf, string? OrganizationCode = null)
{
    /// <summary>Thành phố Cần Thơ, before and after 01/07/2025.</summary>
    public const string City = "92";
}

/// <summary>What an address says about it; what it leaves out is today and the widest that the actor may see.</summary>
public sealed class FigureQuery
{
    [FromQuery(Name = IndicatorLinks.LocalityKey)]
    public string? LocalityCode { get; set; }

    [FromQuery(Name = IndicatorLinks.OrganizationKey)]
    public string? OrganizationCode { get; set; }

    [FromQuery(Name = IndicatorLinks.AsOfKey)]
    public DateOnly? AsOf { get; set; }

    /// <summary>The day of the list from which the locality was chosen, when that list is older than the day asked for.</summary>
    [FromQuery(Name = IndicatorLinks.ChosenOnKey)]
    public DateOnly? ChosenOn { get; set; }

    /// <summary>What the address leaves out is where the actor's own scope begins.</summary>
    public async Task<FigureScope> ToScopeAsync(IMediator mediator, TimeProvider clock, CancellationToken cancellationToken)
    {
        var asOf = AsOf ?? Vietnamese.Today(clock);
        var (locality, organization) = (TrimOrNull(LocalityCode), TrimOrNull(OrganizationCode));
        if (locality is not null && organization is not null)
            return new FigureScope(locality, asOf, organization);

        var home = await mediator.Send(new GetHomePlace(asOf, locality), cancellationToken);
        return new FigureScope(locality ?? home?.LocalityCode ?? FigureScope.City, asOf, organization ?? home?.OrganizationCode);
    }

    private static string? TrimOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
