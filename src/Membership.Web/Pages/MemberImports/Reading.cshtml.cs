using MediatR;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>How a list is to be read: its sheets, headings, columns, letters, and values that were not understood.</summary>
// A column is a field of the form, and a workbook may have many sheets of many columns.
[RequestFormLimits(ValueCountLimit = 40_000)]
public sealed class ReadingModel(IMediator mediator, ImportQueue queue, Actor actor) : PageModel
{
    public const string SheetsKey = "trang-tinh";
    public const string EncodingKey = "bang-ma";
    public const string ValuesKey = "gia-tri";

    // Each of them has all communes to choose from.
    private const int AddressesAtOnce = 100;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [FromForm(Name = SheetsKey)]
    public List<SheetForm> Sheets { get; set; } = [];

    [FromForm(Name = EncodingKey)]
    public LegacyEncoding Encoding { get; set; }

    [FromForm(Name = ValuesKey)]
    public List<ValueForm> Values { get; set; } = [];

    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Refused { get; set; }

    public string? Problem { get; private set; }

    public ImportPreview Preview { get; private set; } = null!;

    public ListLook Look { get; private set; } = null!;

    /// <summary>Null where no address waits for an answer.</summary>
    public PlacesToChoose? Places { get; private set; }

    /// <summary>How many more addresses wait than the page shows.</summary>
    public int MoreAddresses { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } instead)
            return instead;

        // A form that was kept while its sender signed in again stands as she sent it.
        if (Request.HasFormContentType)
        {
            Sheets = SentSheets();
        }
        else
        {
            Sheets = Shown();
            Encoding = Look.Choices.Encoding;
            Values = await KnownValuesAsync(cancellationToken);
        }

        await FindPlacesAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } instead)
            return instead;

        var choices = Chosen();
        Problem = Unanswered(choices);
        if (Problem is null)
        {
            var chosen = await mediator.Send(new ChooseListReading(Id, choices), cancellationToken);
            if (!chosen.IsRefused)
            {
                queue.Enqueue(new ImportWork(Id, ImportStep.Check, actor));
                return Redirect(MemberImportLinks.Preview(Id));
            }

            Problem = RefusalText.Of(chosen.Refusal!);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        Sheets = SentSheets();
        await FindPlacesAsync(cancellationToken);
        return Page();
    }

    /// <summary>Null when there is something to choose.</summary>
    private async Task<IActionResult?> LookAsync(CancellationToken cancellationToken)
    {
        var preview = await mediator.Send(new GetImportPreview(Id, WithRows: false), cancellationToken);
        if (preview.IsRefused)
            return NotFound();

        Preview = preview.Value;
        var look = await mediator.Send(new GetListQuestion(Id), cancellationToken);
        if (look.IsRefused)
        {
            Refused = RefusalText.Of(look.Refusal!);
            return Redirect(MemberImportLinks.Preview(Id));
        }

        Look = look.Value;
        return null;
    }

    private List<SheetForm> Shown()
    {
        var tables = Look.Choices.Tables;
        var asked = Preview.Import.SheetAsked;
        var readable = Look.Sheets.Any(sheet => sheet is { IsHidden: false, Problem: null });
        return [.. Look.Sheets.Select(sheet => SheetForm.Of(sheet, IsRead(sheet)))];

        bool IsRead(SheetLook sheet) => tables.Count > 0
            ? tables.Any(table => table.Sheet == sheet.Name)
            : asked is not null ? sheet.Name == asked : !sheet.IsHidden && (sheet.Problem is null || !readable);
    }

    private List<SheetForm> SentSheets() => [.. Shown().Select(shown => Sheets.Find(sheet => sheet.Sheet == shown.Sheet) ?? shown)];

    /// <summary>As before where nothing was changed: then the list is read as it would be without the officer's hand.</summary>
    private ListChoices Chosen()
    {
        var shown = Shown().ToDictionary(sheet => sheet.Sheet);
        var sent = Sheets.Where(sheet => shown.ContainsKey(sheet.Sheet)).ToList();
        var asksForColumns = Look.Question is not (null or nameof(WhichSheets) or nameof(EncodingUnclear));
        var isChanged = Look.Question is not (null or nameof(EncodingUnclear)) || sent.Exists(sheet => IsChanged(sheet, shown[sheet.Sheet]));
        var wasByHand = Look.Choices.Tables.Any(table => table.Columns.Count > 0);
        return Look.Choices with
        {
            Encoding = Encoding,
            Tables = isChanged
                ? [.. sent.Where(sheet => sheet.IsRead).Select(sheet => sheet.Chosen(shown[sheet.Sheet], asksForColumns || wasByHand))]
                : Look.Choices.Tables,
            Values = With(Look.Choices.Values, value => value.Meaning == ValueForm.Nothing ? "" : value.Meaning!),
            WrittenValues = With(Look.Choices.WrittenValues ?? new Dictionary<string, string>(), value => value.Text),
        };
    }

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> before, Func<ValueForm, string> textOf)
    {
        var all = new Dictionary<string, string>(before);
        foreach (var value in Values.Where(value => value.Meaning is not null))
            all[value.Key] = textOf(value);
        return all;
    }

    /// <summary>What is still to be said before the list can be read; null when there is nothing.</summary>
    private string? Unanswered(ListChoices choices)
    {
        if (Sheets.Count > 0 && !Sheets.Exists(sheet => sheet.IsRead))
            return "Chưa chọn trang tính nào. Hãy đánh dấu ít nhất một trang cần đọc.";

        var shown = Shown().ToDictionary(sheet => sheet.Sheet, sheet => sheet.IsRead);
        var saysNothing = Sheets.TrueForAll(sheet => sheet.IsRead == shown.GetValueOrDefault(sheet.Sheet)) && choices.Tables.All(table => table is { HeaderRow: 0, Columns.Count: 0 })
            && Encoding == Look.Choices.Encoding && Values.TrueForAll(value => value.Meaning is null);
        return saysNothing && Look.Question is not (null or nameof(WhichSheets)) ? $"Bạn chưa trả lời gì. {Look.Sentence}" : null;
    }

    private static bool IsChanged(SheetForm sheet, SheetForm shown) =>
        sheet.IsRead != shown.IsRead || (sheet.IsRead && (sheet.HasOtherColumnsThan(shown) || sheet.HasOtherHeadingThan(shown)));

    private async Task<List<ValueForm>> KnownValuesAsync(CancellationToken cancellationToken)
    {
        var unknown = await mediator.Send(new GetUnknownValues(Id), cancellationToken);
        var open = unknown.IsRefused ? [] : unknown.Value.Select(value => new ValueForm { Key = value.Key, Text = ShownCell.Of(value.Text), Field = value.Field, Rows = value.Rows });
        var answered = ValueForm.Answered(Look.Choices);
        ValueForm[] all = [.. open, .. answered.Where(value => open.All(one => one.Key != value.Key))];
        var beyond = all.Where(value => value.Field == MemberField.Address).Skip(AddressesAtOnce).ToHashSet();
        MoreAddresses = beyond.Count(value => value.Meaning is null);
        return [.. all.Except(beyond)];
    }

    private async Task FindPlacesAsync(CancellationToken cancellationToken)
    {
        var written = Values.Where(value => value.Field == MemberField.Address).Select(value => value.Text).ToArray();
        if (written.Length > 0)
            Places = (await mediator.Send(new GetPlacesToChoose(Id, written), cancellationToken)).Value;
    }
}
