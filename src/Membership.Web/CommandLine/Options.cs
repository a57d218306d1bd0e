using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Membership.App.Database;

namespace Membership.Web.CommandLine;

internal static class DataOption
{
    public static readonly Option<string?> Instance = new("--data")
    {
        Description = "Thư mục dữ liệu (hoặc biến MEMBERSHIP_DATA); mặc định membership-data",
        Recursive = true,
    };

    public static DataFolder Folder(this ParseResult parsed) =>
        new(parsed.GetValue(Instance) ?? Environment.GetEnvironmentVariable("MEMBERSHIP_DATA") ?? "membership-data");
}

internal static class CommandOptions
{
    public const string DefaultUrls = "http://localhost:5080";

    public static Option<string> Urls() => new("--urls") { Description = "Địa chỉ trang web", DefaultValueFactory = _ => DefaultUrls };

    public static Option<string> Locality() => new("--locality")
    {
        Description = "Mã địa phương theo ngày --as-of; 92 là thành phố Cần Thơ",
        Required = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "In một đối tượng JSON ra đầu ra chuẩn" };

    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "Ngày của số liệu, dạng yyyy-MM-dd",
        Required = true,
        CustomParser = Day,
    };

    private static DateOnly Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        result.AddError($"ngày “{result.Tokens[0].Value}” không đúng dạng yyyy-MM-dd, ví dụ 2025-12-31");
        return default;
    }
}
