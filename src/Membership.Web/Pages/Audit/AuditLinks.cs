using System.Globalization;
using Membership.App.Audit;
using Membership.Domain.Audit;
using Membership.Web.Display;
using Microsoft.AspNetCore.Http.Extensions;

namespace Membership.Web.Pages.Audit;

/// <summary>Addresses of the log. They carry account names, days and numbers, never anything of a person.</summary>
public static class AuditLinks
{
    public const string UserKey = "nguoi-dung";
    public const string KindKey = "loai";
    public const string FromKey = "tu-ngay";
    public const string ToKey = "den-ngay";
    public const string PersonKey = "ma-so-nguoi";
    public const string PageKey = "trang";

    public const string Index = "/nhat-ky";

    public static string Entries(AuditFilter filter, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Of(filter))
            query.Add(key, value);
        if (page > 1)
            query.Add(PageKey, page.ToString(CultureInfo.InvariantCulture));
        return Index + query.ToQueryString();
    }

    /// <summary>What of the filter is set, as the address and the forms of the page hold it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(AuditFilter filter)
    {
        if (filter.UserName is { } user)
            yield return new(UserKey, user);
        if (filter.Kind is { } kind)
            yield return new(KindKey, Slug(kind));
        if (filter.From is { } from)
            yield return new(FromKey, Vietnamese.Date(from));
        if (filter.To is { } to)
            yield return new(ToKey, Vietnamese.Date(to));
        if (filter.PersonId is { } person)
            yield return new(PersonKey, person.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Kinds have numbers in addresses, as they have in the log.</summary>
    public static string Slug(AuditKind kind) => ((int)kind).ToString(CultureInfo.InvariantCulture);
}
