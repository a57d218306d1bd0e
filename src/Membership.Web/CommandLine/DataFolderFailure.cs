using Membership.App.Keys;
using Microsoft.Data.Sqlite;

namespace Membership.Web.CommandLine;

/// <summary>What can be wrong with the data folder that no program can put right; anything else is a bug and ends as one.</summary>
internal static class DataFolderFailure
{
    private const string Folder = "Không dùng được thư mục dữ liệu";

    /// <summary>Null when the failure is not about the folder.</summary>
    public static string? Sentence(Exception failure) => failure switch
    {
        KeyRingException keys => OfKeys(keys.Problem),
        SqliteException sqlite => OfDatabase(sqlite.SqliteErrorCode),
        UnauthorizedAccessException => $"{Folder}: không có quyền đọc, ghi. Hãy kiểm tra quyền hoặc chọn thư mục khác bằng --data.",
        IOException => $"{Folder}: không phải là thư mục, hoặc ổ đĩa bị đầy hay bị lỗi. Hãy kiểm tra hoặc chọn thư mục khác bằng --data.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static string OfKeys(KeyRingProblem problem) => problem switch
    {
        KeyRingProblem.Missing => $"{Folder}: thiếu tệp khóa keys/key-ring.json, không có nó thì không mở được số định danh, số điện thoại đã mã hóa. "
            + "Hãy phục hồi tệp này từ bản sao lưu rồi chạy lại.",
        KeyRingProblem.Unreadable => $"{Folder}: tệp khóa keys/key-ring.json bị hỏng. Hãy phục hồi tệp này từ bản sao lưu rồi chạy lại.",
        KeyRingProblem.OfAnotherDatabase => $"{Folder}: tệp khóa keys/key-ring.json không phải của cơ sở dữ liệu membership.db này. "
            + "Hãy phục hồi đúng tệp khóa từ bản sao lưu cùng lúc với cơ sở dữ liệu rồi chạy lại.",
        KeyRingProblem.BeingRotated => $"{Folder}: chương trình khác đang thay khóa. Hãy chờ việc đó xong rồi chạy lại.",
        _ => $"{Folder}: lần thay khóa trước bị ngắt giữa chừng. Hãy dừng các chương trình khác đang dùng thư mục này rồi chạy lại để hoàn tất.",
    };

    // Codes of sqlite.org/rescode.html.
    private static string? OfDatabase(int code) => code switch
    {
        5 or 6 => "Chương trình khác đang ghi vào thư mục dữ liệu quá lâu. Hãy chờ rồi thử lại.",
        8 or 14 => $"{Folder}: không ghi được tệp membership.db. Hãy kiểm tra quyền hoặc chọn thư mục khác bằng --data.",
        10 or 13 => $"{Folder}: ổ đĩa bị đầy hoặc bị lỗi. Hãy giải phóng chỗ trống rồi thử lại.",
        11 or 26 => $"{Folder}: tệp membership.db bị hỏng hoặc không phải là tệp của chương trình này. Hãy phục hồi từ bản sao lưu.",
        _ => null,
    };
}
