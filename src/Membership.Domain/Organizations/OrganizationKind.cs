namespace Membership.Domain.Organizations;

public enum OrganizationKind
{
    /// <summary>Tổ chức chính trị: Đảng Cộng sản Việt Nam.</summary>
    Political = 1,
    FatherlandFront = 2,
    TradeUnion = 3,
    FarmersUnion = 4,
    YouthUnion = 5,
    WomensUnion = 6,
    VeteransAssociation = 7,

    /// <summary>Hội quần chúng.</summary>
    MassAssociation = 8,
}
