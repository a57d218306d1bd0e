using System.Threading.RateLimiting;
using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.RateLimiting;

namespace Membership.Web.Users;

/// <summary>How often a minute passwords and codes may be tried, by address, and people searched for, by user.</summary>
internal static class RateLimits
{
    private const string Search = "/nguoi";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
        });
        services.AddOptions<RateLimiterOptions>().Configure<SecuritySettings>((options, settings) =>
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => LimitOf(context, settings)));
    }

    private static RateLimitPartition<string> LimitOf(HttpContext context, SecuritySettings settings)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        if (context.Request.Path.StartsWithSegments(AccountLinks.SignIn))
            return PerMinute("sign-in from " + SignInGate.AddressOf(context), settings.SignInsPerMinute);
        if (context.Request.Path.StartsWithSegments(Search))
            return PerMinute("search by " + context.RequestServices.GetRequiredService<Actor>().Name, settings.SearchesPerMinute);
        return RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PerMinute(string who, int times) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) });
}
