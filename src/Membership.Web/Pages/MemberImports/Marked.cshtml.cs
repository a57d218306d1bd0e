using MediatR;
using Membership.App.MemberImports;
using Membership.App.Statistics;
using Membership.App.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>The officer's own workbook with what could not be taken marked in it, to be mended and uploaded again.</summary>
public sealed class MarkedModel(IMediator mediator) : PageModel
{
    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Refused { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new ExportMarkedList(id), cancellationToken);
        if (!file.IsRefused)
            return File(file.Value.Content, ExportedWorkbook.ContentType, file.Value.FileName);
        if (file.Refusal is ImportNotFound)
            return NotFound();

        Refused = RefusalText.Of(file.Refusal!);
        return Redirect(MemberImportLinks.Preview(id));
    }
}
