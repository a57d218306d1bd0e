using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What is put right in a row, for the officer to agree to.</summary>
public static class RepairText
{
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
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair, "No text for this repair"),
    };
}
