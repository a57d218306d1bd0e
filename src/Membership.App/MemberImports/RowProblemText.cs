using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>The one Vietnamese sentence of each problem of a row: what is wrong, and what to do about it.</summary>
public static partial class RowProblemText
{
    private const int ShownLength = 60;

    [SuppressMessage("Maintainability", "CA1502", Justification = "One switch, so that a missing sentence is seen; a test goes through all codes.")]
    public static string Of(RowProblem problem) => problem.Code switch
    {
        RowProblemCode.NameMissing => "Thiếu họ và tên. Hãy ghi đủ họ và tên của người ở dòng này.",
        RowProblemCode.NameHasForeignCharacters => $"Họ và tên “{Shown(problem)}” có ký tự không dùng trong tên người (chữ số, dấu, hoặc phông chữ cũ). Hãy gõ lại họ và tên.",
        RowProblemCode.SeveralPeopleInCell => "Ô họ và tên có nhiều người hoặc quá dài. Hãy tách mỗi người một dòng.",
        RowProblemCode.BirthDateMissing => "Thiếu ngày sinh và thiếu số định danh. Hãy ghi ngày sinh, năm sinh hoặc số định danh.",
        RowProblemCode.DateDoesNotExist => $"{Field(problem)} “{Shown(problem)}” không có trong lịch. Hãy sửa lại, hoặc chỉ ghi năm nếu không rõ ngày tháng.",
        RowProblemCode.DateUnreadable => $"{Field(problem)} “{Shown(problem)}” không đọc được. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 05/03/1980, hoặc chỉ ghi năm.",
        RowProblemCode.DateOutOfRange => $"{Field(problem)} “{Shown(problem)}” {WhyOutOfRange(problem.Text)}. Hãy kiểm tra lại.",
        RowProblemCode.SexUnreadable => $"Giới tính “{Shown(problem)}” không rõ là nam hay nữ. Hãy ghi “Nam” hoặc “Nữ”.",
        RowProblemCode.SexAmbiguous => "Cả hai cột Nam và Nữ đều có ghi. Hãy chỉ ghi ở một cột.",
        RowProblemCode.CitizenIdUnreadable => $"Số định danh “{Shown(problem)}” không đủ 12 chữ số (hoặc 9 số với CMND cũ). Hãy ghi lại đúng như trên thẻ.",
        RowProblemCode.AdmittedOnUnreadable => $"Ngày vào tổ chức “{Shown(problem)}” không đọc được. Hãy ghi theo dạng ngày/tháng/năm, tháng/năm hoặc chỉ ghi năm.",
        RowProblemCode.CellHasError => $"Ô {Field(problem)} báo lỗi {Shown(problem)} trong Excel. Hãy gõ lại giá trị thay cho công thức.",
        RowProblemCode.InAnotherUnitThatDay => "Vào ngày của danh sách, người này đã có tên ở đơn vị khác của cùng tổ chức. Hãy thống nhất với đơn vị đó rồi chỉ ghi ở một danh sách.",
        RowProblemCode.PersonRestricted => "Người này đang được hạn chế xử lý dữ liệu theo yêu cầu nên danh sách không được thay đổi thông tin đã lưu. Hãy bỏ dòng này, hoặc chờ đến khi hết hạn chế rồi nhập lại.",
        RowProblemCode.SamePersonAsRow => $"Người này đã có ở dòng {problem.Text} trong cùng tệp. Hãy bỏ một trong hai dòng.",
        RowProblemCode.DateOrderUnclear => $"{Field(problem)} “{Shown(problem)}” không rõ đâu là ngày, đâu là tháng, vì trong cột có ngày viết tháng trước. Hãy ghi lại cả cột theo dạng ngày/tháng/năm.",
        RowProblemCode.BornInYearOfList => $"{Field(problem)} “{Shown(problem)}” trùng với năm của danh sách. Hãy ghi lại ngày sinh đúng.",
        RowProblemCode.OnlyInOtherOrganizations => "Dòng này không đánh dấu tổ chức lập danh sách, chỉ đánh dấu tổ chức không thuộc phạm vi của bạn nên không ghi. Hãy đánh dấu thêm nếu người này cũng là hội viên, hoặc bỏ dòng này.",
        RowProblemCode.TextBroken => $"{Field(problem)} “{Shown(problem)}” có ký tự bị hỏng, tệp chỉ còn một nửa ký tự. Hãy gõ lại ô này.",
        RowProblemCode.TextGarbled => $"{Field(problem)} “{Shown(problem)}” là chữ của phông cũ hoặc chữ bị sai mã nên không được ghi. Hãy gõ lại ô này bằng chữ Unicode.",
        RowProblemCode.HasLeft => "Danh sách ghi người này đã mất, chuyển đi hoặc thôi sinh hoạt nên không nhận là hội viên. Hãy bỏ chữ đó ở dòng này nếu người này vẫn đang sinh hoạt, hoặc trả lời “Vẫn nhận” cho cả danh sách.",
        RowProblemCode.StruckThrough => "Họ tên ở dòng này bị gạch ngang trong tệp nên không nhận. Hãy gõ lại họ tên nếu người này vẫn là hội viên, hoặc trả lời “Vẫn nhận” cho cả danh sách.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Code, "No sentence for this problem"),
    };

    /// <summary>The problem in a few words, for counts over a whole list.</summary>
    [SuppressMessage("Maintainability", "CA1502", Justification = "As above.")]
    public static string Title(RowProblemCode code) => code switch
    {
        RowProblemCode.NameMissing => "thiếu họ và tên",
        RowProblemCode.NameHasForeignCharacters => "họ và tên có ký tự lạ",
        RowProblemCode.SeveralPeopleInCell => "nhiều người trong một ô",
        RowProblemCode.BirthDateMissing => "thiếu cả ngày sinh và số định danh",
        RowProblemCode.DateDoesNotExist => "ngày không có trong lịch",
        RowProblemCode.DateUnreadable => "ngày không đọc được",
        RowProblemCode.DateOutOfRange => "ngày ngoài khoảng hợp lý",
        RowProblemCode.SexUnreadable => "giới tính không rõ",
        RowProblemCode.SexAmbiguous => "ghi cả nam và nữ",
        RowProblemCode.CitizenIdUnreadable => "số định danh không đúng",
        RowProblemCode.AdmittedOnUnreadable => "ngày vào tổ chức không đọc được",
        RowProblemCode.CellHasError => "ô báo lỗi trong Excel",
        RowProblemCode.InAnotherUnitThatDay => "đã có tên ở đơn vị khác của cùng tổ chức",
        RowProblemCode.PersonRestricted => "đang hạn chế xử lý dữ liệu",
        RowProblemCode.SamePersonAsRow => "trùng người ở dòng khác trong tệp",
        RowProblemCode.DateOrderUnclear => "không rõ thứ tự ngày và tháng",
        RowProblemCode.BornInYearOfList => "năm sinh trùng với năm của danh sách",
        RowProblemCode.OnlyInOtherOrganizations => "chỉ thuộc tổ chức ngoài phạm vi của bạn",
        RowProblemCode.TextBroken => "ký tự bị hỏng",
        RowProblemCode.TextGarbled => "chữ của phông cũ hoặc chữ bị sai mã",
        RowProblemCode.HasLeft => "đã mất, chuyển đi hoặc thôi sinh hoạt",
        RowProblemCode.StruckThrough => "họ tên bị gạch ngang",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No title for this problem"),
    };

    private static string WhyOutOfRange(string date) => Year().Match(date) is not { Success: true } year
        ? "trước năm 1900 hoặc sau ngày của danh sách"
        : (int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) - PartialDate.FirstYear) switch
        {
            < 0 => "trước năm 1900",
            0 => "là ngày đầu tiên mà Excel biết, thường do gõ nhầm",
            _ => "sau ngày của danh sách",
        };

    [GeneratedRegex("(?<![0-9])[0-9]{4}(?![0-9])")]
    private static partial Regex Year();

    private static string Field(RowProblem problem) => MemberFieldText.Of(problem.Field);

    private static string Shown(RowProblem problem) =>
        ShownCell.Of(problem.Text.Length <= ShownLength ? problem.Text : problem.Text[..ShownLength] + "…");
}
