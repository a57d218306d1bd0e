using Membership.App.Texts;
using Membership.App.Users;
using Membership.Web.Display;

namespace Membership.Web.Pages.Users;

/// <summary>A grant in one line.</summary>
public static class GrantText
{
    public static string Of(ShownGrant grant) => $"{PermissionText.Of(grant.Role)}: {Place(grant)}{(grant is { LocalityName: null, OrganizationName: null } ? "" : $", {Organization(grant)}")}";

    public static string Place(ShownGrant grant) => grant.LocalityName ?? "toàn hệ thống";

    public static string Organization(ShownGrant grant) => grant.OrganizationName ?? "mọi tổ chức";

    public static string Days(ShownGrant grant) => grant.LastDay switch
    {
        null => $"từ {Vietnamese.Date(grant.From)}",
        { } last when last < grant.From => $"từ {Vietnamese.Date(grant.From)}, thu hồi trước khi hết ngày",
        { } last => $"{Vietnamese.Date(grant.From)} – {Vietnamese.Date(last)}",
    };
}
