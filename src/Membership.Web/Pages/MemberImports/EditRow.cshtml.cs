using MediatR;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>One row of a list in a form: corrected here, it is checked again at once.</summary>
public sealed class EditRowModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The row's key.</summary>
    [BindProperty(SupportsGet = true)]
    public int Row { get; set; }

    /// <summary>Texts by column.</summary>
    [FromForm(Name = "o")]
    public Dictionary<int, string?>? Cells { get; set; }

    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Key of the row beside which <see cref="Done"/> is said.</summary>
    [TempData]
    public int? DoneAt { get; set; }

    /// <summary>The cells were saved, and the row cannot be taken all the same.</summary>
    public bool IsStillRejected { get; private set; }

    /// <summary>As <see cref="Done"/>, when the row cannot be corrected any more.</summary>
    [TempData]
    public string? Refused { get; set; }

    public EditableRow Shown { get; private set; } = null!;

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new GetImportRow(Id, Row), cancellationToken);
        if (outcome.Refusal is ImportDiscarded discarded)
        {
            Refused = RefusalText.Of(discarded);
            return Redirect(MemberImportLinks.Preview(Id));
        }

        if (outcome.IsRefused)
            return NotFound();

        Shown = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var cells = (Cells ?? []).ToDictionary(cell => cell.Key, cell => cell.Value ?? "");
        var edited = await mediator.TrySendAsync(new EditImportRow(Id, Row, cells), Problems, _ => FormSending.WholeForm, cancellationToken);
        var shown = await OnGetAsync(cancellationToken);
        if (shown is not PageResult)
            return shown;

        if (edited is not null and not { Verdict: RowVerdict.Rejected })
        {
            (Done, DoneAt) = ($"Đã sửa và kiểm tra lại dòng {Shown.Title}: {VerdictText.Name(edited.Verdict).ToLowerInvariant()}.", Row);
            return Redirect(MemberImportLinks.Row(Id, Row));
        }

        IsStillRejected = edited is not null;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return shown;
    }
}
