using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>What speaks for and against a row and a known person being one, in words.</summary>
public static class EvidenceText
{
    // Name and whole birth date; name and year. One thing that differs takes a row below them.
    private const int VeryLikely = 65;
    private const int Likely = 45;

    /// <summary>"có thể: trùng họ tên, ngày sinh; khác giới tính".</summary>
    public static string Of(MatchEvidence match)
    {
        var agrees = Names(match, agrees: true);
        var differs = Names(match, agrees: false);
        return $"{(match.Score >= VeryLikely ? "rất có thể" : match.Score >= Likely ? "có thể" : "ít khả năng")}: "
            + string.Join("; ", new[] { agrees.Length > 0 ? $"trùng {agrees}" : "", differs.Length > 0 ? $"khác {differs}" : "" }.Where(part => part.Length > 0));
    }

    /// <summary>"sổ ghi: đã qua đời, từ 15/07/2026 (Hội Phụ nữ)".</summary>
    public static string Of(CandidateEnd end) => $"sổ ghi: {Of(end.Reason)}, từ {ShownDate.Of(end.On)} ({end.Organization})";

    /// <summary>"Chi hội khu vực 2 · Hội Nông dân · 12, khu vực 2 · điện thoại …678"; null when nothing of it is known.</summary>
    public static string? PlaceOf(Candidate candidate)
    {
        string?[] parts =
        [
            candidate.Branch, candidate.Organizations.Count == 0 ? null : string.Join(", ", candidate.Organizations), candidate.Address,
            candidate.PhoneEnd is { } end ? $"điện thoại …{end}" : null,
        ];
        return parts.Any(part => part is not null) ? string.Join(" · ", parts.OfType<string>()) : null;
    }

    private static string Of(MembershipReason reason) => reason switch
    {
        MembershipReason.Death => "đã qua đời",
        MembershipReason.Expulsion => "bị khai trừ",
        MembershipReason.Removal => "bị xóa tên",
        MembershipReason.Withdrawal => "đã xin ra",
        MembershipReason.TransferOut => "đã chuyển đi",
        MembershipReason.AgingOut => "đã trưởng thành",
        MembershipReason.EndedByRule => "đã thôi do thay đổi quy định",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No text for this reason"),
    };

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
        EvidenceKind.NameWithoutMarks => "họ tên (bỏ dấu)",
        EvidenceKind.NameNearly => "họ tên (lệch dấu hoặc một chữ)",
        EvidenceKind.NameWordsMissing => "họ tên (thiếu tên đệm)",
        EvidenceKind.GivenName => "họ và tên đệm (chỉ trùng tên)",
        EvidenceKind.BirthDateNearly => "ngày sinh (lệch một chữ số hoặc một ngày)",
        EvidenceKind.CitizenIdNearly => "số định danh (lệch một chữ số)",
        EvidenceKind.RecordedAsGone => "tình trạng ghi trong sổ",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No text for this evidence"),
    };

    private static string Names(MatchEvidence match, bool agrees) =>
        string.Join(", ", match.Evidence.Where(one => one.Agrees == agrees).Select(one => Of(one.Kind)));
}
