using Membership.Domain.Users;

namespace Membership.App.Texts;

/// <summary>Permissions and roles as users call them.</summary>
public static class PermissionText
{
    /// <summary>After "quyền …".</summary>
    public static string Of(Permission permission) => permission switch
    {
        Permission.SeeFigures => "xem số liệu",
        Permission.SeePeople => "xem danh sách người",
        Permission.ImportLists => "nhập danh sách",
        Permission.EditPopulation => "ghi số liệu dân số",
        Permission.Administer => "quản trị hệ thống",
        Permission.SeeSensitive => "xem thông tin nhạy cảm",
        Permission.EditPeople => "sửa thông tin người",
        Permission.Approve => "duyệt",
        Permission.ExportPeople => "xuất danh sách người",
        Permission.ManageUsers => "quản lý người dùng",
        Permission.ReadAudit => "xem nhật ký xử lý",
        Permission.AnswerPeople => "giải quyết yêu cầu của người có dữ liệu",
        Permission.OwnAccount => "quản lý tài khoản của mình",
        _ => "làm việc này",
    };

    public static string Of(Role role) => role switch
    {
        Role.DataEntry => "Cán bộ nhập liệu",
        Role.Head => "Lãnh đạo tổ chức",
        Role.Planner => "Cán bộ tổng hợp",
        Role.Administrator => "Quản trị",
        Role.Auditor => "Kiểm tra",
        _ => throw new InvalidOperationException($"No text for {role}"),
    };
}
