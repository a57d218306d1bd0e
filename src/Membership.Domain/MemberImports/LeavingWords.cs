using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Words by which lists say that somebody is no member any more: died, moved away, left.</summary>
internal static class LeavingWords
{
    /// <summary>Folded, as whole words. Places have names too: Trường Thành is none of them.</summary>
    public static readonly string[] All =
    [
        "da chet", "tu tran", "da mat", "qua doi", "chuyen di", "da chuyen", "ra khoi hoi", "ra khoi doan", "ra khoi to chuc", "xin ra", "xoa ten", "khai tru",
        "roi hoi", "roi doan", "thoi sinh hoat", "da thoi", "nghi sinh hoat", "truong thanh doan",
    ];

    private static readonly string[] Alone = ["chet", "mat", "thoi"];

    public static bool AreIn(string text)
    {
        var words = string.Join(' ', PersonName.Fold(VietnameseText.Clean(text)).Split([.. " ,.;:()/-–+"], StringSplitOptions.RemoveEmptyEntries));
        return Alone.Contains(words) || Array.Exists(All, leaving => $" {words} ".Contains($" {leaving} ", StringComparison.Ordinal));
    }

    public static bool AreIn(SheetRow row) => row.Cells.Any(cell => cell.Kind == CellKind.Text && AreIn(cell.Text));
}
