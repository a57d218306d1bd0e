using System.Globalization;
using Membership.Domain.Indicators;
using Membership.Web.Display;
using Microsoft.AspNetCore.Http.Extensions;

namespace Membership.Web.Pages.Indicators;

/// <summary>Addresses of the pages about a figure. Never a person's name or number: addresses are kept by browsers and servers.</summary>
public static class IndicatorLinks
{
    public const string LocalityKey = "don-vi";
    public const string OrganizationKey = "to-chuc";
    public const string AsOfKey = "ngay";
    public const string ChosenOnKey = "chon-ngay";
    public const string ReasonKey = "ly-do";
    public const string PageKey = "trang";

    public static string Dashboard(FigureScope scope) => "/" + Query(scope);

    public static string Explanation(FigureScope scope) => "/giai-thich" + Query(scope);

    /// <summary>The people behind a number; a reason other than <see cref="CountingReason.Counted"/>: those left out for it.</summary>
    public static string People(FigureScope scope, CountingReason? reason = CountingReason.Counted, int page = 1)
    {
        var query = Query(scope);
        if (reason is { } one)
            query = query.Add(ReasonKey, Slug(one));
        return "/nguoi" + (page > 1 ? query.Add(PageKey, page.ToString(CultureInfo.InvariantCulture)) : query);
    }

    /// <summary>Ethnicity and religion, as counts.</summary>
    public static string Composition(FigureScope scope) => "/co-cau" + Query(scope);

    public static string Workbook(FigureScope scope) => "/xuat/thong-ke" + Query(scope);

    public static string YearlyStatistics(FigureScope scope) => "/xuat/thong-ke-nam" + Query(scope);

    public static string Slug(CountingReason reason) => reason switch
    {
        CountingReason.Counted => "duoc-tinh",
        CountingReason.LivesElsewhere => "cu-tru-noi-khac",
        CountingReason.ResidenceUnknown => "chua-ro-noi-cu-tru",
        CountingReason.NoActiveMembership => "khong-con-sinh-hoat",
        CountingReason.OrganizationNotCounted => "to-chuc-khong-tinh",
        CountingReason.BirthDateUnknown => "chua-ro-ngay-sinh",
        CountingReason.BelowAge => "chua-du-tuoi",
        CountingReason.AboveAge => "qua-tuoi",
        _ => throw new InvalidOperationException($"{reason} has no address"),
    };

    /// <summary>Null when the address names no reason that exists.</summary>
    public static CountingReason? ReasonOf(string? slug) =>
        Enum.GetValues<CountingReason>().Cast<CountingReason?>().FirstOrDefault(reason => Slug(reason!.Value) == slug);

    private static QueryString Query(FigureScope scope)
    {
        var query = new QueryBuilder { { LocalityKey, scope.LocalityCode }, { AsOfKey, Vietnamese.Iso(scope.AsOf) } };
        if (scope.OrganizationCode is { } organization)
            query.Add(OrganizationKey, organization);
        return query.ToQueryString();
    }
}
