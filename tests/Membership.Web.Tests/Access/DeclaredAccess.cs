using Membership.Domain.Users;

namespace Membership.Web.Tests.Access;

/// <summary>What a handler is about, beside the permission it needs.</summary>
public enum Concerns
{
    /// <summary>Nothing that lies in one place: who has the permission anywhere may call it.</summary>
    Nothing,

    /// <summary>A place, list, person or user: outside of the scope it answers 403 or 404.</summary>
    Scope,

    /// <summary>A place with all its organizations: who has one of them only may not.</summary>
    AllOrganizations,

    /// <summary>A record that the database hides outside of the scope: then it says that there is none.</summary>
    Record,
}

/// <summary>Who may call one handler of one page, and a call that a permitted user would succeed with.</summary>
internal sealed record Declared(Permission Permission, Concerns Concerns, Func<Subject, string> Address, Func<Subject, Dictionary<string, string>>? Form = null);

/// <summary>The whole access table: each handler of each page. <see cref="AccessMatrixTests"/> calls each as each role.</summary>
internal static class DeclaredAccess
{
    private const string Why = "Đối chiếu với giấy tờ gốc";

    public static readonly Dictionary<string, Declared> Table = new()
    {
        ["GET /"] = new(Permission.SeeFigures, Concerns.Scope, subject => $"/?{subject.Place}"),
        ["GET /giai-thich"] = new(Permission.SeeFigures, Concerns.Scope, subject => $"/giai-thich?{subject.Place}"),
        ["GET /chi-tieu"] = new(Permission.SeeFigures, Concerns.Nothing, _ => "/chi-tieu"),
        ["GET /xuat/{what}"] = new(Permission.SeeFigures, Concerns.Scope, subject => $"/xuat/thong-ke?{subject.Place}"),
        ["GET /so-lieu-dan-so"] = new(Permission.EditPopulation, Concerns.Nothing, _ => "/so-lieu-dan-so"),
        ["POST /so-lieu-dan-so"] = new(Permission.EditPopulation, Concerns.AllOrganizations, _ => "/so-lieu-dan-so", subject => new()
        {
            ["don-vi"] = subject.LocalityCode,
            ["ngay"] = "01/07/2025",
            ["so-dan"] = "1.000",
            ["nguon"] = "Công an phường",
        }),
        ["GET /nguoi"] = new(Permission.SeePeople, Concerns.Scope, subject => $"/nguoi?{subject.Place}"),
        ["POST /nguoi"] = new(Permission.SeePeople, Concerns.Scope, subject => $"/nguoi?{subject.Place}", _ => new() { ["ten"] = "canh" }),
        ["GET /nguoi/tim"] = new(Permission.SeePeople, Concerns.Nothing, _ => "/nguoi/tim"),
        ["POST /nguoi/tim"] = new(Permission.SeePeople, Concerns.Nothing, _ => "/nguoi/tim", _ => new() { ["so"] = "092180000009" }),
        ["GET /nguoi/xuat"] = new(Permission.ExportPeople, Concerns.Nothing, subject => $"/nguoi/xuat?{subject.Place}"),
        ["POST /nguoi/xuat"] = new(Permission.ExportPeople, Concerns.Scope, subject => $"/nguoi/xuat?{subject.Place}", _ => new()
        {
            ["muc-dich"] = "Mời họp chi hội",
            ["ben-nhan"] = "Chi hội trưởng khu vực 1",
        }),
        ["GET /nguoi/{id:long}"] = new(Permission.SeePeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}"),
        ["GET /nguoi/{id:long}/sua"] = new(Permission.EditPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/sua"),
        ["POST /nguoi/{id:long}/sua"] = new(Permission.EditPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/sua", _ => new()
        {
            ["ho-ten"] = "Trần Văn Cảnh Mới",
            ["ly-do"] = Why,
        }),
        ["GET /nguoi/{id:long}/mo-thong-tin"] = new(Permission.SeeSensitive, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/mo-thong-tin"),
        ["POST /nguoi/{id:long}/mo-thong-tin"] = new(Permission.SeeSensitive, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/mo-thong-tin", _ => new()
        {
            ["thong-tin"] = "Phone",
            ["ly-do"] = Why,
        }),
        ["GET /nguoi/{id:long}/hoan-tac/{change:long}"] = new(Permission.EditPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/hoan-tac/{subject.ChangeId}"),
        ["POST /nguoi/{id:long}/hoan-tac/{change:long}"] = new(
            Permission.EditPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/hoan-tac/{subject.ChangeId}", _ => new() { ["ly-do"] = Why }),
        ["GET /nguoi/{id:long}/han-che"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/han-che"),
        ["POST /nguoi/{id:long}/han-che"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/han-che", _ => new() { ["ly-do"] = Why }),
        ["GET /nguoi/{id:long}/ho-so"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/ho-so"),
        ["POST /nguoi/{id:long}/ho-so"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/ho-so", _ => []),
        ["GET /nguoi/{id:long}/an-danh"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/an-danh"),
        ["POST /nguoi/{id:long}/an-danh"] = new(Permission.AnswerPeople, Concerns.Scope, subject => $"/nguoi/{subject.PersonId}/an-danh", _ => new() { ["ly-do"] = Why }),
        ["GET /co-cau"] = new(Permission.SeeFigures, Concerns.Scope, subject => $"/co-cau?{subject.Place}"),
        ["GET /du-lieu-ca-nhan"] = new(Permission.SeeFigures, Concerns.Nothing, _ => "/du-lieu-ca-nhan"),
        ["GET /luu-giu"] = new(Permission.AnswerPeople, Concerns.Nothing, _ => "/luu-giu"),
        ["POST /luu-giu"] = new(Permission.AnswerPeople, Concerns.Nothing, _ => "/luu-giu", _ => new() { ["ly-do"] = Why }),
        ["GET /yeu-cau-ca-nhan"] = new(Permission.AnswerPeople, Concerns.Nothing, _ => "/yeu-cau-ca-nhan"),
        ["POST /yeu-cau-ca-nhan"] = new(Permission.AnswerPeople, Concerns.Scope, _ => "/yeu-cau-ca-nhan", subject => new()
        {
            ["don-vi"] = subject.LocalityCode,
            ["to-chuc"] = subject.OrganizationCode,
            ["loai"] = "View",
            ["ngay-nhan"] = "10/12/2025",
            ["yeu-cau"] = "Xin xem dữ liệu của mình",
        }),
        ["GET /yeu-cau-ca-nhan/{id:long}"] = new(Permission.AnswerPeople, Concerns.Record, subject => $"/yeu-cau-ca-nhan/{subject.RequestId}"),
        ["POST /yeu-cau-ca-nhan/{id:long}"] = new(
            Permission.AnswerPeople, Concerns.Record, subject => $"/yeu-cau-ca-nhan/{subject.RequestId}", _ => new() { ["buoc"] = "xac-nhan" }),
        ["GET /nhap-danh-sach"] = new(Permission.ImportLists, Concerns.Nothing, _ => "/nhap-danh-sach"),
        ["POST /nhap-danh-sach"] = new(Permission.ImportLists, Concerns.Scope, _ => "/nhap-danh-sach", subject => new()
        {
            ["tep"] = Subject.List,
            ["to-chuc"] = subject.OrganizationCode,
            ["don-vi"] = subject.LocalityCode,
            ["ngay"] = "01/12/2025",
        }),
        ["GET /nhap-danh-sach/{id:long}/{handler?}"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}"),
        // Shows nothing: it only leads back to the page of the list.
        ["GET /nhap-danh-sach/{id:long}/tra-loi/{handler}"] = new(Permission.OwnAccount, Concerns.Nothing, subject => $"/nhap-danh-sach/{subject.ImportId}/tra-loi/Save"),
        ["POST /nhap-danh-sach/{id:long}/tra-loi/{handler} ByRule"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tra-loi/ByRule", _ => new()
        {
            ["quy-tac"] = "Repeated",
        }),
        ["POST /nhap-danh-sach/{id:long}/tra-loi/{handler} Save"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tra-loi/Save", _ => new()
        {
            ["tra-loi[2]"] = "true",
        }),
        ["POST /nhap-danh-sach/{id:long}/tra-loi/{handler} Commit"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tra-loi/Commit", _ => []),
        ["POST /nhap-danh-sach/{id:long}/tra-loi/{handler} Cancel"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tra-loi/Cancel", _ => []),
        ["POST /nhap-danh-sach/{id:long}/{handler?} Decide"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/Decide", _ => new()
        {
            ["row"] = "2",
            ["decision"] = "LeaveOut",
        }),
        ["POST /nhap-danh-sach/{id:long}/{handler?} CheckAgain"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/CheckAgain", _ => []),
        ["POST /nhap-danh-sach/{id:long}/{handler?} Discard"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/Discard", _ => []),
        ["GET /nhap-danh-sach/{id:long}/dong/{row:int}"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/dong/2"),
        ["POST /nhap-danh-sach/{id:long}/dong/{row:int}"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/dong/2", _ => new()
        {
            ["o[1]"] = "Lê Thị Sen",
        }),
        ["GET /nhap-danh-sach/{id:long}/tac-dong"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tac-dong"),
        ["GET /nhap-danh-sach/{id:long}/hoan-tac"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/hoan-tac"),
        ["POST /nhap-danh-sach/{id:long}/hoan-tac"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/hoan-tac", _ => new()
        {
            ["ly-do"] = "Nhập nhầm danh sách của đơn vị khác",
        }),
        ["GET /nhap-danh-sach/{id:long}/doc-tep"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/doc-tep"),
        ["POST /nhap-danh-sach/{id:long}/doc-tep"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/doc-tep", _ => new()
        {
            ["bang-ma"] = "Unicode",
        }),
        ["GET /nhap-danh-sach/{id:long}/vang-mat"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/vang-mat"),
        ["POST /nhap-danh-sach/{id:long}/vang-mat"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/vang-mat", subject => new()
        {
            ["nguoi"] = $"{subject.PersonId}",
            ["cho"] = "van-sinh-hoat",
        }),
        ["GET /nhap-danh-sach/{id:long}/lich-su"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/lich-su"),
        ["GET /nhap-danh-sach/{id:long}/tep-goc"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tep-goc"),
        ["POST /nhap-danh-sach/{id:long}/tep-goc"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/tep-goc", _ => new()
        {
            ["ly-do"] = "Sửa các dòng lỗi theo sổ của chi hội",
        }),
        ["GET /nhap-danh-sach/{id:long}/danh-dau.xlsx"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/danh-dau.xlsx"),
        ["POST /nhap-danh-sach/{id:long}/danh-dau.xlsx"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/danh-dau.xlsx", _ => new()
        {
            ["ly-do"] = "Sửa các dòng lỗi theo sổ của chi hội",
        }),
        ["GET /nhap-danh-sach/mau"] = new(Permission.ImportLists, Concerns.Nothing, _ => "/nhap-danh-sach/mau"),
        ["POST /nhap-danh-sach/mau"] = new(Permission.ImportLists, Concerns.Scope, _ => "/nhap-danh-sach/mau", subject => new()
        {
            ["to-chuc"] = subject.OrganizationCode,
            ["don-vi"] = subject.LocalityCode,
        }),
        ["GET /nhap-danh-sach/{id:long}/dong-chua-nhap.xlsx"] = new(Permission.ImportLists, Concerns.Scope, subject => $"/nhap-danh-sach/{subject.ImportId}/dong-chua-nhap.xlsx"),
        ["GET /cho-duyet"] = new(Permission.Approve, Concerns.Nothing, _ => "/cho-duyet"),
        ["POST /cho-duyet"] = new(Permission.Approve, Concerns.Record, _ => "/cho-duyet", subject => new()
        {
            ["de-nghi"] = $"{subject.ApprovalId}",
            ["quyet-dinh"] = "duyet",
        }),
        ["GET /de-nghi"] = new(Permission.EditPeople, Concerns.Nothing, _ => "/de-nghi"),
        ["POST /de-nghi"] = new(Permission.EditPeople, Concerns.Record, _ => "/de-nghi", subject => new()
        {
            ["de-nghi"] = $"{subject.ProposalId}",
            ["quyet-dinh"] = "khong",
            ["ly-do"] = Why,
        }),
        ["GET /nguoi-dung"] = new(Permission.ManageUsers, Concerns.Nothing, _ => "/nguoi-dung"),
        ["POST /nguoi-dung"] = new(Permission.ManageUsers, Concerns.Scope, _ => "/nguoi-dung", subject => new()
        {
            ["ten-dang-nhap"] = $"moi-{Guid.NewGuid():N}"[..20],
            ["ho-ten"] = "Cán bộ mới",
            ["vai-tro"] = "tong-hop",
            ["dia-phuong"] = subject.LocalityCode,
            ["to-chuc"] = subject.OrganizationCode,
        }),
        ["GET /nguoi-dung/{id:long}"] = new(Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}"),
        ["POST /nguoi-dung/{id:long} Grant"] = new(Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}?handler=Grant", subject => new()
        {
            ["vai-tro"] = "kiem-tra",
            ["dia-phuong"] = subject.LocalityCode,
            ["to-chuc"] = subject.OrganizationCode,
        }),
        ["POST /nguoi-dung/{id:long} End"] = new(
            Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}?handler=End", subject => new() { ["grant"] = $"{subject.GrantId}" }),
        ["POST /nguoi-dung/{id:long} Disable"] = new(Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}?handler=Disable", _ => []),
        ["POST /nguoi-dung/{id:long} Enable"] = new(Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}?handler=Enable", _ => []),
        ["POST /nguoi-dung/{id:long} Reset"] = new(Permission.ManageUsers, Concerns.Scope, subject => $"/nguoi-dung/{subject.UserId}?handler=Reset", _ => []),
        ["GET /nhat-ky/{handler?}"] = new(Permission.ReadAudit, Concerns.Nothing, _ => "/nhat-ky"),
        ["POST /nhat-ky/{handler?} Verify"] = new(Permission.ReadAudit, Concerns.Nothing, _ => "/nhat-ky/Verify", _ => []),
        ["POST /nhat-ky/{handler?} Export"] = new(Permission.ReadAudit, Concerns.Nothing, _ => "/nhat-ky/Export", _ => []),
        ["GET /tai-khoan"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan"),
        ["POST /tai-khoan SignOutEverywhere"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan?handler=SignOutEverywhere", _ => []),
        ["POST /tai-khoan DisableSecondFactor"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan?handler=DisableSecondFactor", _ => new() { ["mat-khau"] = "không đúng" }),
        ["GET /tai-khoan/doi-mat-khau"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan/doi-mat-khau"),
        ["POST /tai-khoan/doi-mat-khau"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan/doi-mat-khau", _ => new()
        {
            ["mat-khau-cu"] = "sai",
            ["mat-khau-moi"] = "sai",
        }),
        ["GET /tai-khoan/ma-xac-thuc"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan/ma-xac-thuc"),
        ["POST /tai-khoan/ma-xac-thuc"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/tai-khoan/ma-xac-thuc", _ => new() { ["ma"] = "000000" }),
        ["GET /dang-xuat"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/dang-xuat"),
        ["POST /dang-xuat"] = new(Permission.OwnAccount, Concerns.Nothing, _ => "/dang-xuat", _ => []),
        ["GET /dang-nhap"] = new(Permission.Anyone, Concerns.Nothing, _ => "/dang-nhap"),
        ["POST /dang-nhap"] = new(Permission.Anyone, Concerns.Nothing, _ => "/dang-nhap", _ => new()
        {
            ["ten-dang-nhap"] = "khong-co",
            ["mat-khau"] = "khong-co-that",
        }),
        ["GET /dang-nhap/ma-xac-thuc"] = new(Permission.Anyone, Concerns.Nothing, _ => "/dang-nhap/ma-xac-thuc"),
        ["POST /dang-nhap/ma-xac-thuc"] = new(Permission.Anyone, Concerns.Nothing, _ => "/dang-nhap/ma-xac-thuc", _ => new() { ["ma"] = "000000" }),
        ["GET /loi/{status:int}"] = new(Permission.Anyone, Concerns.Nothing, _ => "/loi/404"),
        ["POST /loi/{status:int}"] = new(Permission.Anyone, Concerns.Nothing, _ => "/loi/404", _ => []),
    };
}
