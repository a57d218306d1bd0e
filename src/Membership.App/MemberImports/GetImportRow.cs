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

/// <summary>One row of a list with its cells, to be corrected. Numbers stand in full: they are what has to be corrected.</summary>
/// <param name="RowNumber"><see cref="ListRow.Key"/>.</param>
[Requires(Permission.ImportLists)]
public sealed record GetImportRow(long ImportId, int RowNumber) : IRequest<Outcome<EditableRow>>, IConcernsImport;

/// <param name="Title">The row as officers find it in their file.</param>
/// <param name="Reasons">Why it cannot be taken as it is, and what seems wrong with it.</param>
public sealed record EditableRow(string FileName, string Title, IReadOnlyList<EditableCell> Cells, IReadOnlyList<string> Reasons);

/// <param name="Column">From 0.</param>
/// <param name="Written">As it stands in the file.</param>
/// <param name="Text">As the officer corrected it, or as written.</param>
public sealed record EditableCell(int Column, string Header, MemberField? Field, string Written, string Text);

internal sealed class GetImportRowHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<GetImportRow, Outcome<EditableRow>>
{
    public async Task<Outcome<EditableRow>> Handle(GetImportRow request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        using var staging = files.OpenStaging(request.ImportId);
        var row = staging.Rows("RowNumber = @row", ("@row", request.RowNumber)).SingleOrDefault();
        if (row is null || await db.ImportedRows.AnyAsync(taken => taken.ImportId == request.ImportId && taken.RowNumber == request.RowNumber, cancellationToken))
            return new RowCannotBeEdited(request.RowNumber);

        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), request.ImportId)
        {
            Details = new Dictionary<string, object?> { ["row"] = request.RowNumber, ["shown"] = 1 },
        });
        var tables = staging.Tables();
        var edits = files.Answers(request.ImportId).Edits.GetValueOrDefault(request.RowNumber) ?? [];
        return new EditableRow(
            found.Value.FileName,
            ListRowText.Of(request.RowNumber, tables.SheetNames()),
            [.. ListTable.Of(request.RowNumber, tables).Columns.Select(column => CellOf(column, row, edits))],
            [.. row.Details.Problems.Select(RowProblemText.Of), .. row.Details.Warnings.Select(warning => RowWarningText.Of(warning.Code)).Distinct()]);
    }

    private static EditableCell CellOf(ListColumn column, StagedRow row, Dictionary<int, string> edits)
    {
        var text = column.Index < row.Cells.Count ? row.Cells[column.Index] : "";
        return new EditableCell(column.Index, column.Header, column.Field, text, edits.GetValueOrDefault(column.Index, text));
    }
}
