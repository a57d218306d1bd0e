namespace Membership.Domain.Localities;

public enum LocalityKind
{
    /// <summary>Thành phố trực thuộc trung ương.</summary>
    CentralCity = 1,
    Province = 2,

    /// <summary>Quận, huyện, thị xã, thành phố thuộc tỉnh: a level that ended on 1 July 2025 (Luật 72/2025/QH15).</summary>
    FormerDistrict = 3,

    /// <summary>Phường.</summary>
    Ward = 4,

    /// <summary>Xã.</summary>
    Commune = 5,

    /// <summary>Thị trấn, until 1 July 2025.</summary>
    Township = 6,

    /// <summary>Đặc khu.</summary>
    SpecialZone = 7,
}

public static class LocalityKinds
{
    /// <summary>The lowest level, where people live: the one that registers are kept for.</summary>
    public static bool IsCommuneLevel(this LocalityKind kind) =>
        kind is LocalityKind.Ward or LocalityKind.Commune or LocalityKind.Township or LocalityKind.SpecialZone;
}
