using FluentValidation;
using MediatR;
using Membership.App.Proposals;
using Membership.App.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Proposals;

/// <summary>What lists of others say of people, or of a ward, whom the user covers.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Address = "/de-nghi";

    [BindProperty(Name = "de-nghi")]
    public IReadOnlyList<long> ProposalIds { get; set; } = [];

    /// <summary>"dong-y" or "khong", from the button pressed.</summary>
    [BindProperty(Name = "quyet-dinh")]
    public string? Decision { get; set; }

    [BindProperty(Name = "ly-do")]
    public string? Reason { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public string? Problem { get; private set; }

    public ProposalList Proposals { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Decision is not ("dong-y" or "khong"))
            return BadRequest();

        Problem = await DecideAsync(new DecideProposals(ProposalIds, Decision == "dong-y", Reason ?? ""), cancellationToken);
        if (Problem is null)
            return Redirect(Address);

        await LoadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Proposals = await mediator.Send(new ListProposals(), cancellationToken);

    private async Task<string?> DecideAsync(DecideProposals request, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(request, cancellationToken);
            if (outcome.IsRefused)
                return RefusalText.Of(outcome.Refusal!);

            Done = request.Agrees ? $"Đã đồng ý {outcome.Value} đề nghị và ghi vào sổ." : $"Đã ghi lại là không đồng ý {outcome.Value} đề nghị.";
            return null;
        }
        catch (ValidationException refused)
        {
            return refused.Errors.First().ErrorMessage;
        }
    }
}
