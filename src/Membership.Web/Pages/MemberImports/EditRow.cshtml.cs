using System.Globalization;
using MediatR;
using Membership.App.Forms;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>One row of a list in a form: corrected here, it is checked again at once.</summary>
public sealed class EditRowModel(IMediator mediator) : PageModel
{
    public const string ThenKey = "roi";
    public const string ToNext = "tiep";

    private ChangedMeanwhile? _meanwhile;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The row's key.</summary>
    [BindProperty(SupportsGet = true)]
    public int Row { get; set; }

    /// <summary>Texts by column.</summary>
    [FromForm(Name = "o")]
    public Dictionary<int, string?>? Cells { get; set; }

    /// <summary>Shown once, here or by the page of the list.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The cells were saved, and the row cannot be taken all the same.</summary>
    public bool IsStillRejected { get; private set; }

    /// <summary>As <see cref="Done"/>, when the row cannot be corrected any more.</summary>
    [TempData]
    public string? Refused { get; set; }

    public EditableRow Shown { get; private set; } = null!;

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public FormVersion Version => IsStillRejected ? FormVersion.New(Shown.Opened) : FormVersion.Of(Request, Shown.Opened, _meanwhile, field => Typed(int.Parse(field, CultureInfo.InvariantCulture)));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(new GetImportRow(Id, Row), cancellationToken);

    /// <param name="then"><see cref="ToNext"/>, or nothing: the officer stays at this row.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = ThenKey)] string? then, CancellationToken cancellationToken)
    {
        var form = FormVersion.Sent(Request);
        var cells = (Cells ?? []).Where(cell => !FormVersion.KeepsTheirs(Request, cell.Key.ToString(CultureInfo.InvariantCulture))).ToDictionary(cell => cell.Key, cell => cell.Value ?? "");
        var edited = await mediator.TrySendAsync(
            new EditImportRow(Id, Row, cells) { Form = form }, Problems, _ => FormSending.WholeForm, cancellationToken, changed => _meanwhile = changed);
        var shown = await ShowAsync(new GetImportRow(Id, Row) { Form = form, Typed = cells }, cancellationToken);
        if (shown is not PageResult)
            return shown;

        IsStillRejected = edited is { Verdict: RowVerdict.Rejected };
        if (edited is null || IsStillRejected)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return shown;
        }

        Done = $"Đã sửa và kiểm tra lại dòng {Shown.Title}: {VerdictText.Name(edited.Verdict).ToLowerInvariant()}.{OthersSentence}";
        return Redirect(MemberImportLinks.EditRow(Id, then == ToNext && Shown.Rejected.Next is { } next ? next : Row));
    }

    /// <summary>What stands in a cell of the form: what was typed and not taken, else what is kept.</summary>
    public string ShownIn(EditableCell cell) => Request.HasFormContentType && !IsStillRejected && !IsOfOthers(cell.Column) ? Typed(cell.Column) ?? cell.Text : cell.Text;

    private string? Typed(int column) => Cells?.GetValueOrDefault(column);

    private bool IsOfOthers(int column) => _meanwhile?.Others.Any(other => other.Field == column.ToString(CultureInfo.InvariantCulture)) == true;

    public string? OthersSentence => Shown.Others.Count == 0
        ? null
        : $" Từ lúc bạn mở biểu mẫu, người khác cũng đã sửa và được giữ nguyên: {MeanwhileText.Others(Shown.Others)}.";

    private async Task<IActionResult> ShowAsync(GetImportRow request, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(request, cancellationToken);
        if (outcome.Refusal is ImportDiscarded discarded)
        {
            Refused = RefusalText.Of(discarded);
            return Redirect(MemberImportLinks.Preview(Id));
        }

        if (outcome.IsRefused)
            return NotFound();

        Shown = outcome.Value;
        return Page();
    }
}
