using System.Globalization;

namespace Membership.App.MemberImports;

/// <summary>What must be answered before a list is written, in one sentence, and where.</summary>
public static class ListNotAnsweredText
{
    private const int BranchesNamed = 5;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Of(ListNotAnswered open) =>
        $"Đợt nhập số {open.Id} còn điều phải trả lời trước khi ghi: {string.Join("; ", Questions(open))}. Hãy trả lời rồi ghi.";

    public static IEnumerable<string> Questions(ListNotAnswered open)
    {
        if (open.Facts.Count > 0)
            yield return $"{string.Join(" · ", open.Facts.Select(fact => $"{Number(fact.Rows)} {KnownFactText.Asked(fact.Fact)}"))} của người đã có trong sổ (giữ giá trị trong sổ hay lấy theo danh sách)";
        foreach (var branch in open.Branches.Take(BranchesNamed))
            yield return $"chi hội, chi đoàn “{branch.Written}” gần giống “{branch.Reading.Nearest}” (cùng một đơn vị hay đơn vị mới)";
        if (open.Branches.Count > BranchesNamed)
            yield return $"và {Number(open.Branches.Count - BranchesNamed)} tên gần giống khác";
        if (open.Coverage is { } coverage)
            yield return $"danh sách đầy đủ chỉ có “{coverage.Branch}” (của riêng đơn vị này hay của cả xã, phường)";
    }

    /// <summary>The options of <c>import</c> that answer it, each after a blank.</summary>
    public static string Options(ListNotAnswered open) => string.Concat(
    [
        open.Facts.Count > 0 ? " --known-people keep|take" : "",
        open.Branches.Count > 0 ? " --new-branches same|new" : "",
        open.Coverage is not null ? " --full-list-of branch|unit" : "",
    ]);

    private static string Number(int number) => number.ToString("#,0", Vietnamese);
}
