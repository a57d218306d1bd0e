using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

/// <summary>An import's result for a person at the terminal.</summary>
internal static class ImportText
{
    private const int ProblemsShown = 20;

    public static string Of(ImportResult result) => string.Join('\n',
    [
        $"{result.File}, trang “{result.Sheet}”: {Vietnamese.Number(result.Rows)} dòng",
        $"  mới {Vietnamese.Number(result.New)} · thay đổi {Vietnamese.Number(result.Changed)} · không đổi {Vietnamese.Number(result.Unchanged)}"
            + $" · nghi trùng {Vietnamese.Number(result.Doubtful)} · chưa nhận {Vietnamese.Number(result.Rejected)}",
        .. Changes(result.Changes),
        .. result.NewBranches.Select(branch => $"  chi hội, chi đoàn mới: {branch.Name}{(branch.Nearest is { } nearest ? $", gần giống {nearest}" : "")}"),
        .. result.Questions.Select(question => $"  cần trả lời: {question}"),
        .. Remarks(result),
        .. result.Repairs.Select(repair => $"  {(result.Committed ? "đã sửa" : "đề nghị sửa")}: {RepairText.Of(repair.Code)} ({Vietnamese.Number(repair.Rows)} dòng)"),
        .. result.Problems.Take(ProblemsShown).Select(problem => $"  dòng {problem.Row}{(problem.Sheet is null ? "" : $", trang “{problem.Sheet}”")}: {problem.Message}"),
        .. result.Warnings.Select(warning => $"  nên kiểm tra lại {Vietnamese.Number(warning.Rows)} dòng, từ dòng {warning.FirstRow}: {warning.Message}"),
        .. More(result.Problems.Count - ProblemsShown),
        result.Committed ? $"Đã ghi vào sổ (đợt nhập số {result.ImportId})." : "Chỉ kiểm tra, chưa ghi gì.",
    ]);

    private static IEnumerable<string> Changes(ImportChanges changes)
    {
        var counts = new[]
        {
            (KnownFact.Name, changes.Name), (KnownFact.BirthDate, changes.BirthDate), (KnownFact.Sex, changes.Sex), (KnownFact.Numbers, changes.Numbers),
            (KnownFact.Address, changes.Address), (KnownFact.Branch, changes.Branch),
        };
        var shown = counts.Where(one => one.Item2 > 0).Select(one => $"{Vietnamese.Number(one.Item2)} {KnownFactText.Overwritten(one.Item1)}").ToList();
        return shown.Count == 0 ? [] : [$"  người đã có: {string.Join(" · ", shown)}"];
    }

    private static IEnumerable<string> Remarks(ImportResult result)
    {
        if (result.UsedRememberedAnswers)
            yield return "  đọc theo trả lời đã nhớ cho danh sách cùng dạng của đơn vị (xem bằng imports show)";
        if (result.BeyondScope > 0)
            yield return $"  {Vietnamese.Number(result.BeyondScope)} dòng có thể là người ở nơi bạn không phụ trách: không sửa gì của họ, khi ghi sẽ gửi đề nghị đến nơi phụ trách";
        if (result.MissingMembers > 0)
            yield return $"  {Vietnamese.Number(result.MissingMembers)} hội viên, đoàn viên không có tên trong danh sách đầy đủ này; không ai bị coi là đã thôi sinh hoạt nếu chưa xác nhận trên trang web";
    }

    private static IEnumerable<string> More(int problems)
    {
        if (problems > 0)
            yield return $"  … và {Vietnamese.Number(problems)} lỗi khác (xem trên trang web hoặc thêm --json).";
    }
}
