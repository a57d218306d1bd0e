using FluentValidation;
using MediatR;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Members whom a full list does not name: the officer says of each whether, why and when she left.</summary>
public sealed class MissingModel(IMediator mediator) : PageModel
{
    public const string PeopleKey = "nguoi";
    public const string ReasonKey = "ly-do";
    public const string DayKey = "ngay";
    public const string WhomKey = "cho";

    public const string Chosen = "da-chon";
    public const string All = "tat-ca";
    public const string ChosenStay = "van-sinh-hoat";
    public const string AllStay = "tat-ca-van-sinh-hoat";
    public const string Find = "tim";

    /// <summary>Ticked beside the button that confirms everybody: it is one click for thousands.</summary>
    public const string AgreedKey = "dong-y";

    /// <summary>Part of a name; only ever posted, since a name in an address would stay in histories and logs.</summary>
    public const string SearchKey = "ten";

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = MemberImportLinks.PageKey, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    [FromForm(Name = PeopleKey)]
    public List<long> People { get; set; } = [];

    [FromForm(Name = ReasonKey)]
    public MembershipReason? Reason { get; set; }

    [BindProperty(Name = DayKey)]
    public DateOnly? LeftOn { get; set; }

    [FromForm(Name = AgreedKey)]
    public bool IsAgreed { get; set; }

    [FromForm(Name = SearchKey)]
    public string? Search { get; set; }

    /// <summary>Shown once, here or by the page of the list.</summary>
    [TempData]
    public string? Refused { get; set; }

    /// <summary>Shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    public Dictionary<string, string> Problems { get; } = [];

    public MissingMembersPage Missing { get; private set; } = null!;

    /// <summary>As typed, also where it is no day.</summary>
    public string? ShownDay => Request.HasFormContentType && Request.Form.TryGetValue(DayKey, out var typed) ? typed : Vietnamese.Date(Missing.Import.AsOf);

    public bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    /// <summary>Nothing can be decided any more once the import was taken back.</summary>
    public bool CanDecide => Missing.Import.State is MemberImportState.Checked or MemberImportState.Committed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / GetMissingMembers.PageSize);
        var outcome = await mediator.Send(new GetMissingMembers(Id, PageNumber, Search), cancellationToken);
        if (outcome.IsRefused && outcome.Refusal is ImportNotFound)
            return NotFound();
        if (outcome.IsRefused)
        {
            Refused = RefusalText.Of(outcome.Refusal!);
            return Redirect(MemberImportLinks.Preview(Id));
        }

        Missing = outcome.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = WhomKey)] string? whom, CancellationToken cancellationToken)
    {
        if (whom == Find)
        {
            PageNumber = 1;
            return await OnGetAsync(cancellationToken);
        }

        AddProblems(whom);
        if (Problems.Count == 0 && await DecideAsync(whom, cancellationToken) is { } decided)
        {
            Done = Stays(whom)
                ? $"{Vietnamese.Number(decided)} người vẫn sinh hoạt."
                : $"Đã xác nhận {Vietnamese.Number(decided)} người thôi sinh hoạt; việc này được ghi vào sổ cùng danh sách.";
            return Redirect(MemberImportLinks.Missing(Id, PageNumber));
        }

        var shown = await OnGetAsync(cancellationToken);
        if (shown is PageResult)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return shown;
    }

    private static bool Stays(string? whom) => whom is ChosenStay or AllStay;

    private static bool IsOfAll(string? whom) => whom is All or AllStay;

    private void AddProblems(string? whom)
    {
        if (!IsOfAll(whom) && People.Count == 0)
            Problems[PeopleKey] = "Chưa chọn người nào. Hãy đánh dấu những người cần ghi nhận.";
        if (Stays(whom))
            return;

        if (Reason is null)
            Problems[ReasonKey] = "Chưa chọn lý do thôi sinh hoạt. Hãy chọn lý do trong danh sách.";
        if (LeftOn is null)
            Problems[DayKey] = "Ngày thôi sinh hoạt còn trống hoặc chưa đúng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 31/12/2025.";
        if (whom == All && !IsAgreed)
            Problems[AgreedKey] = "Chưa đồng ý xác nhận tất cả. Hãy đánh dấu vào ô đồng ý bên cạnh nút.";
    }

    /// <summary>How many; null when refused.</summary>
    private async Task<int?> DecideAsync(string? whom, CancellationToken cancellationToken)
    {
        var stay = Stays(whom);
        try
        {
            var outcome = await mediator.Send(
                new DecideMissingMembers(Id, IsOfAll(whom) ? null : People, stay ? null : Reason, stay ? null : LeftOn), cancellationToken);
            if (!outcome.IsRefused)
                return outcome.Value;

            Problems[outcome.Refusal is LeftAfterTheList or LeftBeforeJoining ? DayKey : FormSending.WholeForm] = RefusalText.Of(outcome.Refusal!);
        }
        catch (ValidationException refused)
        {
            foreach (var failure in refused.Errors)
                Problems[failure.PropertyName == nameof(DecideMissingMembers.Reason) ? ReasonKey : DayKey] = failure.ErrorMessage;
        }

        return null;
    }
}
