using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Why a row waits for a decision, and what the officer can do.</summary>
public static class DoubtText
{
    /// <param name="earlierRow">As <see cref="ListRowText"/> says it.</param>
    public static string Of(DoubtReason doubt, string? earlierRow) => doubt switch
    {
        DoubtReason.CitizenIdOfAnother =>
            "Số định danh này đã có trong hệ thống với họ tên và ngày sinh khác. Hãy kiểm tra lại số định danh.",
        DoubtReason.CitizenIdsDiffer =>
            "Trùng họ tên, ngày sinh, giới tính và nơi ở với người đã có nhưng khác số định danh. Hãy chọn đúng người hoặc nhập là người mới.",
        DoubtReason.SameNameAndYear =>
            "Trùng họ tên và năm sinh với người đã có tại địa phương. Hãy chọn đúng người hoặc nhập là người mới.",
        DoubtReason.SeveralFit =>
            "Có nhiều người trùng họ tên và ngày sinh tại địa phương. Hãy chọn đúng người hoặc bổ sung số định danh.",
        DoubtReason.SameAsEarlierRow => $"Trùng họ tên và năm sinh với dòng {earlierRow} trong cùng tệp. Nếu là hai người khác nhau, hãy chọn “Người mới”; nếu ghi lặp, hãy bỏ dòng này.",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "No text for this doubt"),
    };

    /// <summary>A rule that decides many rows, as the officer chooses it.</summary>
    public static string Of(DecisionRule rule) => rule switch
    {
        DecisionRule.SameBirthAndBranch => "Trùng họ tên, ngày sinh và chi hội, không có gì khác: là người đã có",
        DecisionRule.SameBirth => "Trùng họ tên và ngày sinh, không có gì khác: là người đã có",
        DecisionRule.DiffersFromAll => "Chỉ trùng họ tên và năm sinh, khác giới tính hoặc số CMND: là người mới",
        DecisionRule.Repeated => "Ghi lặp dòng khác trong tệp: bỏ dòng lặp",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No text for this rule"),
    };

    /// <summary>Why a rule decided none of the rows that wait.</summary>
    public static string WhyNone(DecisionRule rule) => rule switch
    {
        DecisionRule.SameBirth => "các dòng đang chờ chỉ trùng năm sinh, có điểm khác nhau, hoặc hợp với nhiều người",
        DecisionRule.DiffersFromAll => "các dòng đang chờ trùng cả ngày sinh với người đã có, hoặc không rõ là khác giới tính hay số CMND",
        DecisionRule.Repeated => "không dòng nào đang chờ lặp lại dòng khác trong tệp",
        _ => "các dòng đang chờ chỉ trùng năm sinh, khác hoặc không rõ chi hội, có điểm khác nhau, hoặc hợp với nhiều người",
    };
}
