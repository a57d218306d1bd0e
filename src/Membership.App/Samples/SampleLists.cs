using System.Globalization;
using System.Text;

namespace Membership.App.Samples;

/// <summary>
/// The lists in data/samples: shapes that officers really use, with people who do not exist. The committed files are written
/// from here, and a test holds them against it.
/// </summary>
public static class SampleLists
{
    public const string ReadmeName = "README.md";

    public static IReadOnlyList<SampleList> All() =>
    [
        TidyLists.PlainFarmers(),
        GroupedLists.VeteransBySex(),
        TidyLists.NumbersWithoutZeros(),
        TidyLists.MixedDates(),
        GroupedLists.WomenWithoutMarks(),
        GroupedLists.FarmersInTwoColumns(),
        GroupedLists.WomenInGroups(),
        TidyLists.SemicolonText(),
        TroubledLists.RejectedRows(),
        TroubledLists.Overlap(),
        TidyLists.CommaText(),
    ];

    public static void WriteAll(string folder)
    {
        Directory.CreateDirectory(folder);
        var lists = All();
        foreach (var list in lists)
            list.Write(folder);
        File.WriteAllText(Path.Combine(folder, ReadmeName), Readme(lists));
    }

    public static string Readme(IReadOnlyList<SampleList> lists)
    {
        var text = new StringBuilder("""
            # Danh sách mẫu

            Các danh sách hội viên, đoàn viên có hình dạng như cán bộ thật sự lập, nhưng mọi người trong đó đều do máy sinh ra: họ tên ghép
            ngẫu nhiên, số định danh nằm trong dải số tự đặt, điện thoại bắt đầu bằng 0900 (không nhà mạng nào cấp). Tệp này và các danh
            sách do `SampleLists` viết ra; đừng sửa tay. Tính đến ngày 30/06/2026.

            Kết quả khi nhập vào hệ thống trống:

            | Tệp | Hình dạng | Tổ chức | Địa phương | Số dòng | Mới | Thay đổi | Không đổi | Nghi trùng | Từ chối |
            | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var list in lists)
            text.Append(CultureInfo.InvariantCulture, $"| {list.FileName} | {list.Shape.Replace("|", "\\|", StringComparison.Ordinal)} | {list.Organization} | {list.Commune.Code} {list.Commune.Name} | {Counts(list.IntoEmpty)} |\n");

        text.Append("\nKết quả khác đi khi nhập vào dữ liệu của lệnh `demo` (số dòng | mới | thay đổi | không đổi | nghi trùng | từ chối):\n\n");
        foreach (var list in lists.Where(list => list.IntoDemo is not null))
            text.Append(CultureInfo.InvariantCulture, $"- {list.FileName}: {Counts(list.IntoDemo!)}\n");

        text.Append("\nLệnh nhập từng danh sách (thêm `--dry-run` để chỉ xem trước):\n\n```\n");
        foreach (var list in lists)
            text.Append(CultureInfo.InvariantCulture, $"dotnet run --project src/Membership.Web -- import data/samples/{list.FileName} --organization {list.Organization} --locality {list.Commune.Code} --as-of {SampleList.AsOf:yyyy-MM-dd} --accept-repairs\n");

        return text.Append("```\n").ToString();
    }

    private static string Counts(ExpectedVerdicts counts) => string.Create(
        CultureInfo.InvariantCulture, $"{counts.Rows} | {counts.New} | {counts.Changed} | {counts.Unchanged} | {counts.Doubtful} | {counts.Rejected}");
}
