using System.Diagnostics.CodeAnalysis;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What is wrong with a row and what to do, as the officer reads it. Never repeats what stands in the cell: that is shown
/// beside it, and may be personal.</summary>
public static class RowProblemText
{
    [SuppressMessage("Maintainability", "CA1502", Justification = "One switch on one page is how a missing sentence is seen.")]
    public static string Of(RowProblemCode code) => code switch
    {
        RowProblemCode.NameMissing =>
            "Thiếu họ tên. Hãy ghi họ tên của hội viên, hoặc xóa dòng nếu không phải là hội viên.",
        RowProblemCode.NameHasForeignCharacters =>
            "Họ tên có ký tự lạ: chữ số, dấu công thức hoặc chữ gõ bằng bảng mã cũ (TCVN3, VNI). Hãy gõ lại họ tên bằng Unicode.",
        RowProblemCode.SeveralPeopleInCell =>
            "Một ô ghi họ tên của nhiều người. Hãy tách mỗi người một dòng.",
        RowProblemCode.BirthDateMissing =>
            "Thiếu cả ngày sinh lẫn số định danh cá nhân nên không phân biệt được người trùng tên. Hãy bổ sung ít nhất năm sinh hoặc số định danh.",
        RowProblemCode.DateDoesNotExist =>
            "Ngày này không có trong lịch. Hãy sửa lại theo ngày/tháng/năm; nếu không chắc ngày, tháng thì chỉ ghi năm.",
        RowProblemCode.DateUnreadable =>
            "Không đọc được ngày sinh. Hãy ghi theo mẫu ngày/tháng/năm (05/03/1980), tháng/năm (03/1980) hoặc chỉ năm (1980).",
        RowProblemCode.DateOutOfRange =>
            "Ngày sinh trước năm 1900 hoặc sau ngày của danh sách. Hãy kiểm tra lại năm.",
        RowProblemCode.SexUnreadable =>
            "Không đọc được giới tính. Hãy ghi Nam hoặc Nữ, hoặc đánh dấu x vào cột tương ứng.",
        RowProblemCode.SexAmbiguous =>
            "Dòng này vừa ghi là nam vừa ghi là nữ. Hãy giữ lại một cột đúng và để trống cột kia.",
        RowProblemCode.CitizenIdUnreadable =>
            "Số định danh không đúng: phải có 12 chữ số (CCCD) hoặc 9 chữ số (CMND cũ). Hãy định dạng ô là Văn bản (Text) rồi gõ lại đủ số.",
        RowProblemCode.AdmittedOnUnreadable =>
            "Không đọc được ngày vào tổ chức, hoặc ngày này sau ngày của danh sách. Hãy ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm; không rõ thì để trống.",
        RowProblemCode.CellHasError =>
            "Ô đang báo lỗi của Excel (như #N/A, #REF!). Hãy sửa công thức hoặc gõ thẳng giá trị vào ô.",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A problem without a sentence"),
    };
}
