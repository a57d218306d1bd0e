using Membership.App.Pipeline;

namespace Membership.Web.Users;

/// <summary>Turns what a use case does not allow into status 403, whose page says why (Pages/Errors).</summary>
internal sealed class NotAllowedAnswer(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (NotAllowedException refused) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Features.Set(refused);
        }
    }
}
