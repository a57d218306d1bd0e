namespace Membership.Domain.MemberImports;

/// <summary>Titles of groups and their totals, by their words. With marks, because without them Tô is Tổ and Tống is Tổng.</summary>
internal static class GroupTitle
{
    // Words that begin the name of a unit and no family name.
    private static readonly string[] Units =
    [
        "chi hội", "chi đoàn", "chi bộ", "liên chi", "tổ ", "ấp ", "khu vực", "khu phố", "khu dân cư", "khóm ", "thôn ", "xã ", "phường ",
        "phân hội", "phân đoàn", "công đoàn", "hội ", "nhóm ", "đội ", "đơn vị", "khối ", "lớp ", "kv ", "kv.", "kp ", "kp.", "tdp ",
        "đoàn xã", "đoàn phường", "chi hoi", "chi doan", "khu vuc", "khu pho", "phan hoi",
    ];

    // Units that are divided into "tổ".
    private static readonly string[] Wholes = ["chi hội", "chi đoàn", "liên chi", "ấp ", "khu vực", "khu phố", "khóm ", "thôn ", "kv ", "kv."];

    // Kinds of people, by which lists are divided too.
    private static readonly string[] Kinds = ["hội viên", "đoàn viên", "danh sách", "đảng viên", "cán bộ", "ban chấp hành", "ban thường vụ", "ủy viên", "nữ giới", "nam giới"];

    private static readonly string[] KindsAlone = ["nam", "nữ", "bch", "tăng", "giảm", "tăng mới", "tăng trong kỳ", "giảm trong kỳ", "kết nạp mới", "chuyển đến"];

    private static readonly string[] Totals =
    [
        "tổng cộng", "tổng số", "tổng:", "tổng ", "cộng:", "cộng ", "tong cong:", "tong so:",
        "ấn định danh sách", "danh sách này có", "danh sách có", "danh sách gồm",
    ];

    private static readonly string[] TotalsAlone = ["tổng", "cộng", "cong", "tong cong", "tong so"];

    // With a number: "Trang 1/2".
    private static readonly string[] Pages = ["trang", "trang số", "tờ", "tờ số"];

    private static readonly string[] CarriedOver =
        ["mang sang", "mang sang trang sau", "chuyển sang trang sau", "chuyển trang sau", "trang trước mang sang", "trang trước chuyển sang"];

    private static readonly char[] BesidePage = [.. "0123456789 :./-–()…"];

    public static bool IsTotal(string text)
    {
        var words = WithoutNumber(text);
        return StartsWithAny(words, Totals) || TotalsAlone.Contains(words, StringComparer.OrdinalIgnoreCase) || IsPage(words);
    }

    /// <summary>"Trang 1/2", "Mang sang: 3": where a page ends or begins.</summary>
    private static bool IsPage(string words)
    {
        if (!"tTmMcC".Contains(words.FirstOrDefault(), StringComparison.Ordinal))
            return false;

        var title = words.TrimEnd(BesidePage);
        return CarriedOver.Contains(title, StringComparer.OrdinalIgnoreCase)
            || (words.Any(char.IsAsciiDigit) && Pages.Contains(title, StringComparer.OrdinalIgnoreCase));
    }

    public static bool NamesUnit(string text) => StartsWithAny(WithoutNumber(text), Units);

    /// <summary>"I. Chi hội khu vực 3 (25 hội viên)" is "Chi hội khu vực 3".</summary>
    public static string Of(string text)
    {
        var title = WithoutNumber(text);
        var count = title.IndexOfAny(['(', ':']);
        return count > 0 && title[count..].Any(char.IsAsciiDigit) ? title[..count].TrimEnd() : title.TrimEnd(':', ' ');
    }

    /// <summary>The branch from a title on: "Hội viên danh dự" and "Chuyển đi" are none, and a "Tổ 2" within "Chi hội 3" is no branch beside it.</summary>
    public static string? Below(string? current, string title)
    {
        var isPart = current is not null && title.StartsWith("tổ ", StringComparison.OrdinalIgnoreCase) && StartsWithAny(current, Wholes);
        return isPart || LeavingWords.AreIn(title) || StartsWithAny(title, Kinds) || KindsAlone.Contains(title.ToLowerInvariant()) ? current : title;
    }

    // Case by case: lowering each name first would cost more than all else that tells people from titles.
    private static bool StartsWithAny(string words, string[] starts)
    {
        foreach (var start in starts)
        {
            if (words.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
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
