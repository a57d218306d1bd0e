using MediatR;
using Membership.App.MemberImports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>How the figures would move. A page of its own, because a long list takes a while: the preview fetches it afterwards.</summary>
public sealed class EffectsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public ImportEffects Effects { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new GetImportEffects(Id), cancellationToken);
        if (outcome.IsRefused)
            return NotFound();

        Effects = outcome.Value;
        return Page();
    }
}
