namespace Membership.App.Samples;

/// <summary>A commune of today's Cần Thơ that sample people live in.</summary>
/// <param name="Code">The official code since 1 July 2025.</param>
/// <param name="Name">With its kind, as in the list of units.</param>
public sealed record SampleCommune(string Code, string Name)
{
    private static readonly string[] HamletNames =
    [
        "Nhơn Lộc", "Tân Long", "Thị Tứ", "Nhơn Thuận", "Trường Thọ", "Tân Hưng", "Bình Thạnh", "Phú Hòa", "Mỹ Phụng", "Thới An", "Đông Lợi", "Hòa Bình",
    ];

    /// <summary>The first three digits of a citizen number whose birth was registered here: 092, 093 or 094.</summary>
    public string IdPrefix { get; init; } = "092";

    /// <summary>How many of the sample's people live here, relative to the other communes: thousands of inhabitants.</summary>
    public int Weight { get; init; } = 40;

    /// <summary>Of a thousand people.</summary>
    public int KhmerPerMille { get; init; } = 5;

    /// <summary>The participation rate at the end of the sample, in hundredths of a percent; null: no population figure.</summary>
    public int? FinalRate { get; init; }

    /// <summary>Whether farmers are organized here: in city wards they often are not.</summary>
    public bool HasFarmersUnion { get; init; } = true;

    public int Neighbourhoods { get; init; } = 8;

    public bool IsWard => Name.StartsWith("Phường", StringComparison.Ordinal);

    /// <summary>"khu vực 3", "khóm 3" or "ấp Tân Long", by number from 0.</summary>
    public string Neighbourhood(int number)
    {
        if (!IsWard)
            return $"ấp {HamletNames[number % HamletNames.Length]}";

        return IdPrefix == "094" ? $"khóm {number + 1}" : $"khu vực {number + 1}";
    }
}

public static class SampleCommunes
{
    public static readonly SampleCommune CaiKhe = new("31120", "Phường Cái Khế") { Weight = 58, FinalRate = 7820, HasFarmersUnion = false, Neighbourhoods = 12 };

    public static readonly SampleCommune NinhKieu = new("31135", "Phường Ninh Kiều") { Weight = 120, FinalRate = 6840, HasFarmersUnion = false, Neighbourhoods = 18 };

    public static readonly SampleCommune TanAn = new("31147", "Phường Tân An") { Weight = 86, FinalRate = 7401, Neighbourhoods = 14 };

    public static readonly SampleCommune PhongDien = new("31299", "Xã Phong Điền") { Weight = 52, FinalRate = 8150, Neighbourhoods = 12 };

    public static readonly SampleCommune ChauThanh = new("31366", "Xã Châu Thành") { Weight = 39, FinalRate = 7640, IdPrefix = "093", KhmerPerMille = 40, Neighbourhoods = 10 };

    public static readonly SampleCommune PhuLoi = new("31510", "Phường Phú Lợi") { Weight = 96, FinalRate = 6350, IdPrefix = "094", KhmerPerMille = 240, Neighbourhoods = 15 };

    /// <summary>Has people and no population figure, so that "chưa có số liệu dân số" is seen.</summary>
    public static readonly SampleCommune TaiVan = new("31687", "Xã Tài Văn") { Weight = 34, IdPrefix = "094", KhmerPerMille = 420 };

    /// <summary>The communes of the demonstration, over the three former provinces: two clearly below the 74 %, one on the line.</summary>
    public static IReadOnlyList<SampleCommune> OfDemo { get; } = [CaiKhe, NinhKieu, TanAn, PhongDien, ChauThanh, PhuLoi, TaiVan];
}
