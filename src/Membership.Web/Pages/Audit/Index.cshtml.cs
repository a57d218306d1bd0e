using System.Globalization;
using MediatR;
using Membership.App.Audit;
using Membership.App.Statistics;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Audit;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = AuditLinks.UserKey)]
    public string? UserName { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.KindKey)]
    public AuditKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.FromKey)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.ToKey)]
    public DateOnly? To { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty(SupportsGet = true, Name = AuditLinks.PersonKey)]
    public string? Person { get; set; }

    [FromQuery(Name = AuditLinks.PageKey)]
    public int? PageAsked { get; set; }

    /// <summary>Null when <see cref="Problems"/> say why.</summary>
    public AuditPage? Entries { get; private set; }

    /// <summary>Set when it was asked for.</summary>
    public AuditVerification? Verification { get; private set; }

    /// <summary>Sentences by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public AuditFilter Filter { get; private set; } = new();

    public string? Shown(string key) => Request.HasFormContentType ? Request.Form[key] : Request.Query[key];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        Verification = await mediator.Send(new VerifyAudit(), cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!ReadFilter())
            return await ShowAsync(cancellationToken);

        var outcome = await mediator.Send(new ExportAudit(Filter), cancellationToken);
        if (!outcome.IsRefused)
            return File(outcome.Value.Content, ExportedWorkbook.ContentType, outcome.Value.FileName);

        Refuse(outcome.Refusal!);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (ReadFilter())
        {
            var outcome = await mediator.Send(new SearchAudit(Filter, PageAsked ?? 1), cancellationToken);
            if (outcome.IsRefused)
                Refuse(outcome.Refusal!);
            else
                Entries = outcome.Value;
        }

        if (Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private bool ReadFilter()
    {
        foreach (var key in new[] { AuditLinks.FromKey, AuditLinks.ToKey })
        {
            if (ModelState.TryGetValue(key, out var day) && day.Errors is [var error, ..])
                Problems[key] = error.ErrorMessage;
        }

        long? person = null;
        if (!string.IsNullOrWhiteSpace(Person))
        {
            if (long.TryParse(Person.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                person = id;
            else
                Problems[AuditLinks.PersonKey] = "Mã số người chỉ gồm chữ số. Mã số ở trong địa chỉ trang của người đó.";
        }

        Filter = new AuditFilter(string.IsNullOrWhiteSpace(UserName) ? null : UserName.Trim(), Kind, From, To, person);
        return Problems.Count == 0;
    }

    private void Refuse(Refusal refusal) => Problems[AuditLinks.FromKey] = RefusalText.Of(refusal);
}
