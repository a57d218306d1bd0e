using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.PersonRequests;

public sealed class PersonRequestPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Request_WhenRecorded_IsListedWithItsTerms()
    {
        var page = await RecordAsync("Xem dữ liệu (10 ngày)", "12/12/2025");

        Assert.Contains("chậm nhất ngày 16/12/2025", page.QuerySelector(".notice.is-done")!.Words(), StringComparison.Ordinal);
        var row = Row(page);
        Assert.Equal(("16/12/2025", "22/12/2025", "Chờ xác nhận"), (row.Children[2].Words(), row.Children[3].Words(), row.Children[4].Words()));
    }

    [Fact]
    public async Task Request_WhenItsTermHasPassed_IsMarkedOverdue()
    {
        var page = await RecordAsync("Xóa dữ liệu (20 ngày)", "01/11/2025");

        var state = Row(page).QuerySelector(".state-behind")!;

        Assert.Equal("Quá hạn giải quyết", state.Words());
        Assert.NotNull(state.QuerySelector("svg"));
    }

    [Fact]
    public async Task Request_WhenAcknowledgedExtendedAndAnswered_SaysEachStep()
    {
        var page = await app.PageAsync(Row(await RecordAsync("Chỉnh sửa dữ liệu (10 ngày)", "15/12/2025")).QuerySelector("a")!.GetAttribute("href")!);

        page = await app.SubmitAsync(Form(page, "xac-nhan"), []);
        var acknowledged = page.Fact("Xác nhận");
        page = await app.SubmitAsync(Form(page, "gia-han"), new() { ["Lý do gia hạn"] = "Phải hỏi cơ quan cấp thẻ" });
        var extended = page.Fact("Giải quyết");
        page = await app.SubmitAsync(Form(page, "tra-loi"), new() { ["Kết quả"] = "Đã sửa theo giấy khai sinh" });

        Assert.Equal(("ngày 15/12/2025", "chậm nhất ngày 04/01/2026"), (acknowledged, extended));
        Assert.Equal(("Đã giải quyết", "Đã sửa theo giấy khai sinh"), (page.Fact("Tình trạng"), page.Fact("Kết quả")));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Request_WithoutPlaceAndKind_SaysWhatIsMissing()
    {
        var form = (IHtmlFormElement)(await app.PageAsync("/yeu-cau-ca-nhan")).QuerySelector("main form")!;

        var page = await app.SubmitAsync(form, new() { ["Ngày nhận"] = "31/02/2025" }, HttpStatusCode.BadRequest);

        Assert.Equal(["Hãy chọn nơi nhận yêu cầu.", "Hãy ghi ngày nhận dạng ngày/tháng/năm, ví dụ 31/12/2025."], page.QuerySelectorAll(".field-error").Select(error => error.Words()));
    }

    [Fact]
    public async Task Request_ThatDoesNotExist_IsNotFound() => await app.PageAsync("/yeu-cau-ca-nhan/999999", HttpStatusCode.NotFound);

    private async Task<IHtmlDocument> RecordAsync(string kind, string receivedOn)
    {
        var form = (IHtmlFormElement)(await app.PageAsync("/yeu-cau-ca-nhan")).QuerySelector("main form")!;
        return await app.SubmitAsync(form, new()
        {
            ["Nơi nhận"] = app.NextCommune().Code,
            ["Loại yêu cầu"] = kind,
            ["Ngày nhận"] = receivedOn,
            ["Nội dung"] = "Xin xem dữ liệu đang lưu",
        });
    }

    /// <summary>The request just recorded: the page's notice names it.</summary>
    private static IElement Row(IParentNode page)
    {
        var number = page.QuerySelector(".notice.is-done")!.Words().Split(' ')[5].TrimEnd('.');
        return page.QuerySelectorAll("tbody tr").Single(row => row.Children[0].Words().StartsWith(number + ". ", StringComparison.Ordinal));
    }

    private static IHtmlFormElement Form(IParentNode page, string step) =>
        (IHtmlFormElement)page.QuerySelector($"main form:has([value={step}])")!;
}
