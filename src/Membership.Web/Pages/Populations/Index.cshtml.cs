using FluentValidation;
using MediatR;
using Membership.App.Forms;
using Membership.App.Populations;
using Membership.App.Texts;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Populations;

public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    private bool _beginsAnew;

    [BindProperty(SupportsGet = true, Name = IndicatorLinks.LocalityKey)]
    public string? LocalityCode { get; set; }

    [BindProperty(Name = IndicatorLinks.AsOfKey)]
    public DateOnly? AsOf { get; set; }

    /// <summary>As typed: officers write 12.345.</summary>
    [BindProperty(Name = "so-dan")]
    public string? Value { get; set; }

    [BindProperty(Name = "nguon")]
    public string? Source { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public PopulationFigures Figures { get; private set; } = null!;

    /// <summary>As typed, also where it is no day.</summary>
    public string? ShownDay => TypedDay.Of(Request, IndicatorLinks.AsOfKey);

    public DateOnly Today => Vietnamese.Today(clock);

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public FormVersion Version => _beginsAnew ? FormVersion.New(Figures.Opened) : FormVersion.Of(Request, Figures.Opened);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReadForm() is { } request && await TryRecordAsync(request, cancellationToken))
            return Redirect(PopulationLinks.Index);

        await LoadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Figures = await mediator.Send(new ListPopulationFigures(Today), cancellationToken);

    private RecordPopulationFigure? ReadForm()
    {
        var value = Vietnamese.ReadNumber(Value);
        if (string.IsNullOrWhiteSpace(LocalityCode))
            Problems["xa-phuong"] = "Hãy chọn xã, phường.";
        if (AsOf is null)
            Problems["ngay-so-lieu"] = TypedDay.ProblemOf(ModelState, IndicatorLinks.AsOfKey) ?? "Hãy chọn ngày của số liệu.";
        if (value is null)
            Problems["so-dan"] = ProblemOf(Value);
        if (string.IsNullOrWhiteSpace(Source))
            Problems["nguon"] = "Hãy ghi nguồn: cơ quan nào cung cấp, văn bản nào.";
        return Problems.Count > 0 ? null : new RecordPopulationFigure(LocalityCode!, AsOf!.Value, value!.Value, Source!) { Form = FormVersion.Sent(Request) };
    }

    private static string ProblemOf(string? typed) => string.IsNullOrWhiteSpace(typed)
        ? "Hãy nhập số dân bằng chữ số, ví dụ 12.345."
        : $"Chưa rõ “{typed.Trim()}” là bao nhiêu người. Hãy viết liền các chữ số (12345) hoặc chia nhóm ba chữ số (12.345).";

    private async Task<bool> TryRecordAsync(RecordPopulationFigure request, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(request, cancellationToken);
            _beginsAnew = outcome.Refusal is ChangedMeanwhile;
            if (_beginsAnew)
                Problems["so-dan"] = RefusalText.Of(outcome.Refusal!);
            else if (outcome.IsRefused)
                Problems["xa-phuong"] = RefusalText.Of(outcome.Refusal!);
            else
                Done = Sentence(outcome.Value);
            return !outcome.IsRefused;
        }
        catch (ValidationException refused)
        {
            foreach (var failure in refused.Errors)
                Problems[FieldOf(failure.PropertyName)] = failure.ErrorMessage;
            return false;
        }
    }

    private static string Sentence(RecordedPopulation recorded) => recorded.WasNew
        ? $"Đã ghi: {recorded.Locality.Name} có {Vietnamese.Number(recorded.Figure.Value)} người trong độ tuổi, tính đến {Vietnamese.Date(recorded.Figure.AsOf)}."
        : $"{recorded.Locality.Name} đã có đúng số liệu này từ trước, không ghi thêm.";

    private static string FieldOf(string property) => property switch
    {
        nameof(RecordPopulationFigure.Value) => "so-dan",
        nameof(RecordPopulationFigure.Source) => "nguon",
        nameof(RecordPopulationFigure.AsOf) => "ngay-so-lieu",
        _ => "xa-phuong",
    };
}
