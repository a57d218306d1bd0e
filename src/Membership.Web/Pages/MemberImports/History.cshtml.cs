using MediatR;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>All that is known of one import: who, when, which file, how it was read, what was done, and what became of each row.</summary>
public sealed class HistoryModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = MemberImportLinks.PageKey, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public ImportHistory History { get; private set; } = null!;

    /// <summary>Null when nothing was ever written to the register.</summary>
    public ImportOutcomes? Outcomes { get; private set; }

    /// <summary>The sheets read, for <see cref="ListRowText"/>.</summary>
    public IReadOnlyDictionary<int, string> SheetNames { get; private set; } = new Dictionary<int, string>();

    public MemberImport Import => History.Import;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / ListImportOutcomes.PageSize);
        var history = await mediator.Send(new GetImportHistory(Id), cancellationToken);
        if (history.IsRefused)
            return NotFound();

        History = history.Value;
        var outcomes = await mediator.Send(new ListImportOutcomes(Id, PageNumber), cancellationToken);
        Outcomes = outcomes.IsRefused ? null : outcomes.Value;
        SheetNames = History.SheetNames;
        return Page();
    }
}
