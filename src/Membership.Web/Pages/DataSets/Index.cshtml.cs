using MediatR;
using Membership.App.DataSets;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.DataSets;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Address = "/du-lieu-ca-nhan";

    public DataSetRegister Register { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Register = await mediator.Send(new ListDataSets(), cancellationToken);
}
