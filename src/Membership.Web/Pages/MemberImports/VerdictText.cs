using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>What officers read for each verdict.</summary>
public static class VerdictText
{
    public static string Name(RowVerdict verdict) => verdict switch
    {
        RowVerdict.New => "Mới",
        RowVerdict.Changed => "Thay đổi",
        RowVerdict.Unchanged => "Không đổi",
        RowVerdict.Doubtful => "Nghi trùng",
        RowVerdict.Rejected => "Bị loại",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No name for this verdict"),
    };

    public static string Meaning(RowVerdict verdict) => verdict switch
    {
        RowVerdict.New => "người chưa có trong sổ",
        RowVerdict.Changed => "người đã có, được cập nhật hoặc thêm vào tổ chức này",
        RowVerdict.Unchanged => "người đã có, không có gì mới",
        RowVerdict.Doubtful => "có thể là người đã có, chờ quyết định",
        RowVerdict.Rejected => "chưa nhập được, có lý do từng dòng",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No meaning for this verdict"),
    };

    public static string State(MemberImportState state) => state switch
    {
        MemberImportState.Reading => "Đang đọc",
        MemberImportState.Checked => "Chờ ghi vào sổ",
        MemberImportState.Committed => "Đã ghi vào sổ",
        MemberImportState.Refused => "Không đọc được",
        MemberImportState.Discarded => "Đã bỏ",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No name for this state"),
    };
}
