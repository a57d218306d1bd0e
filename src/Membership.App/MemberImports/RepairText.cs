using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What is put right in a row, for the officer to agree to.</summary>
public static class RepairText
{
    /// <summary>Rows that are not taken are no rows put right.</summary>
    public static bool LeavesOut(RepairCode repair) => repair is RepairCode.LeaverLeftOut or RepairCode.StruckLeftOut;

    public static string Of(RepairCode repair) => repair switch
    {
        RepairCode.LeadingZerosRestored => "thêm lại số 0 ở đầu số định danh, số CMND",
        RepairCode.PhoneZeroRestored => "thêm lại số 0 ở đầu số điện thoại",
        RepairCode.YearInDateCell => "năm sinh nằm trong ô định dạng ngày, hiểu là năm",
        RepairCode.TwoDigitYear => "năm viết hai chữ số, hiểu là năm đủ bốn chữ số",
        RepairCode.LookAlikeLetters => "thay chữ cái trông giống (Ð, Ƣ) bằng chữ tiếng Việt (Đ, Ư)",
        RepairCode.LegacyTextConverted => "chuyển chữ của phông cũ (TCVN3, VNI) hoặc chữ bị sai mã sang Unicode",
        RepairCode.DayAndMonthExchanged => "đổi lại ngày và tháng bị Excel đảo trong cột ngày",
        RepairCode.NameInCapitals => "viết lại họ tên chữ hoa toàn bộ thành chữ hoa đầu từ",
        RepairCode.ClassInDateCell => "lớp học (như 12/12) bị Excel đổi thành ngày, hiểu là lớp",
        RepairCode.DittoMark => "dấu “nt”, “như trên” được hiểu là giá trị của dòng trên",
        RepairCode.DayInUniversalTime => "ngày ghi theo giờ quốc tế (UTC), hiểu là ngày ở Việt Nam",
        RepairCode.EveningBefore => "ngày giờ vào buổi tối hôm trước (17:00, 16:00… do phần mềm ghi theo giờ nước khác), hiểu là ngày hôm sau",
        RepairCode.SerialNumber => "ngày bị mất định dạng, chỉ còn số thứ tự của Excel (như 25569), hiểu là ngày",
        RepairCode.MonthFirst => "ngày viết tháng trước ngày sau (như 03/25/1980), đổi lại thành ngày/tháng/năm",
        RepairCode.LeaverLeftOut => "danh sách ghi người này đã mất, chuyển đi hoặc thôi sinh hoạt: không nhận là hội viên",
        RepairCode.StruckLeftOut => "họ tên bị gạch ngang: coi là đã bỏ khỏi danh sách, không nhận",
        RepairCode.NumberAndPhoneParted => "số định danh và số điện thoại ghi chung một ô, tách thành hai mục",
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair, "No text for this repair"),
    };
}
