using Membership.App.Pipeline;
using Membership.App.Spreadsheets.Writing;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Membership.Domain.Members;

namespace Membership.App.Members;

/// <summary>A person's file as a workbook with one sheet for each kind of data, in words that need no explanation.</summary>
internal sealed class PersonFileWorkbook(Actor actor, TimeProvider clock)
{
    private const string None = "–";

    public byte[] Write(PersonFile file)
    {
        using var content = new MemoryStream();
        WorkbookWriter.Write(content,
        [
            Fields(file),
            Table("Nơi cư trú", ["Xã, phường", "Nơi ở", "Từ ngày", "Đến trước ngày"], [28, 40, 14, 16], file.Homes.Select(home => new[]
            {
                home.Place, home.Address, ShownDate.Of(home.From), Shown(home.To) ?? "nay",
            })),
            Table("Sinh hoạt tổ chức", ["Tổ chức", "Đơn vị", "Từ ngày", "Đến trước ngày", "Ngày vào", "Chức vụ"], [28, 36, 14, 16, 14, 24], file.Memberships.Select(one => new[]
            {
                one.Organization, one.Unit, ShownDate.Of(one.From), Shown(one.To) ?? "nay", ShownDate.Of(one.AdmittedOn), one.Office,
            })),
            Table("Thay đổi", ["Mục", "Trước", "Sau", "Lý do", "Người ghi", "Lúc"], [24, 28, 28, 36, 18, 18], file.Changes.Select(change => new[]
            {
                change.Field, change.Before, change.After, change.Reason ?? $"Đợt nhập số {change.ImportId}", change.RecordedBy, ShownDate.Moment(change.RecordedAt),
            })),
            Table("Danh sách nguồn", ["Đợt nhập", "Tệp", "Ngày của danh sách", "Dòng", "Nội dung dòng"], [10, 34, 18, 8, 80], file.Rows.Select(row => new[]
            {
                $"{row.ImportId}", row.FileName, ShownDate.Of(row.AsOf), row.Row, row.Cells.Count == 0 ? "Không còn giữ" : string.Join("; ", row.Cells),
            })),
            Table("Ai đã xem", ["Lúc", "Người dùng", "Việc", "Lý do"], [18, 24, 28, 50], file.Uses.Select(use => new[]
            {
                ShownDate.Moment(use.At), use.UserName, UseText(use.Kind), use.Reason,
            })),
            Table("Yêu cầu", ["Ngày nhận", "Loại", "Nội dung", "Hạn giải quyết", "Ngày giải quyết", "Kết quả"], [14, 22, 44, 16, 16, 44], file.Requests.Select(request => new[]
            {
                ShownDate.Of(request.ReceivedOn), PersonRequestText.Of(request.Kind), request.Content, ShownDate.Of(request.AnswerBy), Shown(request.AnsweredOn), request.Answer,
            })),
        ]);
        return content.ToArray();
    }

    private SheetDraft Fields(PersonFile file)
    {
        double[] widths = [30, 60];
        var rows = new SheetRows(widths);
        rows.AddAcross(CellLook.Title, "DỮ LIỆU ĐANG LƯU VỀ MỘT NGƯỜI", lineHeight: 24);
        rows.AddAcross(CellLook.Note, "Cung cấp theo yêu cầu của chính người đó (Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP, Điều 5).");
        rows.AddAcross(CellLook.Note, "Gồm mọi dữ liệu trong phạm vi địa phương và tổ chức của người xuất; nơi khác có thể còn giữ thêm.");
        rows.AddAcross(CellLook.Note, $"Người xuất: {actor.Name}, lúc {ShownDate.Moment(clock.GetUtcNow().UtcDateTime)}.");
        rows.AddEmpty();
        rows.Add([CellDraft.OfText(CellLook.Header, "Mục"), CellDraft.OfText(CellLook.Header, "Giá trị")]);
        foreach (var (label, value) in FieldRows(file))
            rows.Add([CellDraft.OfText(CellLook.StrongText, label), CellDraft.OfText(CellLook.Text, value ?? None)]);
        return new SheetDraft("Thông tin", widths, rows.Rows) { Merges = rows.Merges, FooterText = "Dữ liệu cá nhân" };
    }

    private static IEnumerable<(string Label, string? Value)> FieldRows(PersonFile file) =>
    [
        ("Mã số trong sổ", $"{file.Person.Id}"),
        .. file.Fields.Select(one => (PersonFieldText.Of(one.Field), FieldText(one.Field, one.Value))),
        ("Ghi vào sổ lúc", ShownDate.Moment(file.Person.RecordedAt)),
        ("Hạn chế xử lý từ", file.Person.RestrictedAt is { } restricted ? ShownDate.Moment(restricted) : null),
        ("Ẩn danh lúc", file.Person.AnonymisedAt is { } anonymised ? ShownDate.Moment(anonymised) : null),
    ];

    private static string? FieldText(PersonField field, string? value) => (field, value) switch
    {
        (_, null) => null,
        (PersonField.Sex, _) => SexText.Of(Enum.Parse<Sex>(value)),
        (PersonField.DateOfBirth, _) => ShownDate.Of((PartialDate?)PartialDate.Parse(value)),
        _ => value,
    };

    private static SheetDraft Table(string name, string[] headings, double[] widths, IEnumerable<string?[]> rows)
    {
        var header = headings.Select(text => CellDraft.OfText(CellLook.Header, text)).ToArray();
        var lines = rows.Select(row => row.Select(text => CellDraft.OfText(CellLook.Text, text ?? None)).ToArray()).Prepend(header);
        return new SheetDraft(name, widths, lines.Select(line => RowDraft.Fitted(line, widths))) { FrozenRows = 1, RepeatedRows = (1, 1), FooterText = "Dữ liệu cá nhân" };
    }

    private static string? Shown(DateOnly? day) => day is { } known ? ShownDate.Of(known) : null;

    private static string UseText(AuditKind kind) => kind switch
    {
        AuditKind.PersonOpened => "Mở trang của người này",
        AuditKind.SensitiveOpened => "Xem thông tin nhạy cảm",
        _ => "Xuất dữ liệu của người này",
    };
}
