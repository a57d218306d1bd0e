using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Words of the choices by which a list is read.</summary>
public static class ReadingText
{
    public static string Of(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Auto => "Tự nhận theo từng cột",
        LegacyEncoding.Unicode => "Unicode",
        LegacyEncoding.Tcvn3 => "TCVN3 (ABC, phông .Vn…)",
        LegacyEncoding.Vni => "VNI (phông VNI-…)",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "No words for this encoding"),
    };

    public static string Of(EmptyCells cells) => cells switch
    {
        EmptyCells.NotAnswered => "chưa trả lời",
        EmptyCells.Keep => "giữ số liệu đang có",
        EmptyCells.Clear => "xóa theo danh sách",
        _ => throw new ArgumentOutOfRangeException(nameof(cells), cells, "No words for this answer"),
    };

    /// <summary>Where a table stood that was read.</summary>
    public static string Of(ListTable table) =>
        $"Đã đọc trang tính “{ShownCell.Of(table.Sheet)}”, {(table.HeaderRow > 0 ? $"tiêu đề ở dòng {table.HeaderRow}" : "không có dòng tiêu đề")}:";

    /// <summary>Which sheet was not read, and why.</summary>
    public static string Of(SkippedSheet sheet) => $"Không đọc trang tính “{ShownCell.Of(sheet.Name)}”: {Why(sheet.Reason)}.";

    private static string Why(SheetSkipReason reason) => reason switch
    {
        SheetSkipReason.NotChosen => "không được chọn",
        SheetSkipReason.Hidden => "đang bị ẩn trong tệp",
        SheetSkipReason.Empty => "không có gì",
        SheetSkipReason.NoList => "không tìm thấy danh sách",
        SheetSkipReason.NoPeople => "có tiêu đề nhưng không có dòng nào của đoàn viên, hội viên",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No words for this reason"),
    };

    public static string Of(ListMode mode) => mode switch
    {
        ListMode.Update => "Bổ sung, cập nhật",
        ListMode.Full => "Danh sách đầy đủ",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No words for this mode"),
    };
}
