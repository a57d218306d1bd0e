using System.Text.Json;
using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>
/// The officer's own workbook with what could not be taken marked in it: cells coloured and commented, and a column of notes; cells
/// corrected on the page say what they were corrected to. It knows its import, so that uploading it corrected continues there. Rows
/// of people whose data is restricted are left out.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record ExportMarkedList(long ImportId, string Reason) : IRequest<Outcome<MarkedListFile>>, IConcernsImport;

/// <param name="IsOwnWorkbook">False when the list was no .xlsx that can be given back, and an .xlsx was made of its values.</param>
public sealed record MarkedListFile(string FileName, byte[] Content, bool IsOwnWorkbook);

internal sealed class ExportMarkedListValidator : AbstractValidator<ExportMarkedList>
{
    public ExportMarkedListValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class ExportMarkedListHandler(MembershipDb db, ImportFiles files, WorkbookLimits limits, HandedOutFiles handedOut)
    : IRequestHandler<ExportMarkedList, Outcome<MarkedListFile>>
{
    /// <summary>Not taken, or corrected on the page. Parameter: @edited (json).</summary>
    private const string ToMark =
        "Verdict = 5 OR (Verdict = 4 AND Decision IN (0, 3)) OR RowNumber IN (SELECT value FROM json_each(@edited)) ORDER BY RowNumber";

    public async Task<Outcome<MarkedListFile>> Handle(ExportMarkedList request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        if (!files.HasUpload(import.Id))
            return new ListFileIsGone(import.Id);

        var people = await handedOut.ReadAsync(import.Id, cancellationToken);
        using var staging = files.OpenStaging(import.Id);
        var rows = staging.Rows(ToMark, ("@edited", JsonSerializer.Serialize(files.Answers(import.Id).Edits.Keys)))
            .Where(row => !people.RestrictedRows.Contains(row.RowNumber)).ToList();
        if (rows.Count == 0)
            return new NothingToMark(import.Id);

        using var target = new MemoryStream();
        var isOwn = Write(import, staging.Tables(), rows, people.RestrictedRows, target);
        handedOut.Note(import.Id, nameof(ExportMarkedList), target.Length, request.Reason, people);
        return new MarkedListFile($"{Path.GetFileNameWithoutExtension(import.FileName)}-da-danh-dau.xlsx", target.ToArray(), isOwn);
    }

    private bool Write(MemberImport import, IReadOnlyList<ListTable> tables, IReadOnlyList<StagedRow> rows, IReadOnlySet<int> leftOut, MemoryStream target)
    {
        using var workbook = files.OpenMarkedUpload(import).Value;
        var marks = new ListMarks(tables, import.ContinuesId is not null).Of(workbook, rows);
        // What is left out of a row stays in other parts of its own workbook: then one is made of the other values.
        using var own = leftOut.Count == 0 && workbook is XlsxWorkbook ? MarkedPackage.TryOpen(files.OpenUploadBytes(import.Id), limits) : null;
        if (own is not null)
        {
            own.Write(target, marks, files.MarkOf(import));
            return true;
        }

        var values = new MemoryStream();
        PlainWorkbook.Write(leftOut.Count == 0 ? workbook : new WithoutRows(workbook, tables, leftOut), values);
        values.Position = 0;
        using var plain = MarkedPackage.TryOpen(values, limits)!;
        plain.Write(target, marks.Select(sheet => sheet with { Sheet = PlainWorkbook.NameOf(sheet.Sheet) }), files.MarkOf(import));
        return false;
    }
}
