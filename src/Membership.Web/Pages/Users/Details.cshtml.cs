using MediatR;
using Membership.App.Forms;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Domain;
using Membership.Web.Display;
using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Users;

public sealed class DetailsModel(IMediator mediator, TimeProvider clock) : PageModel
{
    private const string GrantHeading = "Chưa cấp được vai trò";
    private bool _beginsAnew;

    [FromRoute]
    public long Id { get; set; }

    [BindProperty(Name = "")]
    public RoleForm Given { get; set; } = new();

    /// <summary>What the last page did, shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    public UserDetails Details { get; private set; } = null!;

    public RoleChoices Choices { get; private set; } = null!;

    public OneTimePassword? Password { get; private set; }

    public FormProblem? Problem { get; private set; }

    /// <summary>Nothing to choose between field by field: she sees what holds by now, and sends the form again.</summary>
    public FormVersion Version => _beginsAnew ? FormVersion.New(Details.Opened) : FormVersion.Of(Request, Details.Opened);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new GetUser(Id), cancellationToken);
        if (outcome.IsRefused)
            return NotFound();

        Details = outcome.Value;
        var localities = await mediator.Send(new ListLocalities(Vietnamese.Today(clock)), cancellationToken);
        Choices = new RoleChoices(Given, localities, await mediator.Send(new ListOrganizations(), cancellationToken), Problem);
        return Page();
    }

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken cancellationToken)
    {
        Problem = RoleForm.ProblemOf(ModelState, Given, GrantHeading);
        if (Problem is not null)
            return await RefuseAsync(cancellationToken);

        var outcome = await mediator.Send(new GrantRole(Id, Given.Read()!) { Form = FormVersion.Sent(Request) }, cancellationToken);
        return await AnswerAsync(outcome, "Đã cấp vai trò. Người dùng phải đăng nhập lại.", GrantHeading, cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(long grant, CancellationToken cancellationToken) => await AnswerAsync(
        await mediator.Send(new EndGrant(grant) { Form = FormVersion.Sent(Request) }, cancellationToken), "Đã thu hồi vai trò. Người dùng phải đăng nhập lại.", "Chưa thu hồi được vai trò", cancellationToken);

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await mediator.Send(new DisableUser(Id) { Form = FormVersion.Sent(Request) }, cancellationToken), "Đã ngừng tài khoản và đăng xuất khỏi mọi thiết bị.", "Chưa ngừng được tài khoản", cancellationToken);

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await mediator.Send(new EnableUser(Id) { Form = FormVersion.Sent(Request) }, cancellationToken), "Đã mở lại tài khoản.", "Chưa mở lại được tài khoản", cancellationToken);

    public async Task<IActionResult> OnPostResetAsync([FromForm(Name = "ca-ma-xac-thuc")] bool alsoSecondFactor, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ResetPassword(Id, alsoSecondFactor) { Form = FormVersion.Sent(Request) }, cancellationToken);
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, "Chưa cấp lại được mật khẩu", cancellationToken);

        Password = outcome.Value;
        _beginsAnew = true;
        return await OnGetAsync(cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Unit> outcome, string done, string heading, CancellationToken cancellationToken)
    {
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, heading, cancellationToken);

        Done = done;
        return Redirect(UserLinks.Details(Id));
    }

    private Task<IActionResult> RefuseAsync(Refusal refusal, string heading, CancellationToken cancellationToken)
    {
        _beginsAnew = refusal is ChangedMeanwhile;
        Problem = new FormProblem(heading, RoleForm.FieldOf(refusal), RefusalText.Of(refusal));
        return RefuseAsync(cancellationToken);
    }

    private Task<IActionResult> RefuseAsync(CancellationToken cancellationToken)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return OnGetAsync(cancellationToken);
    }
}
