using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>The officer agrees or not to what is proposed to be put right. Earlier answers to other proposals stand.</summary>
/// <param name="EmptyCells">Answered together with them; not answered: as before.</param>
/// <param name="Questions">Likewise; these alone may be answered after a commit too, for rows that are still to be written.</param>
[Requires(Permission.ImportLists)]
public sealed record AnswerRepairs(
    long ImportId, IReadOnlyDictionary<RepairCode, bool> Answers, EmptyCells EmptyCells = EmptyCells.NotAnswered, ListAnswers? Questions = null)
    : IRequest<Outcome<RepairsAnswered>>, IConcernsImport
{
    /// <summary>The form they come from; null: they hold, whatever was answered before.</summary>
    public SentForm? Form { get; init; }
}

/// <param name="MustBeCheckedAgain">Something is refused that was not, or no more: the import waits to be read again.</param>
public sealed record RepairsAnswered(bool MustBeCheckedAgain)
{
    /// <summary>Questions that somebody else answered otherwise since the form was opened: her answers hold, the others were taken.</summary>
    public IReadOnlyList<MeanwhileField> Overtaken { get; init; } = [];
}

internal sealed class AnswerRepairsHandler(MembershipDb db, ImportFiles files, AnswerForms forms, AuditTrail trail) : IRequestHandler<AnswerRepairs, Outcome<RepairsAnswered>>
{
    public async Task<Outcome<RepairsAnswered>> Handle(AnswerRepairs request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (!MayAnswer(import, request))
            return import.NotReady();
        if (import.State == MemberImportState.Checked && !AreProposed(import, request.Answers.Keys))
            return new RepairNotProposed(import.Id);

        var before = import.Choices;
        var overtaken = await forms.OvertakenAsync(request, before, cancellationToken);
        request = AnswerForms.Without(overtaken, request);
        import.Choices = Answered(before, request);
        var mustBeChecked = import.State == MemberImportState.Checked && MakeADifference(before, import.Choices, request.Answers.Keys);
        if (mustBeChecked)
            import.State = MemberImportState.Reading;

        trail.Note(ReadingAudit.OfAnswers(import.Id, request.Answers, request.EmptyCells, request.Questions));
        await db.SaveChangesAsync(cancellationToken);
        return new RepairsAnswered(mustBeChecked) { Overtaken = overtaken };
    }

    private static bool MayAnswer(MemberImport import, AnswerRepairs request) => import.State == MemberImportState.Checked
        || (import.State == MemberImportState.Committed && request is { Answers.Count: 0, EmptyCells: EmptyCells.NotAnswered, Questions: not null });

    /// <summary>A refused repair is not made, and so not found any more; it can still be agreed to.</summary>
    private bool AreProposed(MemberImport import, IEnumerable<RepairCode> codes)
    {
        var proposed = RepairAnswers.Proposed(import, files);
        return codes.All(code => proposed.ContainsKey(code) || import.Choices.Refuses(code));
    }

    /// <summary>The choices with what a request answers.</summary>
    internal static ListChoices Answered(ListChoices before, AnswerRepairs request)
    {
        var answers = new Dictionary<RepairCode, bool>(before.Repairs);
        foreach (var (code, accepted) in request.Answers)
            answers[code] = accepted;

        var answered = before with { Repairs = answers, EmptyCells = request.EmptyCells == EmptyCells.NotAnswered ? before.EmptyCells : request.EmptyCells };
        return request.Questions?.Over(answered) ?? answered;
    }

    private static bool MakeADifference(ListChoices before, ListChoices after, IEnumerable<RepairCode> answered) =>
        answered.Any(code => before.Refuses(code) != after.Refuses(code))
        || (before.EmptyCells == EmptyCells.Clear) != (after.EmptyCells == EmptyCells.Clear)
        || ListAnswers.MakeADifference(before, after);
}

internal static class RepairAnswers
{
    /// <summary>What is proposed for a list in staging, by number of rows.</summary>
    public static IReadOnlyDictionary<RepairCode, int> Proposed(MemberImport import, ImportFiles files)
    {
        using var staging = files.OpenStaging(import.Id);
        return staging.Summary().Repairs;
    }

    /// <summary>Why the list cannot be written yet; null when all is answered, or when a part of it was written already.</summary>
    public static RepairsNotAnswered? Missing(MemberImport import, ImportFiles files)
    {
        if (import.State != MemberImportState.Checked)
            return null;

        var open = Proposed(import, files).Where(repair => !import.Choices.Repairs.ContainsKey(repair.Key)).OrderBy(repair => repair.Key)
            .Select(repair => new OpenRepair(repair.Key, repair.Value)).ToList();
        return open.Count == 0 ? null : new RepairsNotAnswered(import.Id, open);
    }
}
