using MediatR;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Domain;
using Membership.Web.Users;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Account;

/// <summary>Sets up the authenticator app; its answer shows the recovery codes, once.</summary>
public sealed class SecondFactorModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "mat-khau")]
    public string? Password { get; set; }

    [BindProperty(Name = "ma")]
    public string? Code { get; set; }

    /// <summary>Null when the second factor is on.</summary>
    public AuthenticatorSecret? Secret { get; private set; }

    /// <summary>Null until it has just been turned on.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public FormProblem? Problem { get; private set; }

    /// <summary>Nothing else can be done before.</summary>
    public bool IsDuty => HttpContext.Features.GetRequiredFeature<CurrentSession>().MustAddSecondFactor;

    /// <summary>In groups of four, as it is read and typed.</summary>
    public string SecretInGroups => string.Join(' ', Secret!.Text.Chunk(4).Select(group => new string(group)));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new EnableSecondFactor(Password ?? "", Code ?? ""), cancellationToken);
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, cancellationToken);

        await SessionCookie.StartAsync(HttpContext, outcome.Value.Session);
        RecoveryCodes = outcome.Value.RecoveryCodes;
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        Problem = new FormProblem("Chưa bật được mã xác thực", refusal is OwnPasswordRefused ? "mat-khau" : "ma", RefusalText.Of(refusal));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new BeginSecondFactor(), cancellationToken);
        if (outcome.IsRefused)
            return Redirect(AccountLinks.Index);

        Secret = outcome.Value;
        return Page();
    }
}
