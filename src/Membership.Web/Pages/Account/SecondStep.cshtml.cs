using MediatR;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Web.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

/// <summary>The code after the password; without a password proved a moment ago it leads back to it.</summary>
[AllowAnonymous]
public sealed class SecondStepModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "ma")]
    public string? Code { get; set; }

    [FromQuery(Name = AccountLinks.ReturnKey)]
    public string? ReturnTo { get; set; }

    public FormProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await SessionCookie.HalfWayAsync(HttpContext) is null ? Redirect(AccountLinks.SignInFor(ReturnTo, hasEnded: false)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await SessionCookie.HalfWayAsync(HttpContext) is not { } proven)
            return Redirect(AccountLinks.SignInFor(ReturnTo, hasEnded: true));

        var outcome = await mediator.Send(new ConfirmSecondFactor(proven, Code ?? ""), cancellationToken);
        if (outcome.IsRefused)
        {
            Problem = new FormProblem("Chưa đăng nhập được", "ma", RefusalText.Of(outcome.Refusal!));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await SessionCookie.EndHalfWayAsync(HttpContext);
        await SessionCookie.StartAsync(HttpContext, outcome.Value);
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/");
    }
}
