using Membership.Domain.Users;

namespace Membership.App.Texts;

/// <summary>The names in the log's entries as users call them. A name without a word is shown as it is: entries outlive the code.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Subjects = new()
    {
        ["Person"] = "Người",
        ["Residence"] = "Nơi cư trú",
        ["MembershipInterval"] = "Quá trình sinh hoạt",
        ["MemberImport"] = "Đợt nhập",
        ["RememberedList"] = "Cách đọc danh sách đã nhớ",
        ["OrganizationUnit"] = "Đơn vị",
        ["PopulationFigure"] = "Số liệu dân số",
        ["User"] = "Tài khoản",
        ["UserSession"] = "Phiên đăng nhập",
        ["RoleGrant"] = "Vai trò được giao",
        ["Approval"] = "Đề nghị duyệt",
        ["PersonRequest"] = "Yêu cầu của cá nhân",
        ["Proposal"] = "Đề nghị từ danh sách",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["Reading"] = "đang đọc",
        ["Checked"] = "chờ ghi vào sổ",
        ["Committed"] = "đã ghi vào sổ",
        ["Refused"] = "không đọc được",
        ["Discarded"] = "đã bỏ",
        ["New"] = "mới",
        ["Changed"] = "thay đổi",
        ["Unchanged"] = "không đổi",
        ["Doubtful"] = "nghi trùng",
        ["Rejected"] = "chưa nhận",
        ["None"] = "chưa quyết định",
        ["AsNewPerson"] = "là người mới",
        ["AsKnownPerson"] = "là người đã có",
        ["LeaveOut"] = "bỏ dòng này",
        ["SameBirthAndBranch"] = "theo quy tắc trùng họ tên, ngày sinh và chi hội",
        ["SameBirth"] = "theo quy tắc trùng họ tên và ngày sinh",
        ["DiffersFromAll"] = "theo quy tắc khác với người đã có",
        ["Repeated"] = "theo quy tắc bỏ dòng lặp",
        ["NotAnswered"] = "chưa trả lời",
        ["Keep"] = "giữ số liệu đang có",
        ["Clear"] = "xóa theo danh sách",
        ["Full"] = "danh sách đầy đủ",
        ["Update"] = "bổ sung, cập nhật",
        ["OwnBranchOnly"] = "của riêng chi hội, chi đoàn",
        ["WholeUnit"] = "của cả đơn vị",
        ["Auto"] = "tự nhận ra",
        ["Waiting"] = "chờ duyệt",
        ["Granted"] = "đã duyệt",
        ["Declined"] = "không duyệt",
        ["LargeImport"] = "nhập danh sách lớn",
        ["BulkRemoval"] = "ẩn danh hàng loạt",
        ["LocalityReorganization"] = "sắp xếp địa phương",
        ["YearlyBook"] = "thống kê năm",
        ["View"] = "xem",
        ["Correct"] = "chỉnh sửa",
        ["Provide"] = "cung cấp",
        ["Withdraw"] = "rút lại đồng ý",
        ["Restrict"] = "hạn chế xử lý",
        ["Oppose"] = "phản đối",
        ["Delete"] = "xóa",
        ["Listed"] = "có trong danh sách",
        ["Admission"] = "kết nạp",
        ["Readmission"] = "kết nạp lại",
        ["TransferIn"] = "chuyển đến",
        ["TransferOut"] = "chuyển đi",
        ["InternalTransfer"] = "chuyển nội bộ",
        ["Merger"] = "sáp nhập",
        ["Withdrawal"] = "xin ra",
        ["Removal"] = "xóa tên",
        ["Expulsion"] = "khai trừ",
        ["AgingOut"] = "trưởng thành",
        ["EndedByRule"] = "thay đổi quy định",
        ["Death"] = "qua đời",
        ["BaseUnit"] = "tổ chức cơ sở",
        ["Branch"] = "chi hội, chi đoàn",
        ["Counted"] = "được tính",
        ["LivesElsewhere"] = "cư trú nơi khác",
        ["ResidenceUnknown"] = "chưa rõ nơi cư trú",
        ["NoActiveMembership"] = "không còn sinh hoạt",
        ["OrganizationNotCounted"] = "tổ chức không được tính",
        ["BirthDateUnknown"] = "chưa rõ ngày sinh",
        ["BelowAge"] = "chưa đủ tuổi",
        ["AboveAge"] = "quá tuổi",
        ["OutOfScope"] = "ngoài phạm vi được giao",
        ["FillDemo"] = "số liệu mẫu",
        ["ExportRejectedRows"] = "dòng chưa nhập được",
        ["ExportMarkedList"] = "tệp đã đánh dấu",
        ["OpenImportFile"] = "tệp gốc",
        ["ForgetOldLists"] = "tệp và các dòng của danh sách hết thời hạn lưu giữ",
        ["ExportStatistics"] = "thống kê năm",
        ["ExportIndicatorProgress"] = "số liệu trang tổng quan",
        ["ExportAudit"] = "nhật ký xử lý",
    };

    public static string Subject(string subject) => Subjects.GetValueOrDefault(subject, subject);

    public static string Value(string value) => Values.GetValueOrDefault(value) ?? RoleOrPermission(value) ?? value;

    private static string? RoleOrPermission(string value)
    {
        if (Enum.TryParse<Role>(value, out var role) && Enum.IsDefined(role) && !char.IsDigit(value[0]))
            return PermissionText.Of(role);
        return Enum.TryParse<Permission>(value, out var permission) && Enum.IsDefined(permission) && !char.IsDigit(value[0]) ? PermissionText.Of(permission) : null;
    }
}
