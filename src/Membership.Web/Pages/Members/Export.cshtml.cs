using MediatR;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Members;

/// <summary>Asks what a list of people is for and who gets it, then gives it.</summary>
public sealed class ExportModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    public const string PurposeKey = "muc-dich";
    public const string RecipientKey = "ben-nhan";
    public const string NumberKey = "kem-so";

    [BindProperty(SupportsGet = true, Name = "")]
    public FigureQuery Asked { get; set; } = new();

    [FromQuery(Name = IndicatorLinks.ReasonKey)]
    public string? ReasonSlug { get; set; }

    [FromForm(Name = PurposeKey)]
    public string? Purpose { get; set; }

    [FromForm(Name = RecipientKey)]
    public string? Recipient { get; set; }

    [FromForm(Name = NumberKey)]
    public bool WithMaskedNumber { get; set; }

    public FigureScope Scope { get; private set; } = null!;

    public CountingReason? Reason => IndicatorLinks.ReasonOf(ReasonSlug ?? IndicatorLinks.Slug(CountingReason.Counted));

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        actor.Require(Permission.ExportPeople);
        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        if (!ModelState.IsValid || Reason is null)
            return BadRequest();
        if (DayIsInTheFuture.Of(Scope.AsOf, clock) is { } early)
        {
            Problems[FormSending.WholeForm] = RefusalText.Of(early);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Reason is not { } reason)
            return BadRequest();

        Scope = await Asked.ToScopeAsync(mediator, clock, cancellationToken);
        var request = new ExportPeople(
            Scope.LocalityCode, Scope.AsOf, IndicatorDefinition.Participation, Scope.OrganizationCode, reason, WithMaskedNumber, Purpose ?? "", Recipient ?? "");
        if (await mediator.TrySendAsync(request, Problems, FieldOf, cancellationToken) is { } exported)
            return File(exported.Content, ExportedWorkbook.ContentType, exported.FileName);

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static string FieldOf(string property) => property == nameof(ExportPeople.Purpose) ? PurposeKey : RecipientKey;
}
