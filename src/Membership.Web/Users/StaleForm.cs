using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Membership.Web.Users;

/// <summary>A form was sent whose anti-forgery token is not of the user who is signed in; the page of the error says so.</summary>
/// <param name="IsKept">For the user who had opened it.</param>
internal sealed record StaleForm(bool IsKept);

/// <summary>Answers a form that was opened by somebody else, or before signing in, with what to do about it. Nothing of it is done.</summary>
internal sealed class StaleFormAnswer(FormKeeping keeping) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = await AnswerAsync(context.HttpContext);
        await next();
    }

    private async Task<IActionResult> AnswerAsync(HttpContext context)
    {
        // Signed in meanwhile in another window, or not any more: the page itself knows where to go on.
        if (context.Request.Path.StartsWithSegments(AccountLinks.SignIn))
            return new LocalRedirectResult(context.Request.Path + context.Request.QueryString);

        context.Features.Set(new StaleForm(await keeping.TryKeepAsync(context)));
        return new StatusCodeResult(StatusCodes.Status400BadRequest);
    }
}
