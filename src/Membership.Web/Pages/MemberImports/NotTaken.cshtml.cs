using MediatR;
using Membership.App.MemberImports;
using Membership.App.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>The rows that were not taken, as a workbook to mend and upload again.</summary>
public sealed class NotTakenModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new ExportRejectedRows(id), cancellationToken);
        return file.IsRefused ? NotFound() : File(file.Value.Content, ExportedWorkbook.ContentType, file.Value.FileName);
    }
}
