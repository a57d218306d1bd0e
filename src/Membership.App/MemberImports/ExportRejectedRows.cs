using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>
/// The rows that were not taken, with the reason of each, in the officer's own columns: to be mended and uploaded again.
/// Doubtful rows without a decision are among them. The workbook knows its import, as the marked one does.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record ExportRejectedRows(long ImportId) : IRequest<Outcome<RejectedRowsFile>>, IConcernsImport;

public sealed record RejectedRowsFile(string FileName, byte[] Content);

internal sealed class ExportRejectedRowsHandler(MembershipDb db, ImportFiles files, WorkbookLimits limits, AuditTrail trail)
    : IRequestHandler<ExportRejectedRows, Outcome<RejectedRowsFile>>
{
    public async Task<Outcome<RejectedRowsFile>> Handle(ExportRejectedRows request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        using var staging = files.OpenStaging(import.Id);
        var tables = staging.Tables();
        var columns = new JoinedColumns(tables);
        var sheets = tables.SheetNames();
        var rows = new MemoryStream();
        RejectedRowsWorkbook.Write(
            rows,
            columns.Headers,
            staging.Rows("Verdict = 5 OR (Verdict = 4 AND Decision IN (0, 3)) ORDER BY RowNumber").Select(row => Rejected(row, columns, sheets)));
        rows.Position = 0;
        using var marked = MarkedPackage.TryOpen(rows, limits)!;
        using var content = new MemoryStream();
        marked.Write(content, [], files.MarkOf(import, hasRowsOnly: true));
        trail.Note(new AuditNote(AuditKind.Exported, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["what"] = nameof(ExportRejectedRows), ["bytes"] = content.Length },
        });
        return new RejectedRowsFile($"dong-chua-nhap-{import.Id}.xlsx", content.ToArray());
    }

    private static RejectedRow Rejected(StagedRow row, JoinedColumns columns, IReadOnlyDictionary<int, string> sheets) => new(
        ListRowText.Of(row.RowNumber, sheets),
        columns.Cells(row),
        [
            .. row.Details.Problems.Select(RowProblemText.Of),
            .. DoubtText.Of(row.Details, sheets) is { } doubt ? [doubt] : Array.Empty<string>(),
        ]);
}
