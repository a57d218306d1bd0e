using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Membership.Web.Users;

/// <summary>
/// Who signed in on this browser lately, in a cookie that lets nobody do anything: it outlives the session, so that a form which is sent
/// too late can be proved to be hers.
/// </summary>
internal static class FormOwners
{
    public const string Scheme = "chu-bieu-mau";
    private const string EarlierClaim = "truoc";
    private const int Most = 3;
    private static readonly TimeSpan AfterSession = TimeSpan.FromHours(12);

    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<long>> ReadAsync(HttpContext context)
    {
        var owners = (await context.AuthenticateAsync(Scheme)).Principal;
        return owners is null
            ? []
            : [.. owners.Claims.Where(claim => claim.Type is ClaimTypes.NameIdentifier or EarlierClaim).Select(claim => long.Parse(claim.Value, CultureInfo.InvariantCulture))];
    }

    public static async Task AddAsync(HttpContext context, long userId, DateTime sessionUntil)
    {
        var earlier = (await ReadAsync(context)).Where(owner => owner != userId).Take(Most - 1);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, Text(userId)), .. earlier.Select(owner => new Claim(EarlierClaim, Text(owner)))], Scheme);
        await context.SignInAsync(
            Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = new DateTimeOffset(sessionUntil + AfterSession, TimeSpan.Zero) });
    }

    /// <summary>As anti-forgery tokens know a user.</summary>
    public static ClaimsPrincipal As(long userId) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Text(userId))], Scheme));

    private static string Text(long userId) => userId.ToString(CultureInfo.InvariantCulture);
}
