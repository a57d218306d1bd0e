using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What speaks for and against a row and a known person being one, in words.</summary>
public static class EvidenceText
{
    /// <summary>"điểm 65/100: trùng họ tên, năm sinh; khác số CMND".</summary>
    public static string Of(MatchEvidence match)
    {
        var agrees = Names(match, agrees: true);
        var differs = Names(match, agrees: false);
        return $"điểm {match.Score.ToString(System.Globalization.CultureInfo.InvariantCulture)}/100: "
            + string.Join("; ", new[] { agrees.Length > 0 ? $"trùng {agrees}" : "", differs.Length > 0 ? $"khác {differs}" : "" }.Where(part => part.Length > 0));
    }

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.FullName => "họ tên",
        EvidenceKind.CitizenId => "số định danh",
        EvidenceKind.BirthDate => "ngày sinh",
        EvidenceKind.BirthYear => "năm sinh",
        EvidenceKind.BirthDateExchanged => "ngày sinh (đảo ngày và tháng)",
        EvidenceKind.Sex => "giới tính",
        EvidenceKind.FormerIdNumber => "số CMND",
        EvidenceKind.Phone => "điện thoại",
        EvidenceKind.Branch => "chi hội, chi đoàn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No text for this evidence"),
    };

    private static string Names(MatchEvidence match, bool agrees) =>
        string.Join(", ", match.Evidence.Where(one => one.Agrees == agrees).Select(one => Of(one.Kind)));
}
