using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>
/// Names as they are common in the lower Mekong delta, by sex and generation, put together by chance: any likeness with a
/// living person is one. Khmer families of Sóc Trăng have names of their own.
/// </summary>
internal static class SampleNames
{
    private const int YoungFrom = 1990;

    private static readonly WeightedList<string> Families = new(
        ("Nguyễn", 320), ("Trần", 115), ("Lê", 92), ("Phạm", 58), ("Huỳnh", 56), ("Võ", 50), ("Phan", 40), ("Trương", 30), ("Lâm", 26),
        ("Hồ", 24), ("Đặng", 22), ("Dương", 22), ("Ngô", 18), ("Bùi", 16), ("Lý", 14), ("Đỗ", 12), ("Cao", 9), ("Mai", 8), ("Lưu", 8),
        ("Đinh", 7), ("Đoàn", 7), ("Tô", 6), ("Thái", 6), ("Hà", 6), ("Châu", 5), ("Quách", 5), ("Lương", 5), ("Tăng", 4), ("Tạ", 4),
        ("Trịnh", 4), ("Kiều", 3), ("La", 3), ("Giang", 3), ("Từ", 3), ("Ông", 2), ("Âu", 1));

    private static readonly WeightedList<string> KhmerFamilies = new(
        ("Thạch", 32), ("Sơn", 26), ("Lâm", 18), ("Danh", 16), ("Kim", 14), ("Lý", 12), ("Liêu", 4), ("Trà", 3), ("Kiên", 3), ("Đào", 2));

    private static readonly string[] KhmerMen = Split(
        "Sóc|Phol|Ươl|Đa Ra|Sa Rươl|Sà Rinh|Sê Rây|Sa Vươn|Hươl|Phiên|Sang|Minh|Hiền|Phước|Tha|Rích|Sa Khone|Thươl|Sóc Kha|Na Rít");

    private static readonly string[] KhmerWomen = Split(
        "Sa Mây|Sô Phia|Chanh Đa|Na Ri|Sa Rết|Pha Ly|Sà Phương|Thị Hương|Thị Lan|Thị Sô Phi|Thị Na Rinh|Thị Diệu|Sóc Kha|Thị Hoa|Sô Khưn");

    private static readonly WeightedList<string> OlderMenMiddles = new(
        ("Văn", 560), ("Hữu", 50), ("Thanh", 60), ("Minh", 55), ("Ngọc", 35), ("Công", 30), ("Hoàng", 35), ("Phước", 20), ("Quang", 25),
        ("Đức", 20), ("Tấn", 20), ("Quốc", 25), ("Chí", 12), ("", 30));

    private static readonly WeightedList<string> YoungerMenMiddles = new(
        ("Minh", 100), ("Hoàng", 95), ("Quốc", 75), ("Gia", 60), ("Thanh", 60), ("Nhật", 45), ("Tuấn", 45), ("Văn", 70), ("Đăng", 40),
        ("Anh", 35), ("Khánh", 30), ("Hữu", 35), ("Trung", 25), ("Trọng", 25), ("Phúc", 20), ("Chí", 25), ("Duy", 30), ("Tấn", 20), ("", 10));

    private static readonly WeightedList<string> OlderWomenMiddles = new(
        ("Thị", 700), ("Ngọc", 50), ("Kim", 60), ("Mỹ", 35), ("Thu", 25), ("Hồng", 30), ("Bích", 25), ("Thanh", 30), ("Thị Mỹ", 15),
        ("Thị Kim", 20), ("Thị Ngọc", 20), ("Tuyết", 10));

    private static readonly WeightedList<string> YoungerWomenMiddles = new(
        ("Thị", 120), ("Ngọc", 100), ("Thanh", 60), ("Phương", 45), ("Thảo", 40), ("Quỳnh", 40), ("Bảo", 40), ("Khánh", 40), ("Như", 40),
        ("Mỹ", 45), ("Kim", 50), ("Thùy", 35), ("Tường", 20), ("Ánh", 20), ("Thị Ngọc", 40), ("Thị Thanh", 30), ("Thị Mỹ", 25), ("Huỳnh", 25),
        ("Hồng", 25), ("Cẩm", 20), ("Yến", 20), ("Diễm", 15));

    private static readonly string[] OlderMen = Split(
        "Hùng|Dũng|Sơn|Hải|Tâm|Thành|Long|Bình|Minh|Phước|Đức|Sáu|Bảy|Út|Hai|Năm|Tư|Hòa|Lợi|Tài|Nhân|Nghĩa|Chiến|Thắng|Trung|Kiệt|Phúc|Quang"
        + "|Liêm|Mười|Ba|Tám|Hiệp|Thuận|Vinh|Hoàng|Cường|Tuấn|Khanh|Lâm|Tùng|Đông|Danh|Sang|Hậu|Việt|Thanh|Tấn|Nhỏ|Bé|Thạnh|Hưng|Quý|Mẫn|Điền");

    private static readonly string[] YoungerMen = Split(
        "Khang|Bảo|Huy|Khôi|Phát|Duy|Đạt|Phúc|Thịnh|Khoa|Nam|Hưng|Anh|Tuấn|Kiệt|Tín|Lộc|Nhân|An|Toàn|Trí|Triết|Vũ|Phong|Quân|Hào|Tiến|Thiện|Khải"
        + "|Nguyên|Luân|Linh|Tường|Thái|Vinh|Sang|Trọng|Hậu|Đăng|Khánh|Hiếu|Nghĩa|Thông|Minh|Quí|Tài|Lâm|Bách|Việt|Dương");

    private static readonly string[] OlderWomen = Split(
        "Lan|Hoa|Hồng|Cúc|Mai|Nga|Hương|Thu|Tuyết|Liên|Phượng|Bé|Sáu|Bảy|Út|Loan|Nguyệt|Ánh|Thủy|Vân|Yến|Điệp|Kiều|Lệ|Đào|Huệ|Lý|Sương|Gấm|Thắm"
        + "|Hai|Năm|Tư|Chín|Dung|Hạnh|Hà|Thanh|Xuân|Hằng|Oanh|Nhung|Trinh|Nữ|Đẹp|Phương|Thúy|Mười|Sen|Hiền|Ngọc|Nhãn|Cẩm");

    private static readonly string[] YoungerWomen = Split(
        "Ngân|Vy|Trân|Anh|My|Như|Ngọc|Thư|Quỳnh|Hân|Nhi|Tiên|Trang|Linh|Thảo|Uyên|Phương|Trâm|Tuyền|Duyên|Mỹ|Thy|Hằng|Diễm|Giang|Yến|Châu|Ngoan"
        + "|Nghi|Mai|Thùy|Ý|Khanh|Hương|Huyền|Lam|Xuyến|Đan|Vân|Oanh|Thoa|Thơ|Kiều|Tâm|Quyên|Lan|Loan|Trúc|Hà");

    /// <summary>Family name first; the given name is the last word.</summary>
    public static string Draw(SampleRandom random, Sex sex, int birthYear, bool isKhmer)
    {
        if (isKhmer)
            return $"{KhmerFamilies.Pick(random)} {random.Pick(sex == Sex.Male ? KhmerMen : KhmerWomen)}";

        var isYoung = birthYear >= YoungFrom;
        var middle = MiddlesOf(sex, isYoung).Pick(random);
        var family = Families.Pick(random);
        var given = random.Pick(GivenOf(sex, isYoung));
        return middle == "" || middle == given ? $"{family} {given}" : $"{family} {middle} {given}";
    }

    private static WeightedList<string> MiddlesOf(Sex sex, bool isYoung) => (sex, isYoung) switch
    {
        (Sex.Male, false) => OlderMenMiddles,
        (Sex.Male, true) => YoungerMenMiddles,
        (_, false) => OlderWomenMiddles,
        _ => YoungerWomenMiddles,
    };

    private static string[] GivenOf(Sex sex, bool isYoung) => (sex, isYoung) switch
    {
        (Sex.Male, false) => OlderMen,
        (Sex.Male, true) => YoungerMen,
        (_, false) => OlderWomen,
        _ => YoungerWomen,
    };

    private static string[] Split(string names) => names.Split('|');
}
