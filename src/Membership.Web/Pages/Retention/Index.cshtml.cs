using MediatR;
using Membership.App.Retention;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Retention;

/// <summary>How many people are past the time of each rule, and the form that anonymises them.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Address = "/luu-giu";

    [FromForm(Name = ReasonField.ReasonId)]
    public string? Reason { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<RetentionDue> Due { get; private set; } = [];

    public int People => Due.Sum(one => one.People);

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Due = await mediator.Send(new ListRetentionDue(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(new AnonymiseDue(Reason ?? ""), Problems, _ => ReasonField.ReasonId, cancellationToken) is { } done)
        {
            Done = $"Đã ẩn danh {Vietnamese.Number(done.Count)} người.";
            return Redirect(Address);
        }

        if (Problems.Remove(FormSending.Sent, out var sent))
        {
            Done = sent;
            return Redirect(Address);
        }

        await OnGetAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
