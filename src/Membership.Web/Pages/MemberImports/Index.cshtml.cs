using MediatR;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Membership.Web.Display;
using Membership.Web.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

// Larger than the limit of a list, so that an oversized one gets the sentence that says so.
[ReceivesFile(RequestBytes)]
public sealed class IndexModel(IMediator mediator, ImportQueue queue, Actor actor, WorkbookLimits limits, TimeProvider clock) : PageModel
{
    /// <summary>Without scripts: the form is sent to see the communes of another day. Posted, so that nothing of it stands in an address.</summary>
    public const string LookKey = "xem-xa-phuong";

    private const long RequestBytes = 250L * 1024 * 1024;

    [BindProperty(Name = "tep")]
    public IFormFile? List { get; set; }

    [BindProperty(Name = "to-chuc")]
    public string? OrganizationCode { get; set; }

    [BindProperty(Name = "don-vi", SupportsGet = true)]
    public string? LocalityCode { get; set; }

    [BindProperty(Name = "ngay", SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    [BindProperty(Name = "kieu")]
    public ListMode Mode { get; set; }

    /// <summary>The import whose organization, place and day are filled in.</summary>
    [BindProperty(Name = MemberImportLinks.ContinuesKey, SupportsGet = true)]
    public long? Continues { get; set; }

    [BindProperty(Name = "trang-tinh")]
    public string? Sheet { get; set; }

    [BindProperty(Name = MemberImportLinks.PageKey, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>What the last page did, shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What is wrong with the form, by the id of the field.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Problems { get; private set; } = [];

    public IReadOnlyList<LocalityOption> Communes { get; private set; } = [];

    public IReadOnlyList<OrganizationOption> Organizations { get; private set; } = [];

    public MemberImportList History { get; private set; } = null!;

    public long LimitMegabytes => limits.FileBytes >> 20;

    public DateOnly ShownAsOf => AsOf ?? Vietnamese.Today(clock);

    /// <summary>As typed, also where it is no day.</summary>
    public string? ShownDay => Request.HasFormContentType ? Request.Form["ngay"] : TypedDay.Of(Request, "ngay") ?? Vietnamese.Date(ShownAsOf);

    public string? ProblemOf(string field) => Problems.Where(problem => problem.Field == field).Select(problem => problem.Sentence).FirstOrDefault();

    /// <summary>Null when nothing was chosen: a list that continues another one is then read as that one was.</summary>
    private ListChoices? Asked => Mode == ListMode.Update ? null : new ListChoices { Mode = Mode };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Continues is { } id)
        {
            var continued = await mediator.Send(new GetImportPreview(id, WithRows: false), cancellationToken);
            if (continued.IsRefused)
                return NotFound();

            var (import, organizations) = (continued.Value.Import, await mediator.Send(new App.Organizations.ListOrganizations(Permission.ImportLists), cancellationToken));
            (AsOf, LocalityCode, Mode) = (import.AsOf, continued.Value.LocalityCode, import.Choices.Mode);
            OrganizationCode = organizations.FirstOrDefault(organization => organization.Id == import.OrganizationId)?.Code;
        }

        if (TypedDay.ProblemOf(ModelState, "ngay") is not null)
            Problems = DayProblem();
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = LookKey)] bool isLooking, CancellationToken cancellationToken)
    {
        Problems = isLooking ? DayProblem() : [.. Missing(), .. DayProblem()];
        if (isLooking || Problems.Count > 0)
            return await ShowAsync(cancellationToken);

        await using var content = List!.OpenReadStream();
        var received = await mediator.Send(
            new ReceiveMemberList(content, List.FileName, OrganizationCode!, LocalityCode!, AsOf!.Value, Sheet, Asked), cancellationToken);
        if (received.IsRefused)
        {
            Problems = [(FieldOf(received.Refusal!), RefusalText.Of(received.Refusal!))];
            return await ShowAsync(cancellationToken);
        }

        queue.Enqueue(new ImportWork(received.Value, ImportStep.Check, actor));
        return Redirect(MemberImportLinks.Preview(received.Value));
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        LocalityNotFound or LocalityIsNotACommune => "don-vi",
        ListIsOfTheFuture => "ngay",
        _ => "tep",
    };

    private List<(string, string)> Missing()
    {
        var problems = new List<(string, string)>();
        if (List is null)
            problems.Add(("tep", "Chưa chọn tệp. Hãy chọn tệp danh sách .xlsx, .xls hoặc .csv."));
        if (string.IsNullOrEmpty(OrganizationCode))
            problems.Add(("to-chuc", "Chưa chọn tổ chức. Hãy chọn tổ chức của danh sách."));
        if (string.IsNullOrEmpty(LocalityCode))
            problems.Add(("don-vi", "Chưa chọn xã, phường. Hãy chọn nơi lập danh sách."));
        return problems;
    }

    private (string, string)[] DayProblem() => AsOf switch
    {
        null => [("ngay", "Ngày của danh sách còn trống hoặc chưa đúng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 31/12/2025.")],
        { } day when day > Vietnamese.Today(clock) => [("ngay", RefusalText.Of(new ListIsOfTheFuture(day, Vietnamese.Today(clock))))],
        _ => [],
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var localities = await mediator.Send(new ListLocalities(ShownAsOf, Permission.ImportLists), cancellationToken);
        Communes = [.. localities.Where(locality => locality.Kind.IsCommuneLevel())];
        Organizations = await mediator.Send(new App.Organizations.ListOrganizations(Permission.ImportLists), cancellationToken);
        History = await mediator.Send(new ListMemberImports(Math.Max(1, PageNumber)), cancellationToken);
        if (Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
