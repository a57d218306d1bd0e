using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What became of each row of a list that was written to the register.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.ImportLists)]
public sealed record ListImportOutcomes(long ImportId, int Page = 1) : IRequest<Outcome<ImportOutcomes>>, IConcernsImport
{
    public const int PageSize = 50;
}

/// <param name="Tables">Where the list stands in the file; at least one.</param>
public sealed record ImportOutcomes(IReadOnlyList<ImportRowOutcome> Rows, int Total, IReadOnlyList<ListTable> Tables);

/// <param name="Row">Without cells when it was emptied since.</param>
/// <param name="TakenAs">New or changed; null when the row was not written.</param>
/// <param name="UndoneAs">Null while the import was not undone.</param>
public sealed record ImportRowOutcome(StagedRow Row, RowVerdict? TakenAs, UndoOutcome? UndoneAs);

internal sealed class ListImportOutcomesHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<ListImportOutcomes, Outcome<ImportOutcomes>>
{
    public async Task<Outcome<ImportOutcomes>> Handle(ListImportOutcomes request, CancellationToken cancellationToken)
    {
        var found = await db.CommittedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        using var staging = files.OpenStaging(import.Id);
        var rows = staging.Page(RowFilter.All, request.Page, ListImportOutcomes.PageSize);
        var numbers = rows.Select(row => row.RowNumber).ToArray();
        var taken = await db.ImportedRows.AsNoTracking().Where(row => row.ImportId == import.Id && numbers.Contains(row.RowNumber))
            .ToDictionaryAsync(row => row.RowNumber, cancellationToken);
        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["page"] = request.Page, ["shown"] = rows.Count },
        });
        return new ImportOutcomes(
            [.. rows.Select(row => OutcomeOf(row, taken.GetValueOrDefault(row.RowNumber)))], import.Rows, staging.Tables());
    }

    private static ImportRowOutcome OutcomeOf(StagedRow row, ImportedRow? taken) =>
        new(row, taken?.TakenAs, taken?.UndoneAs);
}
