using Membership.App.Pipeline;
using Membership.Domain.Users;
using Membership.Web.Pages.Account;
using Membership.Web.Pages.MemberImports;
using Membership.Web.Pages.Populations;
using Membership.Web.Pages.Users;

namespace Membership.Web.Pages;

/// <summary>A page that the header leads to.</summary>
/// <param name="Needed">Who lacks it is not shown the way.</param>
/// <param name="Icon">What is inside its svg element, on 24 × 24.</param>
public sealed record MainPage(string Address, string Text, Permission Needed, string Icon);

public static class Navigation
{
    public static IReadOnlyList<MainPage> Pages { get; } =
    [
        new("/", "Tổng quan", Permission.SeeFigures, """<path d="M4 20V10M10 20V4M16 20v-7M22 20H2" />"""),
        new(MemberImportLinks.Index, "Nhập danh sách", Permission.ImportLists, """<path d="M12 15V4M8 8l4-4 4 4M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />"""),
        new(PopulationLinks.Index, "Số liệu dân số", Permission.EditPopulation,
            """<circle cx="9" cy="8" r="3.5" /><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.7 3.5 5.5" />"""),
        new("/chi-tieu", "Chỉ tiêu", Permission.SeeFigures, """<circle cx="12" cy="12" r="9" /><circle cx="12" cy="12" r="4.5" /><circle cx="12" cy="12" r=".8" />"""),
        new(Approvals.IndexModel.Address, "Chờ duyệt", Permission.Approve, """<path d="M5 12.5l4.5 4.5L19 7" />"""),
        new(Proposals.IndexModel.Address, "Đề nghị từ danh sách", Permission.EditPeople, """<path d="M4 4h12l4 4v12H4zM8 12h8M8 16h5" />"""),
        new(PersonRequests.PersonRequestLinks.Index, "Yêu cầu cá nhân", Permission.AnswerPeople, """<path d="M4 5h16v11H9l-5 4zM8 9h8M8 12h5" />"""),
        new(UserLinks.Index, "Người dùng", Permission.ManageUsers, """<circle cx="10" cy="8" r="4" /><path d="M3 20c.5-4 3.2-6 7-6M15 18l2 2 4-4.5" />"""),
        new("/nhat-ky", "Nhật ký xử lý", Permission.ReadAudit, """<path d="M6 3h12v18H6zM9 8h6M9 12h6M9 16h4" />"""),
    ];

    public static IReadOnlyList<MainPage> For(Actor actor) => Pages.Where(page => actor.May(page.Needed)).ToList();

    /// <summary>Where somebody begins; her own account when no role holds today.</summary>
    public static string FirstFor(Actor actor) => For(actor) is [{ } first, ..] ? first.Address : AccountLinks.Index;
}
