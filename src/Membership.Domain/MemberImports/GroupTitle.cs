namespace Membership.Domain.MemberImports;

/// <summary>Titles of groups and their totals, by their words. With marks, because without them Tô is Tổ and Tống is Tổng.</summary>
internal static class GroupTitle
{
    // Words that begin the name of a unit and no family name.
    private static readonly string[] Units =
    [
        "chi hội", "chi đoàn", "chi bộ", "liên chi", "tổ ", "ấp ", "khu vực", "khu phố", "khu dân cư", "khóm ", "thôn ", "xã ", "phường ",
        "phân hội", "phân đoàn", "công đoàn", "hội ", "nhóm ", "đội ", "đơn vị", "khối ", "lớp ", "kv ", "kp ", "tdp ", "đoàn xã", "đoàn phường",
        "chi hoi", "chi doan", "khu vuc", "khu pho", "phan hoi",
    ];

    private static readonly string[] Totals = ["tổng cộng", "tổng số", "tổng:", "tổng ", "cộng:", "cộng ", "ấn định danh sách", "danh sách này có", "danh sách có", "danh sách gồm"];

    public static bool IsTotal(string text)
    {
        var words = WithoutNumber(text).ToLowerInvariant();
        return words is "tổng" or "cộng" or "cong" or "tong cong" or "tong so"
            || Totals.Any(start => words.StartsWith(start, StringComparison.Ordinal))
            || words.StartsWith("tong cong:", StringComparison.Ordinal) || words.StartsWith("tong so:", StringComparison.Ordinal);
    }

    public static bool NamesUnit(string text)
    {
        var words = WithoutNumber(text).ToLowerInvariant();
        return Units.Any(start => words.StartsWith(start, StringComparison.Ordinal)) || words.StartsWith("kv.", StringComparison.Ordinal);
    }

    /// <summary>"I. Chi hội khu vực 3 (25 hội viên)" is "Chi hội khu vực 3".</summary>
    public static string Of(string text)
    {
        var title = WithoutNumber(text);
        var count = title.IndexOfAny(['(', ':']);
        return count > 0 && title[count..].Any(char.IsAsciiDigit) ? title[..count].TrimEnd() : title.TrimEnd(':', ' ');
    }

    /// <summary>Roman, or a capital letter alone: how groups are numbered, and people are not.</summary>
    public static bool IsGroupNumber(string text)
    {
        var number = text.AsSpan().TrimEnd(".)/- ");
        return number.Length is > 0 and <= 5 && (!number.ContainsAnyExcept("IVXLC") || (number.Length == 1 && number[0] is >= 'A' and <= 'H'));
    }

    private static string WithoutNumber(string text)
    {
        var end = text.AsSpan().IndexOfAny(".)/- ");
        if (end <= 0 || !(IsGroupNumber(text[..end]) || !text.AsSpan(0, end).ContainsAnyExceptInRange('0', '9')))
            return text.TrimStart('-', '*', '+', ' ');

        var rest = text[end..].TrimStart('.', ')', '/', '-', ' ');
        return rest.Length > 0 ? rest : text;
    }
}
