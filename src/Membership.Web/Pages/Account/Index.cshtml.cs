using MediatR;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Web.Users;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "mat-khau")]
    public string? Password { get; set; }

    /// <summary>What the last page did, shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    public OwnAccount Account { get; private set; } = null!;

    public FormProblem? Problem { get; private set; }

    public long SessionId => HttpContext.Features.GetRequiredFeature<CurrentSession>().Id;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Account = await mediator.Send(new GetOwnAccount(), cancellationToken);

    public async Task<IActionResult> OnPostSignOutEverywhereAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutEverywhere(), cancellationToken);
        await SessionCookie.EndAsync(HttpContext);
        return Redirect(AccountLinks.SignIn);
    }

    public async Task<IActionResult> OnPostDisableSecondFactorAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new DisableSecondFactor(Password ?? ""), cancellationToken);
        if (outcome.IsRefused)
        {
            Problem = new FormProblem("Chưa tắt được mã xác thực", "mat-khau", RefusalText.Of(outcome.Refusal!));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await SessionCookie.StartAsync(HttpContext, outcome.Value);
        Done = "Đã tắt mã xác thực. Các thiết bị khác đã bị đăng xuất.";
        return Redirect(AccountLinks.Index);
    }
}
