using MediatR;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Approvals;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Membership.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.MemberImports;

public sealed class PreviewModel(IMediator mediator, ImportQueue queue, DecisionForms decisions, AnswerForms answers, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(Name = MemberImportLinks.VerdictKey, SupportsGet = true)]
    public string? VerdictSlug { get; set; }

    [BindProperty(Name = MemberImportLinks.FindingKey, SupportsGet = true)]
    public string? FindingSlug { get; set; }

    [BindProperty(Name = MemberImportLinks.PageKey, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>Key of a row to show, whatever page it is on.</summary>
    [BindProperty(Name = MemberImportLinks.RowKey, SupportsGet = true)]
    public int? RowKey { get; set; }

    public ImportPreview Preview { get; private set; } = null!;

    /// <summary>Null while the list is not read, or is being worked on.</summary>
    public ImportFindings? Findings { get; private set; }

    /// <summary>Proposed repairs that wait for an answer.</summary>
    public IReadOnlyList<RepairProposal> OpenRepairs => [.. (Findings?.Repairs ?? []).Where(repair => repair.Answer is null)];

    public ListQuestions Questions => Findings?.Questions ?? new ListQuestions([], [], null);

    /// <summary>Names of branches that are nearly those of known ones, answered or not.</summary>
    public IReadOnlyList<NamedBranch> NearBranches => [.. Questions.Branches.Where(branch => branch.Reading.Nearest is not null)];

    /// <summary>How many answers the list still needs.</summary>
    public int OpenQuestions =>
        OpenRepairs.Count + Questions.Facts.Count(fact => fact.Answer is null) + Questions.Branches.Count(branch => branch.Reading.IsAsked)
        + (Questions.Coverage is { Answer: ListCoverage.NotAnswered } ? 1 : 0) + (Import is { EmptyCellRows: > 0, Choices.EmptyCells: EmptyCells.NotAnswered } ? 1 : 0);

    /// <summary>Of the example of a change in known people.</summary>
    public FoundChange? ChangeOf(FindingKind kind, KnownFact fact) => (Findings?.Changes ?? []).FirstOrDefault(change => change.Kind == kind && change.Fact == fact);

    /// <summary>Members whom a full list does not name and who are to leave with the next commit, or have left with it.</summary>
    public int Leaving => Findings?.MembersLeaving ?? 0;

    /// <summary>Null unless the list is being read or written right now.</summary>
    public ImportProgress? Progress { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Why the last page could not do something, shown once.</summary>
    [TempData]
    public string? Refused { get; set; }

    /// <summary>What the last page did, shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Key of the row beside which <see cref="Done"/> is said; null: above all.</summary>
    [TempData]
    public int? DoneAt { get; set; }

    /// <summary>What is said above all, because it is of no row of this page.</summary>
    public string? DoneAbove => Preview.Rows.Any(row => row.Row.RowNumber == DoneAt) ? null : Done;

    /// <summary>How many rows that wait each rule would decide; empty where the rules are not shown.</summary>
    public IReadOnlyDictionary<DecisionRule, int> RowsByRule { get; private set; } = new Dictionary<DecisionRule, int>();

    /// <summary>Null while the list is not read.</summary>
    public ImportApproval? Approval { get; private set; }

    /// <summary>An earlier import of the very same bytes; null when there is none, or when it does not matter any more.</summary>
    public MemberImport? SameFile { get; private set; }

    /// <summary>Somebody else still has to agree before the list can be written.</summary>
    public bool WaitsForSecondPerson => Approval is { IsNeeded: true, Latest.State: not ApprovalState.Granted } && Import.State == MemberImportState.Checked;

    public MemberImport Import => Preview.Import;

    public RowFilter Filter => new(MemberImportLinks.VerdictOf(VerdictSlug), MemberImportLinks.FindingOf(FindingSlug));

    /// <summary>The main button would write something.</summary>
    public bool HasSomethingToWrite => Preview.DecidedNotTaken > 0 || (Import.State == MemberImportState.Checked && Import.NewRows + Import.ChangedRows + Leaving > 0);

    /// <summary>Rows were rejected for values that can be explained once for all of them.</summary>
    public bool HasUnknownValues => Import.State == MemberImportState.Checked && (Findings?.Problems ?? []).Any(problem => problem.Code == RowProblemCode.SexUnreadable);

    public string CommitLabel => CommitText.Of(Import, Preview.DecidedNotTaken, Leaving, OpenRepairs.Count > 0);

    /// <summary>The commune's figure on the day of the list.</summary>
    public string DashboardLink => IndicatorLinks.Dashboard(new FigureScope(Preview.LocalityCode, Import.AsOf, null));

    public int Pages => Pager.PagesOf(Preview.RowsInFilter, GetImportPreview.PageSize);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Asked for first, so that who may not do it is told here and not by a silent queue.</summary>
    public async Task<IActionResult> OnPostCheckAgainAsync(CancellationToken cancellationToken)
    {
        var approval = await mediator.Send(new GetImportApproval(Id), cancellationToken);
        if (approval.IsRefused && approval.Refusal is ImportNotFound)
            return NotFound();
        if (queue.ProgressOf(Id) is null)
            queue.Enqueue(new ImportWork(Id, ImportStep.Check, actor));
        return Redirect(MemberImportLinks.Preview(Id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new DiscardMemberImport(Id), cancellationToken);
        if (!outcome.IsRefused)
        {
            Done = $"Đã bỏ đợt nhập số {Id}.";
            return Redirect(MemberImportLinks.Index);
        }

        Problem = RefusalText.Of(outcome.Refusal!);
        return await ShowAsync(cancellationToken);
    }

    /// <param name="next">Key of the row to go on with; null when the page has none that waits.</param>
    public async Task<IActionResult> OnPostDecideAsync(int row, RowDecision decision, long? person, int? next, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new DecideImportRow(Id, row, decision, person) { Form = FormVersion.Sent(Request) }, cancellationToken);
        if (!outcome.IsRefused)
        {
            (Done, DoneAt) = (VerdictText.Decided(decision, row), decision == RowDecision.None ? row : next ?? row);
            return Redirect(MemberImportLinks.Rows(Id, Filter, PageNumber, DoneAt));
        }

        Problem = RefusalText.Of(outcome.Refusal!);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Key of the next row of this page that waits for a decision.</summary>
    public int? NextUndecided(int rowKey) => Preview.Rows
        .Where(row => row is { IsTaken: false, Row: { Verdict: RowVerdict.Doubtful, Decision: RowDecision.None } } && row.Row.RowNumber > rowKey)
        .Select(row => (int?)row.Row.RowNumber).FirstOrDefault();

    /// <summary>For the form in which a row is decided.</summary>
    public string OpenedFor(StagedRow row) => decisions.Open(Id, row);

    /// <summary>For the form of the questions.</summary>
    public FormVersion Version => Typed("row") is null
        ? FormVersion.Of(Request, answers.Open(Id, Import.Choices))
        : FormVersion.New(answers.Open(Id, Import.Choices));

    /// <summary>What was chosen in a form that comes back; null: as it was answered.</summary>
    public string? Typed(string key) => Request.HasFormContentType && Request.Form.TryGetValue(key, out var typed) ? typed.ToString() : null;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Progress = queue.ProgressOf(Id);
        var outcome = await mediator.Send(new GetImportPreview(Id, Filter, Math.Max(1, PageNumber), WithRows: Progress is null, RowKey), cancellationToken);
        if (outcome.IsRefused)
            return NotFound();

        Preview = outcome.Value;
        PageNumber = Preview.Page;
        if (Progress is null)
            await AddWhatWasFoundAsync(cancellationToken);
        else
            // The page that comes after this one is there to be read.
            TempData.Keep();
        if (Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task AddWhatWasFoundAsync(CancellationToken cancellationToken)
    {
        var findings = await mediator.Send(new GetImportFindings(Id), cancellationToken);
        Findings = findings.IsRefused ? null : findings.Value;
        if (Filter.Verdict == RowVerdict.Doubtful && Preview.Undecided > 0)
            RowsByRule = (await mediator.Send(new CountRowsByRule(Id), cancellationToken)).Value;
        var approval = await mediator.Send(new GetImportApproval(Id), cancellationToken);
        Approval = approval.IsRefused ? null : approval.Value;
        if (Import.State is MemberImportState.Checked or MemberImportState.Asking)
            SameFile = (await mediator.Send(new FindSameFile(Id), cancellationToken)).Value.Earlier;

        // That a second person is asked is no failure: the page says so beside the button.
        if (queue.TakeRefusal(Id) is { } refusal && !WaitsForSecondPerson)
            Problem ??= RefusalText.Of(refusal);
    }
}
