using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The Vietnamese sentence of each warning: what seems wrong, and what to look at. The row is taken all the same.</summary>
public static class RowWarningText
{
    /// <summary>The sentences of a row, each once.</summary>
    /// <param name="organizations">Short names by code.</param>
    public static IEnumerable<string> Of(IEnumerable<RowWarning> warnings, IReadOnlyDictionary<string, string> organizations) =>
        warnings.GroupBy(warning => warning.Code).Select(same => same.Key switch
        {
            RowWarningCode.OrganizationOutOfScope => OutOfScope(string.Join(", ", same.Select(warning => organizations.GetValueOrDefault(warning.Text, warning.Text)).Distinct())),
            RowWarningCode.AnotherCommune => Another(same.First().Text),
            RowWarningCode.CommuneUnknown => Unknown(same.First().Text),
            _ => Of(same.Key),
        });

    public static string Of(RowWarningCode code) => code switch
    {
        RowWarningCode.CitizenIdAgainstSex => "Chữ số thứ tư của số định danh không khớp với giới tính. Hãy kiểm tra lại số định danh và giới tính.",
        RowWarningCode.CitizenIdAgainstBirthYear => "Số định danh không khớp với năm sinh. Hãy kiểm tra lại số định danh và ngày sinh.",
        RowWarningCode.ProvinceCodeUnknown => "Ba chữ số đầu của số định danh không phải là mã của tỉnh, thành phố nào. Hãy kiểm tra lại trên thẻ, trừ khi người này khai sinh ở nước ngoài.",
        RowWarningCode.AgeOutsideRule => "Tuổi vào ngày của danh sách nằm ngoài độ tuổi mà tổ chức quy định. Hãy kiểm tra lại ngày sinh.",
        RowWarningCode.JoinedTooYoung => "Ngày vào tổ chức trước ngày sinh hoặc trước khi đủ 6 tuổi. Hãy kiểm tra lại hai ngày này.",
        RowWarningCode.NameAgainstSex => "Họ tên có chữ “Thị” nhưng giới tính ghi là nam. Hãy kiểm tra lại giới tính.",
        RowWarningCode.PerhapsTwoPeople => "Ô họ và tên có vẻ ghi hai người. Hãy kiểm tra lại; nếu là hai người, hãy tách thành hai dòng.",
        RowWarningCode.PhoneUnreadable => "Số điện thoại không phải là một số đọc được nên được giữ nguyên như đã ghi. Hãy kiểm tra lại nếu cần dùng.",
        RowWarningCode.EthnicGroupUnknown => "Tên dân tộc không có trong danh mục các dân tộc Việt Nam nên được giữ nguyên như đã ghi. Hãy kiểm tra lại cách viết.",
        RowWarningCode.ReligionUnknown => "Tên tôn giáo không có trong danh mục nên được giữ nguyên như đã ghi. Hãy kiểm tra lại cách viết.",
        RowWarningCode.CodeNotTaken => "Ô dân tộc hoặc tôn giáo chỉ ghi mã số, mà các danh mục mã số không giống nhau, nên không được dùng. Hãy ghi bằng tên.",
        RowWarningCode.SeveralTicked => "Có nhiều ô được đánh dấu cho cùng một thông tin (dân tộc, tôn giáo hoặc trình độ) nên không ô nào được dùng. Hãy chỉ đánh dấu một ô.",
        RowWarningCode.OrganizationUnknown => "Tên tổ chức không có trong danh mục các tổ chức có hội viên nên không được ghi. Hãy kiểm tra lại cách viết.",
        RowWarningCode.OrganizationOutOfScope => OutOfScope("tổ chức khác"),
        RowWarningCode.OrganizationCellUnclear => "Ô dưới tên tổ chức không phải là dấu x hay ngày đọc được nên không được ghi. Hãy đánh dấu x, hoặc ghi ngày vào tổ chức.",
        RowWarningCode.NotInOwnOrganization => "Dòng này chỉ đánh dấu tổ chức khác nên người này không được ghi là hội viên của tổ chức lập danh sách. Hãy đánh dấu thêm nếu người này cũng là hội viên.",
        RowWarningCode.LearningUnknown => "Trình độ không có trong danh mục nên được giữ nguyên như đã ghi. Hãy kiểm tra lại cách viết.",
        RowWarningCode.DittoUnclear => "Ô ghi “nt”, “như trên” nhưng không rõ là giá trị nào nên không được ghi. Hãy ghi đủ giá trị.",
        RowWarningCode.CellHasError => "Ô báo lỗi trong Excel (như #N/A) nên không được ghi. Hãy gõ giá trị thay cho công thức.",
        RowWarningCode.PerhapsLeft => "Dòng này có vẻ ghi người đã thôi sinh hoạt, chuyển đi hoặc đã mất. Hãy kiểm tra trước khi ghi.",
        RowWarningCode.BirthYearAgainstBirthDate => "Năm sinh không khớp với ngày sinh trong cùng dòng; ngày sinh được dùng. Hãy kiểm tra lại hai ô này.",
        RowWarningCode.NameHasAdditions => "Ô họ và tên có vẻ ghi thêm chữ ngoài họ tên (như “Bà”, chú thích trong ngoặc) hoặc đảo tên lên trước họ. Hãy kiểm tra lại và chỉ ghi họ tên.",
        RowWarningCode.DayInTextCell => "Ô này đã bị Excel đổi thành ngày (như số nhà 2/5) và được giữ như ngày đó. Hãy ghi lại đúng giá trị.",
        RowWarningCode.LettersLost => "Địa chỉ có dấu “?” thay cho chữ bị mất nên không được ghi. Hãy gõ lại địa chỉ nếu cần.",
        RowWarningCode.CellStruckThrough => "Dòng này có ô bị gạch ngang trong tệp. Hãy xem giá trị nào còn đúng trước khi ghi.",
        RowWarningCode.AnotherCommune => Another("xã, phường khác"),
        RowWarningCode.CommuneUnknown => Unknown("một xã, phường"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No sentence for this warning"),
    };

    private static string Another(string place) =>
        $"Nơi ở ghi {place}, không thuộc xã, phường của danh sách. Người này vẫn được ghi là cư trú ở xã, phường của danh sách. Hãy cho biết nơi ở đúng ở mục “Giá trị chưa hiểu”, một lần cho mọi dòng ghi như vậy.";

    private static string Unknown(string place) =>
        $"Nơi ở ghi {place}, không có trong danh mục xã, phường trước đây và hiện nay. Người này vẫn được ghi là cư trú ở xã, phường của danh sách. Hãy kiểm tra lại địa chỉ, hoặc cho biết nơi ở đúng ở mục “Giá trị chưa hiểu”.";

    private static string OutOfScope(string organizations) =>
        $"Người này còn được ghi là hội viên của {organizations}, không thuộc phạm vi của bạn nên không ghi. Hãy gửi danh sách cho cán bộ phụ trách tổ chức đó.";
}
