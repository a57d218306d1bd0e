using MediatR;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Domain;
using Membership.Web.Users;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

public sealed class ChangePasswordModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "mat-khau-cu")]
    public string? OldPassword { get; set; }

    [BindProperty(Name = "mat-khau-moi")]
    public string? NewPassword { get; set; }

    [TempData]
    public string? Done { get; set; }

    public FormProblem? Problem { get; private set; }

    /// <summary>The password is still the one that somebody else gave.</summary>
    public bool IsDuty => HttpContext.Features.GetRequiredFeature<CurrentSession>().MustChangePassword;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ChangeOwnPassword(OldPassword ?? "", NewPassword ?? ""), cancellationToken);
        if (outcome.Refusal is { } refusal)
            return Refuse(refusal);

        var wasDuty = IsDuty;
        await SessionCookie.StartAsync(HttpContext, outcome.Value);
        Done = "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.";
        return Redirect(wasDuty ? "/" : AccountLinks.Index);
    }

    private PageResult Refuse(Refusal refusal)
    {
        Problem = new FormProblem("Chưa đổi được mật khẩu", refusal is OwnPasswordRefused ? "mat-khau-cu" : "mat-khau-moi", RefusalText.Of(refusal));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
