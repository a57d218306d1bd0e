using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>The officer says what blank cells of a checked list mean. Where that changes what rows do, the list has to be checked again.</summary>
/// <param name="Answer">Keep or clear.</param>
[Requires(Permission.ImportLists)]
public sealed record AnswerEmptyCells(long ImportId, EmptyCells Answer) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class AnswerEmptyCellsHandler(MembershipDb db, AuditTrail trail) : IRequestHandler<AnswerEmptyCells, Outcome<MemberImport>>
{
    public async Task<Outcome<MemberImport>> Handle(AnswerEmptyCells request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State != MemberImportState.Checked || request.Answer == EmptyCells.NotAnswered)
            return import.NotReady();

        if (import.Choices.EmptyCells == EmptyCells.Clear || request.Answer == EmptyCells.Clear)
            import.State = MemberImportState.Reading;
        import.Choices = import.Choices with { EmptyCells = request.Answer };
        trail.Note(ReadingAudit.OfAnswers(import.Id, new Dictionary<RepairCode, bool>(), request.Answer));
        await db.SaveChangesAsync(cancellationToken);
        return import;
    }
}
