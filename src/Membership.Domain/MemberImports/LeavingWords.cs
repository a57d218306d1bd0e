using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Words by which lists say that somebody is no member any more: died, moved away, left.</summary>
internal static class LeavingWords
{
    /// <summary>Folded, as whole words. Places have names too: Trường Thành is none of them.</summary>
    public static readonly string[] All =
    [
        "da chet", "tu tran", "da mat", "qua doi", "chuyen di", "da chuyen", "ra khoi hoi", "ra khoi doan", "ra khoi to chuc", "xin ra", "xoa ten", "khai tru",
        "roi hoi", "roi doan", "thoi sinh hoat", "da thoi", "nghi sinh hoat", "truong thanh doan", "ra hoi", "ra doan", "dua ra khoi", "thoi tham gia", "bo sinh hoat",
        "khong con sinh hoat", "khong con la hoi vien", "khong con la doan vien", "khong con tham gia", "chuyen khoi", "di khoi dia phuong", "bi chet", "hy sinh",
    ];

    private static readonly string[] Alone = ["chet", "mat", "thoi"];

    // "Giảm nghèo", "giảm học phí": less of something else than members.
    private static readonly string[] NotOfMembers = ["ngheo", "nhe", "dan", "tru", "sut", "thue", "phi", "gia", "hoc", "tien", "lai", "muc", "thieu", "can"];

    public static bool AreIn(string text)
    {
        var words = PersonName.Fold(VietnameseText.Clean(text)).Split([.. " ,.;:()/-–+&"], StringSplitOptions.RemoveEmptyEntries);
        var folded = $" {string.Join(' ', words)} ";
        return Alone.Contains(folded.Trim()) || Array.Exists(All, leaving => folded.Contains($" {leaving} ", StringComparison.Ordinal)) || SaysFewer(text, words);
    }

    /// <summary>"Danh sách hội viên giảm"; not "tăng, giảm", where the rows say which, nor "Giám đốc".</summary>
    private static bool SaysFewer(string text, string[] words)
    {
        var at = Array.IndexOf(words, "giam");
        if (at < 0 || words.Contains("tang") || (at > 0 && words[at - 1] is "mien" or "suy" or "thuyen" or "gia"))
            return false;

        var isOfMembers = at + 1 == words.Length || !NotOfMembers.Contains(words[at + 1]);
        var isWithoutMarks = !text.Any(letter => letter > '\u007F');
        return isOfMembers && (isWithoutMarks ? at + 1 == words.Length || words[at + 1] is not ("doc" or "sat" or "ho" or "thi" or "dinh")
            : text.Normalize().Contains("giảm", StringComparison.OrdinalIgnoreCase));
    }

    public static bool AreIn(SheetRow row) => row.Cells.Any(cell => cell.Kind == CellKind.Text && AreIn(cell.Text));
}
