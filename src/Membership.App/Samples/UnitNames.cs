namespace Membership.App.Samples;

/// <summary>What the units of the sample are called.</summary>
internal static class UnitNames
{
    private static readonly string[] Workplaces =
    [
        "Trường Tiểu học", "Trường Trung học cơ sở", "Trạm Y tế", "Ủy ban nhân dân", "Công ty May Hậu Giang Mới", "Công ty Chế biến thủy sản Sông Hậu",
        "Hợp tác xã Dịch vụ nông nghiệp", "Công ty Xây dựng Tây Đô Mới", "Nghiệp đoàn xe ôm", "Siêu thị Miền Tây",
    ];

    /// <summary>"Chi hội", "Chi đoàn", "Chi bộ" …, beginning a name.</summary>
    public static string BranchWord(string organization) => organization switch
    {
        "DANG" => "Chi bộ",
        "DTN" => "Chi đoàn",
        "CD" => "Công đoàn cơ sở",
        "MTTQ" => "Ban công tác Mặt trận",
        _ => "Chi hội",
    };

    /// <summary>"Hội Nông dân phường Cái Khế".</summary>
    public static string BaseUnit(string organization, string communeName)
    {
        var commune = char.ToLowerInvariant(communeName[0]) + communeName[1..];
        return organization switch
        {
            "DANG" => $"Đảng bộ {commune}",
            "MTTQ" => $"Ủy ban Mặt trận Tổ quốc Việt Nam {commune}",
            "CD" => $"Công đoàn {commune}",
            "HND" => $"Hội Nông dân {commune}",
            "DTN" => $"Đoàn TNCS Hồ Chí Minh {commune}",
            "LHPN" => $"Hội Liên hiệp Phụ nữ {commune}",
            "CCB" => $"Hội Cựu chiến binh {commune}",
            _ => $"{organization} {commune}",
        };
    }

    /// <summary>"Chi hội khu vực 3"; trade unions are organized by workplace.</summary>
    public static string Branch(string organization, SampleCommune commune, int neighbourhood) => organization == "CD"
        ? $"{BranchWord(organization)} {Workplaces[neighbourhood % Workplaces.Length]}"
        : $"{BranchWord(organization)} {commune.Neighbourhood(neighbourhood)}";
}
