using MediatR;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Takes what the officer answers on the page of a list, and goes back there.</summary>
public sealed class AnswersModel(IMediator mediator, ImportQueue queue, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Shown once by the page of the list.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>As <see cref="Done"/>, when it could not be done.</summary>
    [TempData]
    public string? Refused { get; set; }

    public async Task<IActionResult> OnPostRepairsAsync([FromForm(Name = "tra-loi")] Dictionary<int, bool> answers, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AnswerRepairs(Id, answers.ToDictionary(answer => (RepairCode)answer.Key, answer => answer.Value)), cancellationToken);
        if (IsRefused(outcome))
            return Redirect(MemberImportLinks.Preview(Id));
        if (outcome.Value.MustBeCheckedAgain)
            queue.Enqueue(new ImportWork(Id, ImportStep.Check, actor));

        Done = "Đã lưu trả lời về các đề nghị sửa.";
        return Redirect(MemberImportLinks.Preview(Id));
    }

    public async Task<IActionResult> OnPostByRuleAsync([FromForm(Name = "quy-tac")] DecisionRule rule, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new DecideRowsByRule(Id, rule), cancellationToken);
        if (!IsRefused(outcome))
            Done = $"Đã quyết định {Vietnamese.Number(outcome.Value)} dòng theo quy tắc.";
        return Redirect(MemberImportLinks.Rows(Id, RowVerdict.Doubtful));
    }

    private bool IsRefused<T>(Outcome<T> outcome)
    {
        Refused = outcome.IsRefused ? RefusalText.Of(outcome.Refusal!) : null;
        return outcome.IsRefused;
    }
}
