using Membership.Domain.Users;

namespace Membership.Web.Display;

/// <summary>Roles as forms and commands name them: nhap-lieu, lanh-dao, tong-hop, quan-tri, kiem-tra.</summary>
public static class RoleSlug
{
    private static readonly Dictionary<Role, string> Slugs = new()
    {
        [Role.DataEntry] = "nhap-lieu",
        [Role.Head] = "lanh-dao",
        [Role.Planner] = "tong-hop",
        [Role.Administrator] = "quan-tri",
        [Role.Auditor] = "kiem-tra",
    };

    public static string All { get; } = string.Join(", ", Slugs.Values);

    public static string Of(Role role) => Slugs[role];

    public static Role? Find(string? slug) => Slugs.Where(pair => pair.Value == slug).Select(pair => (Role?)pair.Key).FirstOrDefault();
}
