using MediatR;
using Membership.App.Forms;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Which branch a name of the list means.</summary>
public sealed class BranchForm
{
    /// <summary>As the rows have it.</summary>
    public string Written { get; set; } = "";

    /// <summary>The name of the branch; the written one for a new branch; null while not answered.</summary>
    public string? Meaning { get; set; }
}

/// <summary>Takes what the officer answers on the page of a list, and goes back there.</summary>
public sealed class AnswersModel(IMediator mediator, ImportQueue queue, Actor actor) : PageModel
{
    public const string RepairsKey = "tra-loi";
    public const string EmptyCellsKey = "o-trong";
    public const string RowsKey = "cach-ghi";
    public const string KnownKey = "da-co";
    public const string AllKnownKey = "da-co-tat-ca";
    public const string BranchesKey = "chi-hoi";
    public const string CoverageKey = "pham-vi";

    /// <summary>Value of <see cref="RowsKey"/>: nothing is written unless every row can be.</summary>
    public const string AllOrNothing = "tat-ca";

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [FromForm(Name = RepairsKey)]
    public Dictionary<int, bool> Repairs { get; set; } = [];

    [FromForm(Name = EmptyCellsKey)]
    public EmptyCells EmptyCells { get; set; }

    [FromForm(Name = KnownKey)]
    public Dictionary<KnownFact, KnownAnswer> Known { get; set; } = [];

    /// <summary>One answer for all that is asked about known people.</summary>
    [FromForm(Name = AllKnownKey)]
    public KnownAnswer? AllKnown { get; set; }

    [FromForm(Name = BranchesKey)]
    public List<BranchForm> Branches { get; set; } = [];

    [FromForm(Name = CoverageKey)]
    public ListCoverage Coverage { get; set; }

    private ListAnswers Questions => new(
        AllKnown is { } all ? ListAnswers.ForAll(all).KnownPeople : Known,
        Branches.Where(branch => branch.Meaning is { Length: > 0 }).DistinctBy(branch => branch.Written).ToDictionary(branch => branch.Written, branch => branch.Meaning!),
        Coverage);

    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>As <see cref="Done"/>, when it could not be done.</summary>
    [TempData]
    public string? Refused { get; set; }

    /// <summary>Who signed in again is led back to the address of the answer that was lost.</summary>
    public IActionResult OnGet() => Redirect(MemberImportLinks.Preview(Id));

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is { } saved)
            Done = saved.MustBeCheckedAgain ? "Đã lưu trả lời và kiểm tra lại danh sách theo trả lời đó." : "Đã lưu trả lời.";
        return Redirect(MemberImportLinks.Preview(Id));
    }

    /// <summary>Answers first: where one of them changes what rows do, nothing is written before the officer has seen that.</summary>
    public async Task<IActionResult> OnPostCommitAsync([FromForm(Name = RowsKey)] string? rows, CancellationToken cancellationToken)
    {
        var approval = await mediator.Send(new GetImportApproval(Id), cancellationToken);
        if (approval.IsRefused && approval.Refusal is ImportNotFound)
            return NotFound();

        var saved = queue.ProgressOf(Id) is null ? await SaveAsync(cancellationToken) : null;
        if (saved is { MustBeCheckedAgain: true })
            Done = "Đã lưu trả lời, chưa ghi gì vào sổ. Danh sách đã được kiểm tra lại theo trả lời đó: hãy xem lại các nhóm dòng rồi ghi.";
        else if (saved is not null)
            queue.Enqueue(new ImportWork(Id, ImportStep.Commit, actor) { OnlyGoodRows = rows != AllOrNothing });
        return Redirect(MemberImportLinks.Preview(Id));
    }

    public async Task<IActionResult> OnPostByRuleAsync([FromForm(Name = "quy-tac")] DecisionRule rule, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new DecideRowsByRule(Id, rule), cancellationToken);
        if (!IsRefused(outcome))
        {
            Done = outcome.Value > 0
                ? $"Đã quyết định {Vietnamese.Number(outcome.Value)} dòng theo quy tắc."
                : $"Chưa dòng nào được quyết định: {DoubtText.WhyNone(rule)}. Hãy chọn quy tắc khác hoặc quyết định từng dòng.";
        }

        return Redirect(MemberImportLinks.Rows(Id, RowVerdict.Doubtful));
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new CancelMemberImport(Id), cancellationToken);
        if (!IsRefused(outcome))
            Done = outcome.Value == ImportStep.Check ? "Đã dừng đọc danh sách." : "Đã yêu cầu dừng. Nếu chưa kịp ghi xong thì sổ vẫn như trước.";
        return Redirect(MemberImportLinks.Preview(Id));
    }

    /// <summary>Null when refused.</summary>
    private async Task<RepairsAnswered?> SaveAsync(CancellationToken cancellationToken)
    {
        var questions = Questions;
        if (Repairs.Count == 0 && EmptyCells == EmptyCells.NotAnswered && questions is { KnownPeople.Count: 0, Branches.Count: 0, Coverage: ListCoverage.NotAnswered })
            return new RepairsAnswered(false);

        var outcome = await mediator.Send(
            new AnswerRepairs(Id, Repairs.ToDictionary(answer => (RepairCode)answer.Key, answer => answer.Value), EmptyCells, questions) { Form = FormVersion.Sent(Request) },
            cancellationToken);
        if (IsRefused(outcome))
            return null;

        if (outcome.Value.MustBeCheckedAgain)
            queue.Enqueue(new ImportWork(Id, ImportStep.Check, actor));
        if (outcome.Value.Overtaken.Count == 0)
            return outcome.Value;

        Refused = $"Từ lúc bạn mở trang này, {string.Join("; ", outcome.Value.Overtaken.Select(MeanwhileText.Of))}, khác với trả lời của bạn. Các trả lời khác của bạn đã được lưu, các câu này thì chưa và chưa ghi gì vào sổ. Hãy xem lại rồi trả lời lại.";
        return null;
    }

    private bool IsRefused<T>(Outcome<T> outcome)
    {
        Refused = outcome.IsRefused ? RefusalText.Of(outcome.Refusal!) : null;
        return outcome.IsRefused;
    }
}
