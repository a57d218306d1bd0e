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
[Requires(Permission.ImportLists)]
public sealed record AnswerRepairs(long ImportId, IReadOnlyDictionary<RepairCode, bool> Answers, EmptyCells EmptyCells = EmptyCells.NotAnswered)
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
        if (import.State != MemberImportState.Checked)
            return import.NotReady();

        var choices = import.Choices;
        var proposed = RepairAnswers.Proposed(import, files);
        foreach (var code in request.Answers.Keys)
        {
            // A refused repair is not made, and so not found any more; it can still be agreed to.
            if (!proposed.ContainsKey(code) && !choices.Refuses(code))
                return new RepairNotProposed(import.Id);
        }

        var overtaken = await forms.OvertakenAsync(request, choices, cancellationToken);
        request = AnswerForms.Without(overtaken, request);
        var answers = new Dictionary<RepairCode, bool>(choices.Repairs);
        foreach (var (code, accepted) in request.Answers)
            answers[code] = accepted;

        import.Choices = choices with { Repairs = answers, EmptyCells = request.EmptyCells == EmptyCells.NotAnswered ? choices.EmptyCells : request.EmptyCells };
        var mustBeChecked = request.Answers.Keys.Any(code => choices.Refuses(code) != import.Choices.Refuses(code))
            || (choices.EmptyCells == EmptyCells.Clear) != (import.Choices.EmptyCells == EmptyCells.Clear);
        if (mustBeChecked)
            import.State = MemberImportState.Reading;

        trail.Note(ReadingAudit.OfAnswers(import.Id, request.Answers, request.EmptyCells));
        await db.SaveChangesAsync(cancellationToken);
        return new RepairsAnswered(mustBeChecked) { Overtaken = overtaken };
    }
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
