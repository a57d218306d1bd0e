using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Web.Display;

namespace Membership.Web.Pages.MemberImports;

/// <summary>What the main button of a list says: all that one click does.</summary>
public static class CommitText
{
    /// <param name="decided">Doubtful rows decided to be somebody and not yet written; after a commit also rows corrected since.</param>
    /// <param name="leaving">Members confirmed to have left.</param>
    /// <param name="withRepairs">Proposed repairs are agreed to by the same click.</param>
    public static string Of(MemberImport import, int decided, int leaving, bool withRepairs)
    {
        if (import.State == MemberImportState.Committed)
            return decided > 0 ? $"Ghi thêm {Vietnamese.Number(decided)} dòng đã sửa hoặc quyết định" : "Ghi thêm những người đã xác nhận thôi sinh hoạt";

        var what = WrittenText.Of(import.NewRows + import.ChangedRows + decided, leaving);
        return withRepairs ? $"Đồng ý các đề nghị sửa và ghi {what}" : $"Ghi {what} vào sổ";
    }

    /// <summary>What of a list that was written is not in the register; "" when nothing is left.</summary>
    /// <param name="waiting">Rows decided, or corrected, since.</param>
    /// <param name="undecided">Doubtful rows that wait for a decision.</param>
    public static string Left(MemberImport import, int waiting, int undecided)
    {
        (int Rows, string What)[] left = [(waiting, "dòng đã sửa hoặc quyết định"), (undecided, "dòng nghi trùng chờ quyết định"), (import.RejectedRows, "dòng chưa nhận")];
        var parts = left.Where(part => part.Rows > 0).Select(part => $"{Vietnamese.Number(part.Rows)} {part.What}").ToArray();
        return parts.Length == 0 ? "" : $"Chưa ghi: {string.Join(", ", parts)}.";
    }
}
