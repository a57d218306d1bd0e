using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Membership.Web.Users;

/// <summary>Keeps a form that was sent without a session, when its anti-forgery token proves that one of the browser's users opened it.</summary>
internal sealed class FormKeeping(KeptForms kept, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    /// <summary>Passwords and codes are never kept.</summary>
    private static readonly PathString[] NeverKept = [AccountLinks.Index, AccountLinks.SignIn, AccountLinks.SignOut];

    /// <summary>Files are not kept: they have to be chosen again.</summary>
    public async Task<bool> TryKeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (NeverKept.Any(path => request.Path.StartsWithSegments(path)) || request.ContentLength is null or > KeptForms.MostBytes || !IsUrlEncoded(request))
            return false;

        var user = context.User;
        try
        {
            foreach (var owner in await FormOwners.ReadAsync(context))
            {
                context.User = FormOwners.As(owner);
                if (!await antiforgery.IsRequestValidAsync(context))
                    continue;

                kept.Keep(owner, PlaceOf(request).Path, await request.ReadFormAsync(context.RequestAborted), options.Value.FormFieldName);
                return true;
            }
        }
        finally
        {
            context.User = user;
        }

        return false;
    }

    /// <summary>The page that showed the form, as the browser says; else where it was sent to.</summary>
    public static (string Path, string Query) PlaceOf(HttpRequest request)
    {
        var from = request.GetTypedHeaders().Referer;
        return from is { IsAbsoluteUri: true } && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? (Uri.UnescapeDataString(from.AbsolutePath), from.Query)
            : (request.Path.Value!, request.QueryString.Value!);
    }

    private static bool IsUrlEncoded(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
