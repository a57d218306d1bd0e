using System.Globalization;

namespace Membership.Web.Pages.Users;

public static class UserLinks
{
    public const string Index = "/nguoi-dung";

    public static string Details(long userId) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{userId}");
}
