using Microsoft.AspNetCore.Mvc.Filters;

namespace Membership.Web.Users;

/// <summary>The page shows a form that had been sent without a session, filled in as it was sent; nothing of it was done.</summary>
internal sealed class ReturnedForm;

/// <summary>Lets a page that is asked for fill its fields from a form that came back, as if that had been sent and not been taken.</summary>
internal sealed class ReturnedFormFilter : IAsyncPageFilter
{
    /// <summary>The handler is chosen, the one that only shows; fields are filled from forms only in a request that is none to show.</summary>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (context.HttpContext.Features.Get<ReturnedForm>() is not null)
            context.HttpContext.Request.Method = HttpMethods.Post;
        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Features.Get<ReturnedForm>() is not null)
            context.HttpContext.Request.Method = HttpMethods.Get;
        return next();
    }
}
