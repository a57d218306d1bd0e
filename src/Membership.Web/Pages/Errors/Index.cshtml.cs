using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Web.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.Errors;

/// <summary>What went wrong in words, without internals: those are in the log.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Those that the program gives: by its address no other page of this kind can be had.</summary>
    private static readonly HashSet<int> Given = [400, 401, 403, 404, 413, 429, 500];

    public IActionResult OnGet(int status) => Explain(status);

    public IActionResult OnPost(int status) => Explain(status);

    private IActionResult Explain(int status)
    {
        var isByAddress = Response.StatusCode == StatusCodes.Status200OK;
        if (isByAddress && !Given.Contains(status))
            return NotFound();

        (Heading, Advice) = status switch
        {
            400 when HttpContext.Features.Get<StaleForm>() is { } stale => ("Biểu mẫu không phải do tài khoản đang đăng nhập mở", OfAnother(stale)),
            400 => ("Yêu cầu không đọc được", "Trang có thể đã mở quá lâu. Hãy quay lại, tải lại trang rồi làm lại thao tác vừa rồi."),
            401 => ("Cần đăng nhập", "Hãy đăng nhập rồi làm lại thao tác vừa rồi."),
            403 => ("Không có quyền làm việc này", NotAllowed()),
            404 => ("Không tìm thấy trang", "Địa chỉ có thể bị gõ sai hoặc mục này không còn. Hãy bắt đầu lại từ trang tổng quan."),
            413 => ("Tệp quá lớn", "Hãy chia danh sách thành nhiều tệp nhỏ hơn rồi nhập từng tệp."),
            429 => ("Quá nhiều lần trong một phút", "Hãy chờ một phút rồi thử lại."),
            _ => ("Phần mềm gặp lỗi", "Dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại; nếu vẫn lỗi, xin báo người quản trị giờ và phút xảy ra lỗi."),
        };
        // Opened by its address it is a page like any other; on an error the status of the first answer stands.
        Response.StatusCode = isByAddress ? status : Response.StatusCode;
        return Page();
    }

    private static string OfAnother(StaleForm stale) => stale.IsKept
        ? "Chưa có gì được ghi. Người đã mở biểu mẫu đăng nhập lại trên máy này trong 30 phút thì thấy lại nội dung đã gõ. Muốn làm bằng tài khoản đang đăng nhập, hãy mở lại trang rồi gõ lại."
        : "Trang được mở trước khi đăng nhập, đăng xuất hoặc đổi tài khoản ở cửa sổ khác nên chưa có gì được ghi. Hãy mở lại trang rồi gửi lại.";

    private string NotAllowed() => HttpContext.Features.Get<NotAllowedException>() is { } refused
        ? RefusalText.Of(refused.Refusal)
        : "Hãy liên hệ người quản trị phần mềm của cơ quan để được cấp quyền.";
}
