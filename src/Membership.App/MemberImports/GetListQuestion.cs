using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What the reading of a list must be told, or can be told otherwise: the first rows of each sheet and what was guessed.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetListQuestion(long ImportId) : IRequest<Outcome<ListLook>>, IConcernsImport;

/// <param name="Question">Name of the <see cref="ListQuestion"/>; null when the list could be read.</param>
/// <param name="Sentence">What it asks, in Vietnamese.</param>
/// <param name="Choices">By which it was read, or tried.</param>
public sealed record ListLook(long ImportId, string? Question, string? Sentence, ListChoices Choices, IReadOnlyList<SheetLook> Sheets);

/// <param name="IsHidden">Not read unless it is chosen.</param>
/// <param name="Rows">The first that are not empty; longer numbers masked.</param>
/// <param name="HeaderRow">The (last) line of the heading, as Excel numbers it; 0 when nothing looks like one.</param>
/// <param name="Columns">All of the first rows, also those without a heading, with the field chosen or guessed.</param>
/// <param name="Problem">Why it cannot be read as guessed, in Vietnamese; null when it can.</param>
public sealed record SheetLook(string Name, bool IsHidden, IReadOnlyList<LookedRow> Rows, int HeaderRow, IReadOnlyList<ListColumn> Columns, string? Problem);

/// <param name="Number">As Excel shows it.</param>
public sealed record LookedRow(int Number, IReadOnlyList<string> Cells);

internal sealed class GetListQuestionHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<GetListQuestion, Outcome<ListLook>>
{
    public async Task<Outcome<ListLook>> Handle(GetListQuestion request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Asking or MemberImportState.Checked))
            return import.NotReady();

        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), import.Id));
        return Look(import);
    }

    private Outcome<ListLook> Look(MemberImport import)
    {
        try
        {
            var opened = files.OpenUpload(import);
            if (opened.IsRefused)
                return opened.Refusal!;

            using var workbook = opened.Value;
            return new ListLook(
                import.Id, import.RefusedBecause, import.RefusedText, import.Choices,
                [.. SheetHead.All(workbook, _ => true).Select(head => SheetLooking.At(head, import.Choices))]);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal;
        }
    }
}
