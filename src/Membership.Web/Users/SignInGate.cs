using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Web.Pages;
using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;

namespace Membership.Web.Users;

/// <summary>
/// Says who asks, and lets nobody past who is not signed in: a page is open to all only when it says so (AllowAnonymous). What an account has
/// to do first comes before everything else.
/// </summary>
internal sealed class SignInGate(RequestDelegate next, KeptForms kept, FormKeeping keeping)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current, SessionReading sessions)
    {
        var from = AddressOf(context);
        current.Value = Actor.Nobody(from);
        var cookie = await SessionCookie.ReadAsync(context);
        var session = cookie is { } given ? await sessions.FindAsync(given.Token, from, context.RequestAborted) : null;
        if (session is not null)
        {
            context.User = cookie!.Value.User;
            current.Value = session.Actor;
            context.Features.Set(session);
        }

        if (await DetourOfAsync(context, session, hasEnded: cookie is not null) is { } detour)
        {
            Send(context, detour);
            return;
        }

        if (session is not null)
            GiveBack(context, session);
        await next(context);
    }

    /// <summary>Fills the page with what she had sent from it when her session was over.</summary>
    private void GiveBack(HttpContext context, CurrentSession session)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Headers.ContainsKey("HX-Request") || session.Actor.UserId is not { } user
            || kept.Take(user, context.Request.Path.Value!) is not { } form)
            return;

        context.Request.Form = form;
        context.Features.Set(new ReturnedForm());
    }

    /// <summary>The network address that the request came from.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "?",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        var address => address.ToString(),
    };

    /// <summary>Where she has to go instead; null when she may go on.</summary>
    private async Task<string?> DetourOfAsync(HttpContext context, CurrentSession? session, bool hasEnded)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        if (session is null)
            return await SignInForAsync(context, hasEnded);

        var path = context.Request.Path;
        if (Duty(session) is { } duty)
            return path == duty || path == AccountLinks.SignOut ? null : duty;
        return path == "/" && !session.Actor.May(Permission.SeeFigures) ? Navigation.FirstFor(session.Actor) : null;
    }

    private async Task<string> SignInForAsync(HttpContext context, bool hasEnded)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            return AccountLinks.SignInFor(context.Request.Path + context.Request.QueryString, hasEnded);
        if (!HttpMethods.IsPost(context.Request.Method) || !await keeping.TryKeepAsync(context))
            return AccountLinks.SignInFor(null, hasEnded);

        var (path, query) = FormKeeping.PlaceOf(context.Request);
        return AccountLinks.SignInFor(new PathString(path).ToUriComponent() + query, hasEnded: true, isFormKept: true);
    }

    private static string? Duty(CurrentSession session) => session switch
    {
        { MustChangePassword: true } => AccountLinks.ChangePassword,
        { MustAddSecondFactor: true } => AccountLinks.SecondFactor,
        _ => null,
    };

    /// <summary>A part of a page cannot show another page: htmx is told to leave the whole one.</summary>
    private static void Send(HttpContext context, string address)
    {
        if (!context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(address);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers["HX-Redirect"] = address;
    }
}
