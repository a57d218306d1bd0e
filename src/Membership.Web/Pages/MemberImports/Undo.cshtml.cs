using MediatR;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>What undoing an import would do, row by outcome, and the form that does it.</summary>
public sealed class UndoModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [FromForm(Name = ReasonField.ReasonId)]
    public string? Reason { get; set; }

    /// <summary>Shown once by the page of the import.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>As <see cref="Done"/>, when there is nothing to undo.</summary>
    [TempData]
    public string? Refused { get; set; }

    public UndoPreview Preview { get; private set; } = null!;

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new GetUndoPreview(Id), cancellationToken);
        if (outcome.IsRefused && outcome.Refusal is ImportNotFound)
            return NotFound();
        if (outcome.IsRefused)
        {
            Refused = RefusalText.Of(outcome.Refusal!);
            return Redirect(MemberImportLinks.Preview(Id));
        }

        Preview = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(new UndoMemberImport(Id, Reason ?? ""), Problems, _ => ReasonField.ReasonId, cancellationToken) is { } undone)
        {
            var kept = undone.Rows.Where(row => row.Key != UndoOutcome.Restored).Sum(row => row.Value);
            Done = $"Đã hoàn lại {WrittenText.Of(undone.RowsOf(UndoOutcome.Restored) - undone.Resumed, undone.Resumed)}"
                + (kept > 0 ? $"; {Vietnamese.Number(kept)} dòng được giữ nguyên, lý do ghi ở từng dòng." : ".");
            return Redirect(MemberImportLinks.Preview(Id));
        }

        if (Problems.Remove(FormSending.Sent, out var sent))
        {
            Done = sent;
            return Redirect(MemberImportLinks.Preview(Id));
        }

        var shown = await OnGetAsync(cancellationToken);
        if (shown is PageResult)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return shown;
    }
}
