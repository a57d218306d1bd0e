namespace Membership.App.Texts;

/// <summary>Fields in the log's entries as users call them. One without a name is shown as it is: entries outlive the code.</summary>
internal static class AuditFieldText
{
    private static readonly Dictionary<string, string> Names = new()
    {
        // Person, residence, membership
        ["FullName"] = "Họ và tên",
        ["Sex"] = "Giới tính",
        ["BirthDate"] = "Ngày sinh",
        ["DateOfBirth"] = "Ngày sinh",
        ["CitizenId"] = "Số định danh",
        ["FormerIdNumber"] = "Số CMND cũ",
        ["Phone"] = "Điện thoại",
        ["Ethnicity"] = "Dân tộc",
        ["Religion"] = "Tôn giáo",
        ["RestrictedAt"] = "Hạn chế xử lý từ",
        ["AnonymisedAt"] = "Ẩn danh lúc",
        ["ImportId"] = "Đợt nhập",
        ["IsSample"] = "Số liệu mẫu",
        ["Address"] = "Địa chỉ",
        ["Residence"] = "Nơi cư trú",
        ["LocalityId"] = "Địa phương",
        ["From"] = "Từ",
        ["To"] = "Đến trước ngày",
        ["OrganizationId"] = "Tổ chức",
        ["UnitId"] = "Đơn vị",
        ["Unit"] = "Đơn vị sinh hoạt",
        ["Membership"] = "Tư cách thành viên",
        ["AdmittedOn"] = "Ngày kết nạp",
        ["BeganBy"] = "Vào do",
        ["EndedBy"] = "Thôi do",
        ["Office"] = "Chức vụ",
        ["Branch"] = "Chi hội, chi đoàn",

        // Lists
        ["State"] = "Trạng thái",
        ["AsOf"] = "Tính đến ngày",
        ["Rows"] = "Số dòng",
        ["NewRows"] = "Dòng mới",
        ["ChangedRows"] = "Dòng thay đổi",
        ["UnchangedRows"] = "Dòng không đổi",
        ["DoubtfulRows"] = "Dòng nghi trùng",
        ["RejectedRows"] = "Dòng bị loại",
        ["TakenRows"] = "Dòng đã ghi",
        ["HeaderRow"] = "Dòng tiêu đề",
        ["FileName"] = "Tên tệp",
        ["FileBytes"] = "Cỡ tệp (byte)",
        ["Sha256"] = "Mã băm SHA-256 của tệp",
        ["Sheet"] = "Trang tính",
        ["SheetAsked"] = "Trang tính được chọn",
        ["RefusedBecause"] = "Lý do không đọc được",
        ["RefusedText"] = "Câu trả lời",
        ["CommittedAt"] = "Ghi vào sổ lúc",

        // Units, population
        ["Kind"] = "Loại",
        ["Name"] = "Tên",
        ["ParentId"] = "Đơn vị cấp trên",
        ["ValidFrom"] = "Có từ ngày",
        ["ValidTo"] = "Đến trước ngày",
        ["AgeFrom"] = "Từ tuổi",
        ["AgeTo"] = "Đến tuổi",
        ["Value"] = "Số người",
        ["Source"] = "Nguồn",

        // Users
        ["UserName"] = "Tên đăng nhập",
        ["DisplayName"] = "Họ tên và chức danh",
        ["PasswordHash"] = "Mật khẩu",
        ["MustChangePassword"] = "Phải đổi mật khẩu",
        ["SecurityStamp"] = "Dấu phiên đăng nhập",
        ["IsDisabled"] = "Bị khóa",
        ["HasSecondFactor"] = "Xác thực hai lớp",
        ["AuthenticatorKey"] = "Khóa xác thực hai lớp",
        ["RecoveryCodes"] = "Mã khôi phục",
        ["Role"] = "Vai trò",
        ["UserId"] = "Tài khoản",
        ["TokenHash"] = "Mã phiên",
        ["EndedAt"] = "Kết thúc lúc",

        // Approvals, requests of people
        ["SubjectId"] = "Đối tượng",
        ["Summary"] = "Nội dung",
        ["RequestedById"] = "Tài khoản đề nghị",
        ["RequestedBy"] = "Người đề nghị",
        ["RequestedAt"] = "Đề nghị lúc",
        ["DecidedById"] = "Tài khoản duyệt",
        ["DecidedBy"] = "Người duyệt",
        ["DecidedAt"] = "Duyệt lúc",
        ["ReceivedOn"] = "Ngày nhận",
        ["AcknowledgeBy"] = "Hạn phản hồi",
        ["AnswerBy"] = "Hạn trả lời",
        ["AcknowledgedOn"] = "Ngày phản hồi",
        ["AnsweredOn"] = "Ngày trả lời",
        ["ExtendedBecause"] = "Lý do gia hạn",
        ["Content"] = "Nội dung yêu cầu",
        ["Answer"] = "Trả lời",

        // What requests say of themselves
        ["what"] = "Nội dung",
        ["request"] = "Mã yêu cầu",
        ["permission"] = "Thiếu quyền",
        ["refusal"] = "Lý do",
        ["asOf"] = "Ngày của số liệu",
        ["countingReason"] = "Nhóm",
        ["page"] = "Trang",
        ["shown"] = "Số dòng đã xem",
        ["total"] = "Tổng số",
        ["verdict"] = "Kết quả kiểm tra",
        ["row"] = "Dòng",
        ["decision"] = "Quyết định",
        ["person"] = "Người",
        ["sha256"] = "Mã băm SHA-256 của tệp",
        ["rows"] = "Số dòng",
        ["newPeople"] = "Người mới",
        ["changedPeople"] = "Người có thay đổi",
        ["waiting"] = "Dòng chờ quyết định",
        ["people"] = "Số người",
        ["bytes"] = "Cỡ tệp (byte)",
        ["year"] = "Năm",
        ["user"] = "Người dùng",
        ["kind"] = "Loại việc",
        ["from"] = "Từ ngày",
        ["to"] = "Đến ngày",
        ["entries"] = "Số mục",
        ["field"] = "Trường",
        ["changes"] = "Số thay đổi",
        ["users"] = "Số tài khoản",
        ["imports"] = "Số đợt nhập",
        ["purpose"] = "Mục đích",
        ["recipient"] = "Bên nhận",
    };

    private static readonly HashSet<string> Ids = ["row", "person", "page", "year", "HeaderRow"];

    public static string Of(string field) => Names.GetValueOrDefault(field, field);

    public static bool Knows(string field) => Names.ContainsKey(field);

    /// <summary>Then a number has no dots: it is a page, a year or an id.</summary>
    public static bool NamesSomething(string field) => field.EndsWith("Id", StringComparison.Ordinal) || Ids.Contains(field);
}
