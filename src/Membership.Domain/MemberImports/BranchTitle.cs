using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The branch that a title above a list ("CHI ĐOÀN 1", "Chi hội: Khu vực 3") or the name of a sheet means.</summary>
public static class BranchTitle
{
    private const int LongestName = 60;

    private static readonly string[] Branches =
    [
        "chi hội", "chi đoàn", "liên chi đoàn", "liên chi hội", "chi bộ", "phân hội", "phân đoàn", "tổ hội", "chi tổ hội", "tổ công đoàn",
        "tổ phụ nữ", "công đoàn bộ phận", "công đoàn cơ sở thành viên",
    ];

    private static readonly string[] Places = ["khu vực", "khu phố", "khu dân cư", "ấp", "khóm", "thôn", "tổ dân phố", "tổ", "số", "lớp", "kv", "kp"];

    // What follows "chi hội" where no branch is meant: chi hội trưởng, chi hội năm 2025.
    private static readonly string[] NoNames = ["trưởng", "phó", "năm", "tháng", "quý", "và", "thuộc", "trực thuộc", "của", "có", "trên", "các", "hội"];

    private static readonly string[] SheetShorts = ["KV", "KP", "TDP", "CH", "CĐ"];

    /// <summary>The only branch that the titles name; null when they name none, or several.</summary>
    public static string? In(IEnumerable<SheetRow> titles)
    {
        var found = titles.SelectMany(row => row.Cells).Where(cell => cell.Kind == CellKind.Text).Select(cell => OfTitle(cell.Text)).OfType<string>()
            .DistinctBy(PersonName.Fold).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Null when the name of a sheet is no branch's: "Sheet1", "Danh sách", "2025".</summary>
    public static string? OfSheet(string name)
    {
        var clean = VietnameseText.Clean(name.Replace('_', ' '));
        var digit = clean.AsSpan().IndexOfAnyInRange('0', '9');
        var isShort = digit > 0 && clean.Length <= digit + 2 && SheetShorts.Contains(clean[..digit].TrimEnd(' ', '.').ToUpperInvariant());
        var isPlace = Places.Any(place => StartsWith(clean, place) && clean.Length > place.Length);
        return isShort || isPlace ? clean : OfTitle(clean);
    }

    private static string? OfTitle(string text)
    {
        var title = VietnameseText.Clean(text);
        if (StartsWith(title, "danh sách"))
            return InSentence(title);

        var name = StartsWith(title, "ban chấp hành") ? title["ban chấp hành".Length..].TrimStart()
            : StartsWith(title, "bch") ? title["bch".Length..].TrimStart() : title;
        return Array.Exists(Branches, branch => StartsWith(name, branch) && IsName(name[branch.Length..])) ? Trimmed(name) : null;
    }

    /// <summary>"Danh sách hội viên chi hội khu vực 3 năm 2025": only where a place or a number follows, as in "chi hội trưởng" none does.</summary>
    private static string? InSentence(string title)
    {
        foreach (var branch in Branches)
        {
            var at = title.IndexOf(" " + branch + " ", StringComparison.OrdinalIgnoreCase) + 1;
            var rest = at > 0 ? title[(at + branch.Length)..].TrimStart() : "";
            if (rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || Array.Exists(Places, place => StartsWith(rest, place))))
                return Trimmed(title[at..]);
        }

        return null;
    }

    private static bool IsName(string rest)
    {
        var name = rest.TrimStart(' ', ':', '.', '-');
        return name.Any(char.IsLetterOrDigit) && !rest.Contains('…', StringComparison.Ordinal) && !rest.Contains("..", StringComparison.Ordinal) && !name.StartsWith(',')
            && !Array.Exists(NoNames, word => StartsWith(name, word)) && name.Length < LongestName;
    }

    private static string Trimmed(string name)
    {
        foreach (var end in (string[])[" năm ", " tháng ", " quý ", " thuộc ", " trực thuộc ", "(", ",", ";", " - "])
        {
            var at = name.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            name = at > 0 ? name[..at] : name;
        }

        return VietnameseText.Clean(name.Replace(':', ' '));
    }

    /// <summary>As whole words.</summary>
    private static bool StartsWith(string text, string words) =>
        text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !char.IsLetter(text[words.Length]));
}
