using System.Globalization;
using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets.Writing;
using Membership.App.Statistics;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>Entries of the log as a workbook, oldest first, each with its hash.</summary>
[Requires(Permission.ReadAudit)]
[ConcernsNothing("the database gives the entries of the scope only")]
public sealed record ExportAudit(AuditFilter Filter) : IRequest<Outcome<ExportedWorkbook>>
{
    public const int MostEntries = 200_000;
}

internal sealed class ExportAuditHandler(MembershipDb db, LocalityDirectory localities, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<ExportAudit, Outcome<ExportedWorkbook>>
{
    private static readonly (string Heading, double Width)[] Columns =
    [
        ("Số", 8), ("Thời điểm", 20), ("Người thực hiện", 18), ("Từ đâu", 18), ("Việc", 24),
        ("Đối tượng", 22), ("Nơi", 30), ("Lý do", 30), ("Chi tiết", 60), ("Mã băm", 66),
    ];

    public async Task<Outcome<ExportedWorkbook>> Handle(ExportAudit request, CancellationToken cancellationToken)
    {
        if (request.Filter.Refusal is { } refusal)
            return refusal;

        var entries = request.Filter.Apply(db.AuditEntries.AsNoTracking());
        var count = await entries.CountAsync(cancellationToken);
        if (count > ExportAudit.MostEntries)
            return new TooManyEntries(count, ExportAudit.MostEntries);

        var reading = await AuditLineReading.BeginAsync(db, localities, cancellationToken);
        using var content = new MemoryStream();
        WorkbookWriter.Write(content, [Sheet(entries.OrderBy(entry => entry.Id).AsEnumerable().Select(reading.LineOf))]);
        trail.Note(request.Filter.NoteOf(AuditKind.Exported, ("what", nameof(ExportAudit)), ("entries", count)));
        return new ExportedWorkbook(string.Create(CultureInfo.InvariantCulture, $"nhat-ky_{VietnamTime.Today(clock):yyyy-MM-dd}.xlsx"), content.ToArray());
    }

    private static SheetDraft Sheet(IEnumerable<AuditLine> lines)
    {
        double[] widths = [.. Columns.Select(column => column.Width)];
        var header = Columns.Select(column => CellDraft.OfText(CellLook.Header, column.Heading)).ToArray();
        return new SheetDraft("Nhật ký xử lý", widths, lines.Select(Row).Prepend(header).Select(row => RowDraft.Fitted(row, widths)))
        {
            FrozenRows = 1,
            RepeatedRows = (1, 1),
            FooterText = "Nhật ký xử lý của sổ đoàn viên, hội viên",
        };
    }

    private static CellDraft[] Row(AuditLine line) =>
    [
        CellDraft.OfNumber(CellLook.TextCentred, line.Entry.Id),
        .. new[]
        {
            VietnamTime.Shown(line.Entry.At), line.Entry.UserName, line.Entry.From, AuditText.Of(line.Entry.Kind), AuditText.Subject(line.Entry),
            line.Place, line.Entry.Reason, string.Join('\n', line.Details), line.Entry.Hash,
        }.Select(text => CellDraft.OfText(CellLook.Text, text)),
    ];
}
