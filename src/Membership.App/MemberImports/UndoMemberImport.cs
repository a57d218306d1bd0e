using FluentValidation;
using MediatR;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Takes back from the register what a committed list has written, in one transaction. Rows that somebody has touched since stay
/// as they are. May be repeated: what was kept because of a later list can be restored once that list is undone.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record UndoMemberImport(long ImportId, string Reason, IProgress<ImportProgress>? Progress = null)
    : IRequest<Outcome<UndoSummary>>, IConcernsImport;

/// <param name="Rows">How many of the taken rows ended in which outcome; their sum is all that were not restored before.</param>
public sealed record UndoSummary(IReadOnlyDictionary<UndoOutcome, int> Rows)
{
    /// <summary>Memberships that go on again, which are among the restored rows.</summary>
    public int Resumed { get; init; }

    public int RowsOf(UndoOutcome outcome) => Rows.GetValueOrDefault(outcome);
}

internal sealed class UndoMemberImportValidator : AbstractValidator<UndoMemberImport>
{
    public UndoMemberImportValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class UndoMemberImportHandler(MembershipDb db, LocalityDirectory localities, SecondPerson secondPerson, LargeImports large, ImportUndoing undoing)
    : IRequestHandler<UndoMemberImport, Outcome<UndoSummary>>
{
    public async Task<Outcome<UndoSummary>> Handle(UndoMemberImport request, CancellationToken cancellationToken)
    {
        var found = await db.CommittedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        if (await large.IsNeededToUndoAsync(import, cancellationToken)
            && await secondPerson.AskAsync(await QuestionOfAsync(import, cancellationToken), cancellationToken) is { } refusal)
            return refusal;

        // What was restored by an earlier undo is not counted again.
        var before = await ResumedAsync(import.Id, cancellationToken);
        var undone = await undoing.UndoAsync(import, request.Reason.Trim(), request.Progress, cancellationToken);
        return undone.IsRefused ? undone.Refusal! : undone.Value with { Resumed = await ResumedAsync(import.Id, cancellationToken) - before };
    }

    private Task<int> ResumedAsync(long importId, CancellationToken cancellationToken) => db.ImportedRows.CountAsync(
        row => row.ImportId == importId && row.RowNumber < 0 && row.UndoneAs == UndoOutcome.Restored, cancellationToken);

    private async Task<ApprovalQuestion> QuestionOfAsync(MemberImport import, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == import.OrganizationId, cancellationToken);
        return new ApprovalQuestion(
            ApprovalKind.LargeUndo,
            import.Id,
            LargeImports.UndoDigestOf(import),
            LargeImportText.UndoQuestion(
                import, await db.EndedByAsync(import.Id, cancellationToken), organization, localities.FactOf(import.LocalityId, import.AsOf)!),
            import.LocalityId,
            import.OrganizationId);
    }
}
