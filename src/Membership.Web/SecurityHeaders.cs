using Microsoft.AspNetCore.StaticFiles;

namespace Membership.Web;

/// <summary>Scripts, styles and fonts come from here and nowhere else; nothing inline runs; no other site may frame a page.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Pages show people: nothing of them stays in a shared machine's cache.
        headers.CacheControl = "no-store";
        return next(context);
    }

    /// <summary>A file whose address carries its version (?v=, or a hash in its name) never changes.</summary>
    public static void LetFilesBeKept(StaticFileResponseContext file)
    {
        var hasVersion = file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/dist/fonts")
            || file.Context.Request.Path.StartsWithSegments("/dist/chunks");
        if (file.Context.Response.ContentType is "text/css" or "text/javascript")
            file.Context.Response.ContentType += "; charset=utf-8";
        file.Context.Response.Headers.CacheControl = hasVersion ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
