using Membership.App.MemberImports;
using Membership.Domain.Approvals;
using Membership.Domain.MemberImports;
using Membership.Web.Display;

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
        RowVerdict.Rejected => "Chưa nhận",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No name for this verdict"),
    };

    /// <summary>Of the rows that a filter lets through.</summary>
    public static string Title(RowFilter filter) => (filter.Verdict, filter.Finding) switch
    {
        (null, null) => "Tất cả các dòng",
        ({ } verdict, null) => Name(verdict),
        (null, { } finding) => Title(finding),
        ({ } verdict, { } finding) => $"{Name(verdict)} – {Title(finding)}",
    };

    private static string Title(RowFinding finding) => finding.Kind switch
    {
        FindingKind.Repair => $"Đề nghị sửa: {RepairText.Of((RepairCode)finding.Code)}",
        FindingKind.Problem => $"Chưa nhận: {RowProblemText.Title((RowProblemCode)finding.Code)}",
        FindingKind.Overwritten => $"Thay đổi: {KnownFactText.Overwritten((KnownFact)finding.Code)}",
        FindingKind.Filled => $"Thay đổi: {KnownFactText.Filled((KnownFact)finding.Code)}",
        FindingKind.Asked => $"Cần trả lời: {KnownFactText.Asked((KnownFact)finding.Code)}",
        FindingKind.Look => (RowLookCode)finding.Code == RowLookCode.Hidden ? "Dòng đang ẩn hoặc bị lọc trong tệp" : "Dòng có họ tên bị gạch ngang trong tệp",
        FindingKind.Blank => $"Ô để trống mà sổ đang có số liệu: {MemberFieldText.Of((MemberField)finding.Code)}",
        _ => $"Nên kiểm tra lại: {RowWarningText.Of((RowWarningCode)finding.Code)}",
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

    /// <summary>What doubtful rows are, and how many were decided.</summary>
    public static string OfDoubtful(int rows, int undecided) => undecided == rows
        ? Meaning(RowVerdict.Doubtful)
        : $"có thể là người đã có: {Vietnamese.Number(rows - undecided)} đã quyết định, {Vietnamese.Number(undecided)} chờ quyết định";

    public static string Of(RowDecision decision) => decision switch
    {
        RowDecision.AsNewPerson => "người mới",
        RowDecision.AsKnownPerson => "là người đã có",
        RowDecision.LeaveOut => "bỏ dòng này",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No name for this decision"),
    };

    /// <summary>That a row was decided, or a decision taken back.</summary>
    public static string Decided(RowDecision decision, int rowKey) => decision == RowDecision.None
        ? $"Đã bỏ quyết định của dòng {ListRow.OfKey(rowKey).Number}."
        : $"Đã chọn “{Of(decision)}” cho dòng {ListRow.OfKey(rowKey).Number}.";

    /// <param name="latest">Null while nobody was asked.</param>
    public static string Approval(Approval? latest) => latest switch
    {
        null => "Danh sách dài nên cần người thứ hai duyệt trước khi ghi vào sổ.",
        { State: ApprovalState.Waiting } => $"Đang chờ người thứ hai duyệt (đề nghị số {latest.Id}). Duyệt xong, bạn ghi vào sổ ở trang này.",
        { State: ApprovalState.Granted } => $"{latest.DecidedBy} đã duyệt đề nghị số {latest.Id}; bạn có thể ghi vào sổ.",
        _ => $"{latest.DecidedBy} không duyệt đề nghị số {latest.Id}: {latest.Reason}. Hãy sửa lại theo ý kiến đó rồi gửi đề nghị mới.",
    };

    /// <summary>With what was written, and that nothing more is waited for once the corrected file is written.</summary>
    public static string State(MemberImportLine line)
    {
        var written = line.Import.State == MemberImportState.Committed ? $"{State(line.Import.State)}: {WrittenText.Of(line.Import, line.Ended)}" : null;
        return line.ClosedBy is not { } closing ? written ?? State(line.Import.State)
            : written is null ? $"Đã khép: tệp đã sửa được ghi ở đợt số {closing}"
            : $"{written}; phần đã sửa ghi ở đợt số {closing}";
    }

    public static string State(MemberImportState state) => state switch
    {
        MemberImportState.Reading => "Đang đọc",
        MemberImportState.Checked => "Chờ ghi vào sổ",
        MemberImportState.Committed => "Đã ghi vào sổ",
        MemberImportState.Refused => "Không đọc được",
        MemberImportState.Discarded => "Đã bỏ",
        MemberImportState.Asking => "Chờ trả lời",
        MemberImportState.Undone => "Đã hoàn tác",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No name for this state"),
    };
}
