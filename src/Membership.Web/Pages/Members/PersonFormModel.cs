using MediatR;
using Membership.App.Forms;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Users;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Members;

/// <summary>A page about one person, with a form that says why.</summary>
public abstract class PersonFormModel(IMediator mediator, Actor actor) : PageModel
{
    [FromRoute(Name = "id")]
    public long PersonId { get; set; }

    [FromForm(Name = ReasonField.ReasonId)]
    public string? Reason { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Null when <see cref="Refused"/> says why she is not shown.</summary>
    public PersonRecord? Person { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>What the sender of the form is asked, because others changed it since she opened it.</summary>
    protected ChangedMeanwhile? Meanwhile { get; private set; }

    /// <summary>Without it there is no use in seeing the form.</summary>
    protected abstract Permission Needed { get; }

    public bool May(Permission permission) => actor.May(permission);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        actor.Require(Needed);
        var found = await mediator.Send(new GetPerson(PersonId), cancellationToken);
        if (found.IsRefused)
        {
            Refused = RefusalText.Of(found.Refusal!);
            Response.StatusCode = found.Refusal is PersonNotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
            return Page();
        }

        Person = found.Value;
        if (Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    protected Task<T?> TrySendAsync<T>(IRequest<Outcome<T>> request, CancellationToken cancellationToken)
        where T : class =>
        mediator.TrySendAsync(request, Problems, FieldOf, cancellationToken, changed => Meanwhile = changed);

    protected IActionResult BackToPerson(string done)
    {
        Done = done;
        return Redirect(MemberLinks.Person(PersonId));
    }

    /// <summary>The id of the field that gives a property of the request.</summary>
    protected virtual string FieldOf(string property) => ReasonField.ReasonId;
}
