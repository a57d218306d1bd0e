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
        new(OrNull(parsed.GetValue(Instance)) ?? OrNull(Environment.GetEnvironmentVariable("MEMBERSHIP_DATA")) ?? "membership-data");

    private static string? OrNull(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

internal static class AsOption
{
    public static readonly Option<string?> Instance = new("--as")
    {
        Description = "Làm với quyền của người dùng này; mặc định là người quản trị của máy",
        Recursive = true,
    };
}

internal static class CommandOptions
{
    public const string DefaultUrls = "http://localhost:5080";

    public static Option<string> Urls() => new("--urls")
    {
        Description = "Địa chỉ trang web",
        DefaultValueFactory = _ => DefaultUrls,
        CustomParser = Addresses,
    };

    public static Option<string> Locality() => new("--locality")
    {
        Description = "Mã địa phương theo ngày --as-of; 92 là thành phố Cần Thơ",
        Required = true,
    };

    public static Option<string?> Organization() => new("--organization")
    {
        Description = "Mã một tổ chức: DANG, CD, HND, DTN, LHPN, CCB; mặc định: tất cả tổ chức được tính",
        CustomParser = result => result.Tokens[0].Value.ToUpperInvariant(),
    };

    public static Option<FileInfo> Out() => new("--out") { Description = "Tệp .xlsx sẽ ghi", Required = true };

    public static Option<string> Reason() => new("--reason") { Description = "Lý do, từ 10 đến 500 ký tự", Required = true };

    public static Option<bool> AcceptRepairs() => new("--accept-repairs") { Description = "Đồng ý mọi chỗ được đề nghị sửa trong danh sách" };

    public static Option<bool> Json() => new("--json") { Description = "In một đối tượng JSON ra đầu ra chuẩn" };

    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "Ngày của số liệu, dạng yyyy-MM-dd",
        Required = true,
        CustomParser = result => Day(result) ?? default,
    };

    /// <summary>A day that may be left out.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, CustomParser = Day };

    public static Option<int> Year() => new("--year") { Description = "Năm thống kê", Required = true, CustomParser = YearNumber };

    private static int YearNumber(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;

        result.AddError($"năm “{result.Tokens[0].Value}” không phải là số, ví dụ 2025");
        return default;
    }

    private static string? Addresses(ArgumentResult result)
    {
        var addresses = result.Tokens[0].Value;
        if (addresses.Split(';').All(ListenAddress.IsOne))
            return addresses;

        result.AddError($"địa chỉ “{addresses}” không đúng dạng, ví dụ {DefaultUrls}");
        return null;
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        result.AddError($"ngày “{result.Tokens[0].Value}” không đúng dạng yyyy-MM-dd, ví dụ 2025-12-31");
        return null;
    }
}
