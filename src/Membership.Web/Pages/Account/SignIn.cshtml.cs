using MediatR;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Web.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(IMediator mediator, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "ten-dang-nhap")]
    public string? UserName { get; set; }

    [BindProperty(Name = "mat-khau")]
    public string? Password { get; set; }

    [FromQuery(Name = AccountLinks.ReturnKey)]
    public string? ReturnTo { get; set; }

    [FromQuery(Name = AccountLinks.EndedKey)]
    public string? Ended { get; set; }

    public FormProblem? Problem { get; private set; }

    public IActionResult OnGet() => HttpContext.Features.Get<CurrentSession>() is null ? Page() : LocalRedirect(Target);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SignIn(UserName ?? "", Password ?? ""), cancellationToken);
        if (outcome.IsRefused)
            return Refuse(RefusalText.Of(outcome.Refusal!));

        if (outcome.Value.Proven is { } proven)
        {
            await SessionCookie.KeepHalfWayAsync(HttpContext, proven, clock.GetUtcNow().UtcDateTime);
            return Redirect(AccountLinks.SecondStepFor(ReturnTo));
        }

        await SessionCookie.StartAsync(HttpContext, outcome.Value.Session!);
        return LocalRedirect(Target);
    }

    /// <summary>Never another site, whatever the address says.</summary>
    private string Target => Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/";

    private PageResult Refuse(string sentence)
    {
        Problem = new FormProblem("Chưa đăng nhập được", "ten-dang-nhap", sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
