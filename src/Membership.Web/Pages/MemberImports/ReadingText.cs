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

    public static string Of(ListMode mode) => mode switch
    {
        ListMode.Update => "Bổ sung, cập nhật",
        ListMode.Full => "Danh sách đầy đủ",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No words for this mode"),
    };
}
