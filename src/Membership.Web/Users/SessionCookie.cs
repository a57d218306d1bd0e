using System.Globalization;
using System.Security.Claims;
using Membership.App.Users;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Users;

/// <summary>The cookies of signing in, each encrypted: one holds the token of a session, one that only the password has been proved so far.</summary>
internal static class SessionCookie
{
    private const string SessionScheme = "phien";
    private const string HalfWayScheme = "nua-duong";
    private const string TokenClaim = "token";
    private const string StampClaim = "stamp";
    private static readonly TimeSpan ForSecondStep = TimeSpan.FromMinutes(10);

    public static void AddSessionCookies(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(SessionScheme).AddCookie(HalfWayScheme).AddCookie(FormOwners.Scheme);
        foreach (var scheme in new[] { SessionScheme, HalfWayScheme, FormOwners.Scheme })
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<SecuritySettings>((options, settings) => Protect(options.Cookie, settings, scheme));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<SecuritySettings>((options, settings) => Protect(options.Cookie, settings, "loi-nhan"));
        services.AddOptions<AntiforgeryOptions>().Configure<SecuritySettings>((options, settings) =>
        {
            Protect(options.Cookie, settings, "antiforgery");
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    public static async Task StartAsync(HttpContext context, StartedSession session)
    {
        var until = session.StartedAt + Domain.Users.UserSession.LongestDuration;
        await SignInAsync(context, SessionScheme, until, session.UserId, new Claim(TokenClaim, session.Token));
        await FormOwners.AddAsync(context, session.UserId, until);
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(SessionScheme);

    /// <summary>Who the cookie says she is, with the token to be held against the database; null without a cookie of ours.</summary>
    public static async Task<(ClaimsPrincipal User, string Token)?> ReadAsync(HttpContext context) =>
        (await context.AuthenticateAsync(SessionScheme)).Principal is { } user && user.FindFirstValue(TokenClaim) is { } token ? (user, token) : null;

    public static Task KeepHalfWayAsync(HttpContext context, ProvenPassword proven, DateTime now) =>
        SignInAsync(context, HalfWayScheme, now + ForSecondStep, proven.UserId, new Claim(StampClaim, proven.SecurityStamp));

    public static Task EndHalfWayAsync(HttpContext context) => context.SignOutAsync(HalfWayScheme);

    public static async Task<ProvenPassword?> HalfWayAsync(HttpContext context) =>
        (await context.AuthenticateAsync(HalfWayScheme)).Principal is { } user
            ? new ProvenPassword(long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture), user.FindFirstValue(StampClaim)!)
            : null;

    private static Task SignInAsync(HttpContext context, string scheme, DateTime until, long userId, Claim claim)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.ToString(CultureInfo.InvariantCulture)), claim], scheme);
        return context.SignInAsync(scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = new DateTimeOffset(until, TimeSpan.Zero) });
    }

    /// <summary>A browser takes a name that begins with __Host- from this host over HTTPS only, for all of its paths.</summary>
    private static void Protect(CookieBuilder cookie, SecuritySettings settings, string name)
    {
        cookie.Name = (settings.Https ? "__Host-" : "") + "so-doan-vien." + name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
    }
}
