using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Indicators;

/// <summary>What a figure is about: the same three answers on every page that shows it. Null organization: all that are counted.</summary>
public sealed record FigureScope(string LocalityCode, DateOnly AsOf, string? OrganizationCode = null)
{
    /// <summary>Thành phố Cần Thơ, before and after 01/07/2025.</summary>
    public const string City = "92";
}

/// <summary>What an address says about it; what it leaves out is the city, today, all organizations.</summary>
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

    public FigureScope ToScope(TimeProvider clock) => new(
        string.IsNullOrWhiteSpace(LocalityCode) ? FigureScope.City : LocalityCode.Trim(),
        AsOf ?? Vietnamese.Today(clock),
        string.IsNullOrWhiteSpace(OrganizationCode) ? null : OrganizationCode.Trim());
}
