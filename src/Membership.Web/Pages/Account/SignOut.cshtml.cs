using MediatR;
using Membership.App.Users;
using Membership.Web.Users;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

public sealed class SignOutModel(IMediator mediator) : PageModel
{
    /// <summary>A link must not sign anybody out: only the button in the header does.</summary>
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOut(HttpContext.Features.GetRequiredFeature<CurrentSession>().Id), cancellationToken);
        await SessionCookie.EndAsync(HttpContext);
        return Redirect(AccountLinks.SignIn);
    }
}
