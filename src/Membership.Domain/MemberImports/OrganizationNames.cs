using System.Text.RegularExpressions;

namespace Membership.Domain.MemberImports;

/// <summary>
/// What lists call the organizations, compared as headings are. Short names mean an organization only among other ones: alone
/// "Phụ nữ" is a sex, "Nông dân" a livelihood, and "CĐ" a college.
/// </summary>
internal static partial class OrganizationNames
{
    public const string TradeUnion = "CD";

    /// <summary>"Đoàn viên", which in a list of the trade union can be either of two organizations.</summary>
    private const string MemberOfUnion = "doanvien";

    private static readonly (string Code, string Sure, string Short)[] Known =
    [
        ("DANG", "Đảng viên; Đảng Cộng sản; Đảng CSVN; ĐCSVN", "Đảng; DANG"),
        ("MTTQ", "MTTQ; Mặt trận Tổ quốc; UBMTTQ; Ủy ban MTTQ; Ủy ban Mặt trận Tổ quốc; UB MTTQ; Ủy viên MTTQ; Ủy viên Mặt trận", "Mặt trận; MT"),
        (TradeUnion, "Công đoàn; Công đoàn viên; ĐVCĐ; Liên đoàn Lao động; LĐLĐ", "CĐ"),
        ("HND", "HND; Hội Nông dân; Hội ND", "Nông dân; ND"),
        ("DTN",
            "ĐTN; Đoàn TN; Đoàn Thanh niên; Đoàn TNCS; Đoàn TNCS HCM; Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên Cộng sản Hồ Chí Minh; "
            + "Đoàn Thanh niên CS Hồ Chí Minh; Đoàn Thanh niên CSHCM; ĐTNCS; ĐTNCSHCM; Đoàn viên; Đoàn viên TN; Đoàn viên Thanh niên; Đoàn viên TNCS; Đoàn viên TNCS HCM",
            "Đoàn; Thanh niên; TN; TNCS"),
        ("LHPN", "LHPN; HLHPN; Hội LHPN; Hội PN; HPN; Hội Phụ nữ; Hội Liên hiệp Phụ nữ; Liên hiệp Phụ nữ", "Phụ nữ; PN"),
        ("CCB", "CCB; HCCB; Hội CCB; Hội Cựu chiến binh; Cựu chiến binh", "Cựu CB"),
        ("CTD", "CTĐ; HCTĐ; Hội CTĐ; Hội Chữ thập đỏ", "Chữ thập đỏ"),
        ("NCT", "Hội NCT; HNCT; Hội Người cao tuổi; Hội cao tuổi", "NCT; Người cao tuổi; Cao tuổi"),
        ("KH", "Hội Khuyến học; Hội KH; HKH", "Khuyến học; KH"),
    ];

    private static readonly string[] Countries = ["vietnam", "vn"];
    private static readonly string[] Membership = ["thamgia", "hoivien", "doanvien", "thanhvien", "la"];
    private static readonly Dictionary<string, string> SureByKey = ByKey(entry => entry.Sure);
    private static readonly Dictionary<string, string> ShortByKey = ByKey(entry => entry.Short);

    /// <summary>Null when no organization is called so.</summary>
    public static string? CodeOf(string name) => LegacyText.Candidates(name).Select(Code).FirstOrDefault(code => code is not null);

    /// <summary>The same for a name by its <see cref="ListHeadings.Key"/>.</summary>
    public static string? CodeOfKey(string key) => Find(key, SureByKey) ?? Find(key, ShortByKey);

    /// <summary>Whether the name means the organization wherever it stands.</summary>
    public static bool IsSure(string name) => LegacyText.Candidates(name).Any(reading => Find(ListHeadings.Key(reading), SureByKey) is not null);

    public static bool IsMemberOfUnion(string name) => ListHeadings.Key(name) == MemberOfUnion;

    /// <summary>"HND, PN; CCB" and its like in one cell.</summary>
    public static IEnumerable<string> Divided(string cell) =>
        Dividers().Split(cell).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit));

    private static string? Code(string name) => CodeOfKey(ListHeadings.Key(name));

    /// <summary>As it stands, without its country, or without the word that says that somebody is a member.</summary>
    private static string? Find(string key, Dictionary<string, string> names)
    {
        if (names.TryGetValue(key, out var code))
            return code;
        if (Array.Find(Countries, ending => key.EndsWith(ending, StringComparison.Ordinal)) is { } country)
            return Find(key[..^country.Length], names);

        return Array.Find(Membership, word => key.StartsWith(word, StringComparison.Ordinal)) is { } member ? Find(key[member.Length..], names) : null;
    }

    private static Dictionary<string, string> ByKey(Func<(string Code, string Sure, string Short), string> names) => Known
        .SelectMany(entry => names(entry).Split("; ").Select(name => (Key: ListHeadings.Key(name), entry.Code)))
        .DistinctBy(entry => entry.Key)
        .ToDictionary(entry => entry.Key, entry => entry.Code);

    [GeneratedRegex(@"[,;/+&\n]|\bvà\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dividers();
}
