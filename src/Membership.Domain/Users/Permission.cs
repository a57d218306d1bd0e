namespace Membership.Domain.Users;

/// <summary>What a request needs. Each request type declares one; roles give them (<see cref="RolePermissions"/>).</summary>
public enum Permission
{
    /// <summary>Counts and shares; small cells are withheld from those who may not see people.</summary>
    SeeFigures = 1,

    /// <summary>Names, birth dates, memberships, addresses; numbers masked.</summary>
    SeePeople = 2,
    ImportLists = 3,
    EditPopulation = 4,

    /// <summary>What concerns the installation: keys, sample data, recounts.</summary>
    Administer = 5,

    /// <summary>Citizen number, telephone, ethnicity, religion of one person, each opening with a reason.</summary>
    SeeSensitive = 6,
    EditPeople = 7,

    /// <summary>Be the second person of the two-person rule.</summary>
    Approve = 8,
    ExportPeople = 9,
    ManageUsers = 10,
    ReadAudit = 11,

    /// <summary>Receive and answer what people ask about their own data (Luật 91/2025/QH15, NĐ 356/2025 Điều 5).</summary>
    AnswerPeople = 12,

    /// <summary>One's own account: everybody who is signed in.</summary>
    OwnAccount = 13,

    /// <summary>Signing in: everybody, signed in or not.</summary>
    Anyone = 14,
}
