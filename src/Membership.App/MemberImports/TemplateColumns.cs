using Membership.Domain.Organizations;

namespace Membership.App.MemberImports;

/// <summary>A column of the template.</summary>
/// <param name="Width">In characters.</param>
/// <param name="HowTo">For the instructions.</param>
/// <param name="Examples">Two, as they would be typed.</param>
internal sealed record TemplateColumn(string Heading, double Width, string HowTo, string Examples)
{
    /// <summary>To choose from; empty for what is typed freely.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Nothing else may be typed.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>The usual form of an organization's list.</summary>
internal static class TemplateColumns
{
    /// <summary>Tổng cục Thống kê, Quyết định 121-TCTK/PPCĐ of 02/03/1979: 54 peoples, by name.</summary>
    public static readonly IReadOnlyList<string> Peoples =
    [
        "Kinh", "Tày", "Thái", "Hoa", "Khơ-me", "Mường", "Nùng", "HMông", "Dao", "Gia-rai", "Ngái", "Ê-đê", "Ba-na", "Xơ-đăng", "Sán Chay",
        "Cơ-ho", "Chăm", "Sán Dìu", "Hrê", "Mnông", "Ra-glai", "Xtiêng", "Bru-Vân Kiều", "Thổ", "Giáy", "Cơ-tu", "Gié-Triêng", "Mạ",
        "Khơ-mú", "Co", "Ta-ôi", "Chơ-ro", "Kháng", "Xinh-mun", "Hà Nhì", "Chu-ru", "Lào", "La Chí", "La Ha", "Phù Lá", "La Hủ", "Lự",
        "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo", "Brâu", "Ơ-đu", "Rơ-măm",
    ];

    private static readonly string[] Religions =
    [
        "Không", "Phật giáo", "Công giáo", "Tin Lành", "Cao Đài", "Phật giáo Hòa Hảo", "Hồi giáo", "Bahá'í", "Bà La Môn", "Đạo Tứ ấn hiếu nghĩa",
        "Tịnh độ cư sĩ Phật hội Việt Nam", "Bửu sơn Kỳ hương", "Minh Sư Đạo", "Minh Lý Đạo",
    ];

    public static IReadOnlyList<TemplateColumn> Of(OrganizationKind kind, IReadOnlyList<string> branches)
    {
        var (branch, admitted) = Words(kind);
        return
        [
            new("STT", 6, "Số thứ tự, có thể bỏ trống.", "1; 2"),
            new("Họ và tên", 28, "Ghi đủ họ, chữ đệm và tên, có dấu. Mỗi người một dòng.", "Nguyễn Thị Ánh; Trần Văn Bình"),
            new("Ngày sinh", 14, "Ghi ngày/tháng/năm. Không rõ ngày tháng thì chỉ ghi năm.", "05/03/1980; 1965"),
            new("Giới tính", 10, "Chọn Nam hoặc Nữ.", "Nữ; Nam") { Values = ["Nam", "Nữ"], IsClosed = true },
            new("Số CCCD", 16, "Đủ 12 chữ số như trên thẻ, giữ số 0 ở đầu. Chưa có thì bỏ trống.", "092180001234; 092065004321"),
            new("Dân tộc", 12, "Chọn trong danh sách 54 dân tộc.", "Kinh; Khơ-me") { Values = Peoples },
            new("Tôn giáo", 16, "Chọn trong danh sách; không theo tôn giáo nào thì chọn Không.", "Không; Phật giáo") { Values = Religions },
            new("Trình độ học vấn", 20, "Chọn bậc phổ thông cao nhất đã học xong.", "Trung học phổ thông; Tiểu học")
            {
                Values = ["Tiểu học", "Trung học cơ sở", "Trung học phổ thông"],
            },
            new("Trình độ chuyên môn", 20, "Chọn bằng cao nhất.", "Đại học; Chưa có")
            {
                Values = ["Chưa có", "Sơ cấp", "Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ"],
            },
            new("Lý luận chính trị", 16, "Chọn trình độ cao nhất.", "Sơ cấp; Chưa có") { Values = ["Chưa có", "Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân"] },
            new("Số điện thoại", 16, "Một số, giữ số 0 ở đầu.", "0900000001; 0900000002"),
            new("Nơi ở", 32, "Số nhà, đường, khu vực hoặc ấp nơi đang ở.", "12 đường Số 3, khu vực 2; ấp Tân Lợi"),
            new(branch, 24, $"{branch} đang sinh hoạt: chọn trong danh sách, hoặc gõ tên nếu là đơn vị mới.", "") { Values = branches },
            new(admitted, 16, "Ghi ngày/tháng/năm, tháng/năm, hoặc chỉ ghi năm.", "26/03/2010; 2008"),
            new("Chức vụ", 18, "Chức vụ trong tổ chức, nếu có.", "Phó trưởng; (bỏ trống)"),
            new("Ghi chú", 24, "Ghi thêm điều cần nhớ; không được đưa vào sổ.", ""),
        ];
    }

    private static (string Branch, string Admitted) Words(OrganizationKind kind) => kind switch
    {
        OrganizationKind.Political => ("Chi bộ", "Ngày vào Đảng"),
        OrganizationKind.TradeUnion => ("Tổ công đoàn", "Ngày vào công đoàn"),
        OrganizationKind.YouthUnion => ("Chi đoàn", "Ngày vào Đoàn"),
        OrganizationKind.FatherlandFront => ("Đơn vị", "Ngày tham gia"),
        _ => ("Chi hội", "Ngày vào Hội"),
    };
}
