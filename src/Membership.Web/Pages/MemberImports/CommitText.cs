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

        var rows = import.NewRows + import.ChangedRows + decided;
        var (ofRows, ofPeople) = ($"{Vietnamese.Number(rows)} dòng", $"{Vietnamese.Number(leaving)} người thôi sinh hoạt");
        var what = leaving == 0 ? ofRows : rows == 0 ? ofPeople : $"{ofRows} và {ofPeople}";
        return withRepairs ? $"Đồng ý các đề nghị sửa và ghi {what}" : $"Ghi {what} vào sổ";
    }
}
