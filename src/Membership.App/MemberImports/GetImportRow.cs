using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Forms;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>One row of a list with its cells, to be corrected. Numbers stand in full: they are what has to be corrected.</summary>
/// <param name="RowNumber"><see cref="ListRow.Key"/>.</param>
[Requires(Permission.ImportLists)]
public sealed record GetImportRow(long ImportId, int RowNumber) : IRequest<Outcome<EditableRow>>, IConcernsImport
{
    /// <summary>A form of this row that was sent; with it <see cref="EditableRow.Others"/> are told.</summary>
    public SentForm? Form { get; init; }

    /// <summary>What it was sent with, by column.</summary>
    public IReadOnlyDictionary<int, string> Typed { get; init; } = new Dictionary<int, string>();
}

/// <param name="Title">The row as officers find it in their file.</param>
/// <param name="Reasons">Why it cannot be taken as it is, and what seems wrong with it, as far as it is not of one cell.</param>
public sealed record EditableRow(string FileName, string Title, IReadOnlyList<EditableCell> Cells, IReadOnlyList<string> Reasons)
{
    /// <summary>Sealed, for the form to carry (<see cref="OpenedForms"/>).</summary>
    public required string Opened { get; init; }

    /// <summary>Cells that others corrected since the form which was sent had been opened, and that stay so.</summary>
    public IReadOnlyList<MeanwhileField> Others { get; init; } = [];

    /// <summary>Where the row stands among those that cannot be taken as they are.</summary>
    public required RejectedPlace Rejected { get; init; }
}

/// <param name="Number">From 1; null when the row itself can be taken.</param>
/// <param name="Next">Key of the next one, from the first again after the last; null when there is no other.</param>
/// <param name="NextNumber">From 1; 0 without a next one.</param>
public sealed record RejectedPlace(int Total, int? Number, int? Next, int NextNumber);

/// <param name="Column">From 0.</param>
/// <param name="Written">As it stands in the file.</param>
/// <param name="Text">As the officer corrected it, or as written.</param>
/// <param name="Problem">Why this cell keeps the row from being taken; null when it does not.</param>
public sealed record EditableCell(int Column, string Header, MemberField? Field, string Written, string Text, string? Problem = null);

internal sealed class GetImportRowHandler(MembershipDb db, ImportFiles files, OpenedForms forms, AuditTrail trail)
    : IRequestHandler<GetImportRow, Outcome<EditableRow>>
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
        var answers = files.Answers(request.ImportId);
        var columns = ListTable.Of(request.RowNumber, tables).Columns;
        var problems = CellProblems.Of(row, columns);
        var cells = columns.Select(column => CellOf(column, row, answers, problems)).ToList();
        var form = new ImportRowForm(forms, request.ImportId, request.RowNumber);
        return new EditableRow(
            found.Value.FileName,
            ListRowText.Of(request.RowNumber, tables.SheetNames()),
            cells,
            [.. problems.OfTheRow, .. row.Details.Warnings.Select(warning => RowWarningText.Of(warning.Code)).Distinct()])
        {
            Opened = form.Open(cells),
            Others = request.Form is { } sent ? form.Read(sent, request.Typed, row, answers).Of(FieldStanding.Others, row, answers, columns) : [],
            Rejected = PlaceOf(request.RowNumber, staging.RejectedRows()),
        };
    }

    private static RejectedPlace PlaceOf(int rowKey, List<int> rejected)
    {
        var others = rejected.FindAll(row => row != rowKey);
        var next = others.Count == 0 ? (int?)null : others.Find(row => row > rowKey) is > 0 and var below ? below : others[0];
        var at = rejected.IndexOf(rowKey);
        return new RejectedPlace(rejected.Count, at < 0 ? null : at + 1, next, next is { } key ? rejected.IndexOf(key) + 1 : 0);
    }

    private static EditableCell CellOf(ListColumn column, StagedRow row, RowAnswers answers, CellProblems problems)
    {
        var written = column.Index < row.Cells.Count ? row.Cells[column.Index] : "";
        return new EditableCell(column.Index, column.Header, column.Field, written, answers.TextOf(row, column.Index), problems.At(column.Index));
    }
}
