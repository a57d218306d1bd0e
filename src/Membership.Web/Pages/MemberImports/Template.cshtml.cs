using MediatR;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.App.Texts;
using Membership.Domain.Localities;
using Membership.Domain.Users;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>A workbook of one organization and commune to be filled in.</summary>
public sealed class TemplateModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "to-chuc")]
    public string? OrganizationCode { get; set; }

    [BindProperty(Name = "don-vi")]
    public string? LocalityCode { get; set; }

    public Dictionary<string, string> Problems { get; } = [];

    public IReadOnlyList<OrganizationOption> Organizations { get; private set; } = [];

    public IReadOnlyList<LocalityOption> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        actor.Require(Permission.ImportLists);
        Organizations = await mediator.Send(new App.Organizations.ListOrganizations(Permission.ImportLists), cancellationToken);
        var localities = await mediator.Send(new ListLocalities(Vietnamese.Today(clock), Permission.ImportLists), cancellationToken);
        Communes = [.. localities.Where(locality => locality.Kind.IsCommuneLevel())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(OrganizationCode))
            Problems["to-chuc"] = "Chưa chọn tổ chức. Hãy chọn tổ chức của danh sách.";
        if (string.IsNullOrEmpty(LocalityCode))
            Problems["don-vi"] = "Chưa chọn xã, phường. Hãy chọn nơi lập danh sách.";
        if (Problems.Count == 0)
        {
            var built = await mediator.Send(new BuildListTemplate(OrganizationCode!, LocalityCode!, Vietnamese.Today(clock)), cancellationToken);
            if (!built.IsRefused)
                return File(built.Value.Content, ExportedWorkbook.ContentType, built.Value.FileName);

            Problems[FormSending.WholeForm] = RefusalText.Of(built.Refusal!);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await OnGetAsync(cancellationToken);
    }
}
