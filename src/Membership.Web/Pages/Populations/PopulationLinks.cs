using Microsoft.AspNetCore.Http.Extensions;

namespace Membership.Web.Pages.Populations;

public static class PopulationLinks
{
    public const string Index = "/so-lieu-dan-so";

    /// <summary>The form with the commune already chosen.</summary>
    public static string Record(string localityCode) =>
        Index + new QueryBuilder { { Indicators.IndicatorLinks.LocalityKey, localityCode } }.ToQueryString() + "#ghi-so-lieu";
}
