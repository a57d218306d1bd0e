namespace Membership.Domain.Members;

/// <summary>Why a membership began or ended (domain.md 2.8, glossary 17 to 26).</summary>
public enum MembershipReason
{
    /// <summary>The person stood on a list; when and how she joined was not said.</summary>
    Listed = 1,
    Admission = 2,
    Readmission = 3,
    TransferIn = 4,
    TransferOut = 5,
    InternalTransfer = 6,
    Merger = 7,
    Withdrawal = 8,

    /// <summary>Xóa tên: the record stays.</summary>
    Removal = 9,
    Expulsion = 10,
    AgingOut = 11,

    /// <summary>Chấm dứt do thay đổi quy định, such as civil servants leaving the union in 2025.</summary>
    EndedByRule = 12,
    Death = 13,
}
