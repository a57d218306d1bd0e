using System.Globalization;
using System.Text;

namespace Membership.Testing.Killing;

/// <summary>Two lists of invented people: the second has half of the first with other telephones and branches, and as many new ones.</summary>
internal static class KillLists
{
    private static readonly string[] Given = ["An", "Bình", "Cúc", "Dũng", "Hạnh", "Khôi", "Lành", "Minh", "Sen", "Súng"];
    private static readonly string[] Middle = ["Văn", "Minh", "Quốc", "Thanh", "Hữu", "Công", "Đức", "Ngọc", "Tấn", "Hoàng", "Chí", "Phước", "Trung"];
    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đỗ", "Huỳnh"];

    public static string[] Import(string list) =>
        ["import", list, "--organization", "HND", "--locality", "31120", "--as-of", "2025-12-31", "--empty-cells", "keep", "--json"];

    public static string Write(string folder, string name, int from, int rows, int telephone)
    {
        var path = Path.Combine(folder, name);
        var text = new StringBuilder("STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Chi hội,Ngày vào Hội\n");
        for (var number = from; number < from + rows; number++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{number},{Family[number % 7]} {Middle[number % 13]} {Given[number % 10]},{1 + (number % 28):00}/{1 + (number % 12):00}/{1960 + (number % 40)},Nam,")
                .Append(CultureInfo.InvariantCulture, $"0920{60 + (number % 40):00}{number:000000},09{telephone}{number % 1000000:000000},Khu vực {1 + (number % 5) + (telephone % 2)},01/06/2019\n");
        }

        File.WriteAllText(path, text.ToString());
        return path;
    }
}
