using System.Net.Mime;
using MediatR;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>The file of an import as it was received; always a download, whatever it is.</summary>
public sealed class OriginalModel(IMediator mediator) : PageModel
{
    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Refused { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new OpenImportFile(id), cancellationToken);
        if (!file.IsRefused)
            return File(file.Value.Content, MediaTypeNames.Application.Octet, file.Value.FileName);
        if (file.Refusal is ImportNotFound)
            return NotFound();

        Refused = RefusalText.Of(file.Refusal!);
        return Redirect(MemberImportLinks.Preview(id));
    }
}
