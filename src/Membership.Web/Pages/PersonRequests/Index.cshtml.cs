using MediatR;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.PersonRequests;
using Membership.Domain.Localities;
using Membership.Domain.PersonRequests;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.PersonRequests;

/// <summary>The request log and the form that adds to it.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public const string LocalityKey = "don-vi";
    public const string OrganizationKey = "to-chuc";
    public const string KindKey = "loai";
    public const string ReceivedKey = "ngay-nhan";
    public const string ContentKey = "yeu-cau";

    [BindProperty(SupportsGet = true, Name = PersonRequestLinks.PersonKey)]
    public long? PersonId { get; set; }

    [FromForm(Name = LocalityKey)]
    public string? LocalityCode { get; set; }

    [FromForm(Name = OrganizationKey)]
    public string? OrganizationCode { get; set; }

    [FromForm(Name = KindKey)]
    public PersonRequestKind? Kind { get; set; }

    [BindProperty(Name = ReceivedKey)]
    public DateOnly? ReceivedOn { get; set; }

    [FromForm(Name = ContentKey)]
    public string? Asked { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<PersonRequestRow> Rows { get; private set; } = [];

    public IReadOnlyList<LocalityOption> Communes { get; private set; } = [];

    public IReadOnlyList<OrganizationOption> Organizations { get; private set; } = [];

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>As typed, also where it is no day; today on a form that was not sent.</summary>
    public string? ShownDay => Request.HasFormContentType ? TypedDay.Of(Request, ReceivedKey) : Vietnamese.Date(Today);

    public DateOnly Today => Vietnamese.Today(clock);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReadForm() is { } request && await mediator.TrySendAsync(request, Problems, FieldOf, cancellationToken) is { } recorded)
        {
            Done = $"Đã ghi yêu cầu số {recorded.Id}. Xác nhận với người đó chậm nhất ngày {Vietnamese.Date(recorded.AcknowledgeBy)}, giải quyết chậm nhất ngày {Vietnamese.Date(recorded.AnswerBy)}.";
            return Redirect(PersonRequestLinks.Index);
        }

        await LoadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Rows = await mediator.Send(new ListPersonRequests(), cancellationToken);
        Communes = (await mediator.Send(new ListLocalities(Today), cancellationToken)).Where(option => option.Kind.IsCommuneLevel()).ToList();
        Organizations = await mediator.Send(new ListOrganizations(), cancellationToken);
    }

    private RecordPersonRequest? ReadForm()
    {
        if (ModelState.TryGetValue(PersonRequestLinks.PersonKey, out var person) && person.Errors.Count > 0)
            Problems[PersonRequestLinks.PersonKey] = "Mã số của người đó phải là một số, ví dụ 12; để trống nếu không có trong sổ.";
        if (string.IsNullOrWhiteSpace(LocalityCode))
            Problems[LocalityKey] = "Hãy chọn nơi nhận yêu cầu.";
        if (ReceivedOn is null)
            Problems[ReceivedKey] = "Hãy ghi ngày nhận dạng ngày/tháng/năm, ví dụ 31/12/2025.";
        return Problems.Count > 0
            ? null
            : new RecordPersonRequest(PersonId, LocalityCode!, string.IsNullOrWhiteSpace(OrganizationCode) ? null : OrganizationCode, Kind.GetValueOrDefault(), ReceivedOn!.Value, Asked ?? "");
    }

    private static string FieldOf(string property) => property switch
    {
        nameof(RecordPersonRequest.Kind) => KindKey,
        nameof(RecordPersonRequest.ReceivedOn) => ReceivedKey,
        _ => ContentKey,
    };
}
