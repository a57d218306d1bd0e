using FluentValidation;
using MediatR;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Texts;
using Membership.App.Users;
using Membership.Web.Display;
using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Users;

public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    private const string Heading = "Chưa thêm được người dùng";

    [BindProperty(Name = "ten-dang-nhap")]
    public string? UserName { get; set; }

    [BindProperty(Name = "ho-ten")]
    public string? DisplayName { get; set; }

    [BindProperty(Name = "")]
    public RoleForm Given { get; set; } = new();

    public IReadOnlyList<UserRow> Users { get; private set; } = [];

    public RoleChoices Choices { get; private set; } = null!;

    /// <summary>Of the user just added.</summary>
    public OneTimePassword? Added { get; private set; }

    public FormProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Users = await mediator.Send(new ListUsers(), cancellationToken);
        var localities = await mediator.Send(new ListLocalities(Vietnamese.Today(clock)), cancellationToken);
        Choices = new RoleChoices(Given, localities, await mediator.Send(new ListOrganizations(), cancellationToken), Problem);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Problem = RoleForm.ProblemOf(ModelState, Given, Heading) ?? await AddAsync(Given.Read()!, cancellationToken);
        if (Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            (UserName, DisplayName, Given) = (null, null, new RoleForm());
        return await OnGetAsync(cancellationToken);
    }

    private async Task<FormProblem?> AddAsync(GivenRole role, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(new AddUser(UserName ?? "", DisplayName ?? "", role), cancellationToken);
            if (outcome.Refusal is { } refusal)
                return new FormProblem(Heading, refusal is UserNameTaken ? "ten-dang-nhap" : RoleForm.FieldOf(refusal), RefusalText.Of(refusal));

            Added = outcome.Value;
            return null;
        }
        catch (ValidationException refused)
        {
            var first = refused.Errors.First();
            return new FormProblem(Heading, first.PropertyName == nameof(AddUser.UserName) ? "ten-dang-nhap" : "ho-ten", first.ErrorMessage);
        }
    }
}
