using MediatR;
using Membership.App.MemberImports;
using Membership.Domain;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Asks why a file of a list is needed, and then gives it; always a download.</summary>
public abstract class HandedOutFileModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [FromForm(Name = ReasonField.ReasonId)]
    public string? Reason { get; set; }

    public string FileName { get; private set; } = "";

    public abstract string Heading { get; }

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var preview = await mediator.Send(new GetImportPreview(Id, WithRows: false), cancellationToken);
        if (preview.IsRefused)
            return NotFound();

        FileName = preview.Value.Import.FileName;
        return Page();
    }

    protected async Task<IActionResult> GiveAsync<T>(IRequest<Outcome<T>> request, Func<T, FileResult> file, CancellationToken cancellationToken)
        where T : class
    {
        if (await mediator.TrySendAsync(request, Problems, _ => ReasonField.ReasonId, cancellationToken) is { } given)
            return file(given);

        var shown = await OnGetAsync(cancellationToken);
        if (shown is PageResult)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return shown;
    }
}
