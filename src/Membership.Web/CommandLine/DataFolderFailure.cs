using Microsoft.Data.Sqlite;

namespace Membership.Web.CommandLine;

/// <summary>What can be wrong with the data folder that no program can put right; anything else is a bug and ends as one.</summary>
internal static class DataFolderFailure
{
    private const string Folder = "Không dùng được thư mục dữ liệu";

    /// <summary>Null when the failure is not about the folder.</summary>
    public static string? Sentence(Exception failure) => failure switch
    {
        SqliteException sqlite => OfDatabase(sqlite.SqliteErrorCode),
        UnauthorizedAccessException => $"{Folder}: không có quyền đọc, ghi. Hãy kiểm tra quyền hoặc chọn thư mục khác bằng --data.",
        IOException => $"{Folder}: không phải là thư mục, hoặc ổ đĩa bị đầy hay bị lỗi. Hãy kiểm tra hoặc chọn thư mục khác bằng --data.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
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
