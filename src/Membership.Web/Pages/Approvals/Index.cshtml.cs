using FluentValidation;
using MediatR;
using Membership.App.Approvals;
using Membership.App.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Approvals;

/// <summary>What waits for a second person.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Address = "/cho-duyet";

    [BindProperty(Name = "de-nghi")]
    public long ApprovalId { get; set; }

    /// <summary>"duyet" or "khong-duyet", from the button pressed.</summary>
    [BindProperty(Name = "quyet-dinh")]
    public string? Decision { get; set; }

    [BindProperty(Name = "ly-do")]
    public string? Reason { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public string? Problem { get; private set; }

    public ApprovalList Approvals { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Decision is not ("duyet" or "khong-duyet"))
            return BadRequest();

        Problem = await DecideAsync(new DecideApproval(ApprovalId, Decision == "duyet", Reason ?? ""), cancellationToken);
        if (Problem is null)
            return Redirect(Address);

        await LoadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Approvals = await mediator.Send(new ListApprovals(), cancellationToken);

    private async Task<string?> DecideAsync(DecideApproval request, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(request, cancellationToken);
            if (outcome.IsRefused)
                return RefusalText.Of(outcome.Refusal!);

            Done = request.Grant
                ? $"Đã duyệt đề nghị số {request.ApprovalId}. Người đề nghị có thể làm tiếp."
                : $"Đã ghi lại là không duyệt đề nghị số {request.ApprovalId}.";
            return null;
        }
        catch (ValidationException refused)
        {
            return refused.Errors.First().ErrorMessage;
        }
    }
}
