namespace Membership.Domain.Users;

/// <summary>What somebody does with the system, at a place, for an organization, for a time: see <see cref="RoleGrant"/>.</summary>
public enum Role
{
    /// <summary>Cán bộ nhập liệu: the officer of a commune who keeps its lists.</summary>
    DataEntry = 1,

    /// <summary>Lãnh đạo tổ chức: looks at progress and people, approves, answers for them.</summary>
    Head = 2,

    /// <summary>Cán bộ tổng hợp: statistics and population figures; sees no person.</summary>
    Planner = 3,

    /// <summary>Quản trị: users and the installation; sees no person.</summary>
    Administrator = 4,

    /// <summary>Kiểm tra: reads the log, nothing else.</summary>
    Auditor = 5,
}

/// <summary>Which role may what. One person can hold several roles, so each stays as small as its job.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.DataEntry] = [Permission.SeeFigures, Permission.SeePeople, Permission.SeeSensitive, Permission.EditPeople, Permission.ImportLists],
        [Role.Head] =
        [
            Permission.SeeFigures, Permission.SeePeople, Permission.SeeSensitive, Permission.Approve, Permission.ExportPeople, Permission.AnswerPeople,
        ],
        [Role.Planner] = [Permission.SeeFigures, Permission.EditPopulation],
        [Role.Administrator] = [Permission.SeeFigures, Permission.ManageUsers, Permission.Administer],
        [Role.Auditor] = [Permission.ReadAudit],
    };

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
