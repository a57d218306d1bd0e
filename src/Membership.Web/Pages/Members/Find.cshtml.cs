using FluentValidation;
using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Members;

/// <summary>Finds by number. Only ever posted, and what was typed is not shown again.</summary>
public sealed class FindModel(IMediator mediator, Actor actor) : PageModel
{
    public const string NumberKey = "so";

    [FromForm(Name = NumberKey)]
    public string? Number { get; set; }

    /// <summary>Null before a search.</summary>
    public IReadOnlyList<FoundPerson>? Found { get; private set; }

    public Dictionary<string, string> Problems { get; } = [];

    public void OnGet() => actor.Require(Permission.SeePeople);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            Found = await mediator.Send(new FindByNumber(Number ?? ""), cancellationToken);
        }
        catch (ValidationException refused)
        {
            Problems[NumberKey] = refused.Errors.First().ErrorMessage;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
