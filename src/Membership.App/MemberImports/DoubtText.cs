using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Why a row waits for a decision, and what the officer can do.</summary>
public static class DoubtText
{
    /// <param name="earlierRow">As <see cref="ListRowText"/> says it.</param>
    public static string Of(DoubtReason doubt, string? earlierRow) => doubt switch
    {
        DoubtReason.CitizenIdOfAnother =>
            "Số định danh này đã có trong hệ thống với họ tên, giới tính hoặc ngày sinh khác. Hãy kiểm tra lại số định danh; nếu số ghi sai, hãy sửa dòng này.",
        DoubtReason.CitizenIdsDiffer =>
            "Trùng họ tên, ngày sinh, giới tính và nơi ở với người đã có nhưng khác số định danh. Hãy chọn đúng người hoặc nhập là người mới.",
        DoubtReason.SameNameAndYear =>
            "Trùng họ tên và năm sinh với người đã có tại địa phương, nhưng chưa đủ ngày sinh hoặc giới tính để chắc chắn. Hãy chọn đúng người hoặc nhập là người mới.",
        DoubtReason.SeveralFit =>
            "Có nhiều người trùng họ tên và ngày sinh tại địa phương. Hãy chọn đúng người hoặc bổ sung số định danh.",
        DoubtReason.SameAsEarlierRow => $"Trùng họ tên và năm sinh với dòng {earlierRow} trong cùng tệp. Nếu là hai người khác nhau, hãy chọn “Người mới”; nếu ghi lặp, hãy bỏ dòng này.",
        DoubtReason.NearlyEarlierRow => $"Gần trùng với dòng {earlierRow} trong cùng tệp: họ tên hoặc ngày sinh chỉ lệch đôi chút. Nếu là hai người khác nhau, hãy chọn “Người mới”; nếu là một người, hãy sửa hoặc bỏ dòng ghi sai.",
        DoubtReason.NumberAgreesNearly =>
            "Số định danh này đã có trong hệ thống, họ tên hoặc ngày sinh ghi lệch đôi chút. Nếu là người đó, hãy chọn người đó; nếu không, hãy kiểm tra lại số định danh.",
        DoubtReason.NearlyEqual =>
            "Gần trùng với người đã có tại địa phương: họ tên hoặc ngày sinh chỉ lệch đôi chút. Hãy chọn đúng người hoặc nhập là người mới.",
        DoubtReason.NumberOfSeveralRows =>
            "Số định danh này đứng ở nhiều dòng của tệp với họ tên hoặc ngày sinh khác nhau. Hãy đối chiếu giấy tờ, sửa số ở dòng ghi sai hoặc bỏ dòng đó.",
        DoubtReason.RecordedAsGone =>
            "Dòng này nói về một người mà sổ ghi là không còn trong tổ chức. Nếu người đó sinh hoạt trở lại, hãy chọn người đó; nếu danh sách cũ hoặc ghi nhầm, hãy bỏ dòng này.",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "No text for this doubt"),
    };

    /// <summary>Of a row, with the other rows of the file that it has to do with.</summary>
    /// <param name="sheets">As <see cref="ListRowText"/> takes them.</param>
    public static string? Of(RowDetails details, IReadOnlyDictionary<int, string> sheets) => details switch
    {
        { Doubt: null } => null,
        { Doubt: DoubtReason.NumberOfSeveralRows, SameNumberRows: { Count: > 0 } rows } =>
            $"Số này đứng ở {rows.Count} dòng có họ tên hoặc ngày sinh khác nhau (dòng {string.Join("; ", rows.Select(row => ListRowText.Of(row, sheets)))}). Hãy đối chiếu giấy tờ, sửa số ở dòng ghi sai hoặc bỏ dòng đó.",
        { Doubt: { } doubt } => Of(doubt, details.EarlierRow is { } earlier ? ListRowText.Of(earlier, sheets) : null),
    };

    /// <summary>A rule that decides many rows, as the officer chooses it.</summary>
    public static string Of(DecisionRule rule) => rule switch
    {
        DecisionRule.SameBirthAndBranch => "Trùng họ tên, ngày sinh và chi hội, không có gì khác: là người đã có",
        DecisionRule.SameBirth => "Trùng họ tên và ngày sinh, không có gì khác: là người đã có",
        DecisionRule.DiffersFromAll => "Chỉ trùng họ tên và năm sinh, khác giới tính hoặc số CMND: là người mới",
        DecisionRule.Repeated => "Ghi lặp dòng khác trong tệp: bỏ dòng lặp",
        DecisionRule.SameYearAndBranch => "Cùng họ tên, cùng năm sinh, cùng chi hội, một người duy nhất: là người đã có",
        DecisionRule.SameNumber => "Cùng số định danh, họ tên hoặc ngày sinh ghi lệch đôi chút: là người đã có",
        DecisionRule.NameWithoutMarks => "Họ tên thiếu dấu, cùng ngày sinh, không có gì khác: là người đã có",
        DecisionRule.ExchangedBirthInBranch => "Cùng họ tên, cùng chi hội, ngày sinh đảo ngày và tháng, một người duy nhất: là người đã có",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No text for this rule"),
    };

    /// <summary>Why a rule decided none of the rows that wait.</summary>
    public static string WhyNone(DecisionRule rule) => rule switch
    {
        DecisionRule.SameBirth => "các dòng đang chờ chỉ trùng năm sinh, có điểm khác nhau, hoặc hợp với nhiều người",
        DecisionRule.DiffersFromAll => "các dòng đang chờ trùng cả ngày sinh với người đã có, hoặc không rõ là khác giới tính hay số CMND",
        DecisionRule.Repeated => "không dòng nào đang chờ lặp lại dòng khác trong tệp",
        DecisionRule.SameNumber => "không dòng nào đang chờ trùng số định danh với người có họ tên và ngày sinh gần giống",
        DecisionRule.NameWithoutMarks => "không dòng nào đang chờ chỉ thiếu dấu trong họ tên",
        DecisionRule.SameYearAndBranch or DecisionRule.ExchangedBirthInBranch =>
            "các dòng đang chờ khác hoặc không rõ chi hội, có điểm khác nhau, hoặc hợp với nhiều người",
        _ => "các dòng đang chờ chỉ trùng năm sinh, khác hoặc không rõ chi hội, có điểm khác nhau, hoặc hợp với nhiều người",
    };
}
