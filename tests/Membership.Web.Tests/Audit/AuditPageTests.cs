using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Membership.App.Populations;
using Membership.App.Statistics;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Audit;

public sealed class AuditPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Address = "/nhat-ky";

    [Fact]
    public async Task Entries_AfterAFigureIsRecorded_SayWhoWhenWhereAndWhat()
    {
        var commune = app.NextCommune();
        await app.Database.Send(new RecordPopulationFigure(commune.Code, new DateOnly(2025, 7, 1), 4_321, "Công an xã"));

        var page = await app.PageAsync(Address + "?loai=1");

        var row = page.QuerySelectorAll("tbody tr").Single(line => line.Words().Contains(commune.Name, StringComparison.Ordinal));
        Assert.Matches(@"^\d\d/\d\d/\d{4} 10:00:00$", row.Children[0].Words());
        Assert.Contains("dòng lệnh", row.Children[1].Words(), StringComparison.Ordinal);
        Assert.StartsWith("Thêm mới Số liệu dân số (mã số ", row.Children[2].Words(), StringComparison.Ordinal);
        Assert.Contains("Số người: 4.321", row.Children[5].Words(), StringComparison.Ordinal);
        Assert.Contains("Nguồn: Công an xã", row.Children[5].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ByUserAndPeriod_IsKeptAndFindsOnlyThose()
    {
        var today = RunningApp.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        await app.PageAsync(Address);

        var page = await SearchAsync(new() { ["Người dùng"] = Environment.UserName, ["Loại việc"] = "Xem nhật ký xử lý", ["Từ ngày"] = today, ["Đến ngày"] = today });
        var nobody = await SearchAsync(new() { ["Người dùng"] = "khong-co-ai" });

        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.StartsWith("Xem nhật ký xử lý", row.Children[2].Words(), StringComparison.Ordinal));
        Assert.Equal(today, ((IHtmlInputElement)page.Control("Từ ngày")).Value);
        Assert.Equal("Không có mục nào như vậy. Hãy bỏ bớt điều kiện tìm.", nobody.QuerySelector("[role=status]")!.Words());
    }

    [Theory]
    [InlineData("?tu-ngay=32/13/2025", "Ngày chưa đúng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 31/12/2025.")]
    [InlineData("?tu-ngay=02/01/2026&den-ngay=01/01/2026", "Từ ngày 02/01/2026 sau đến ngày 01/01/2026. Hãy chọn lại khoảng ngày.")]
    [InlineData("?ma-so-nguoi=abc", "Mã số người chỉ gồm chữ số. Mã số ở trong địa chỉ trang của người đó.")]
    public async Task Filter_WhenItIsWrong_SaysSo(string query, string sentence)
    {
        var page = await app.PageAsync(Address + query, HttpStatusCode.BadRequest);

        Assert.Equal([sentence], page.QuerySelectorAll(".error-summary a").Select(link => link.Words()));
    }

    [Fact]
    public async Task Verification_OfAnUntouchedLog_SaysThatItIsWhole()
    {
        var page = await app.SubmitAsync(FormOf(await app.PageAsync(Address), "Kiểm tra tính toàn vẹn"), []);

        Assert.StartsWith("Nhật ký toàn vẹn: ", page.QuerySelector(".notice")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_GivesAWorkbookOfTheFilter()
    {
        var form = FormOf(await app.PageAsync(Address + "?loai=23"), "Xuất nhật ký xử lý");
        using var content = new FormUrlEncodedContent(form.Entries());

        using var response = await app.Client.PostAsync(new Uri(app.Address, form.GetAttribute("action")!), content);

        Assert.Equal(ExportedWorkbook.ContentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nhat-ky_2025-12-15.xlsx", response.Content.Headers.ContentDisposition!.FileName);
    }

    private async Task<IHtmlDocument> SearchAsync(Dictionary<string, string> values)
    {
        var form = FormOf(await app.PageAsync(Address), "Tìm");
        foreach (var (label, value) in values)
            form.Fill(label, value);
        using var query = new FormUrlEncodedContent(form.Entries());
        return await app.PageAsync(Address + "?" + await query.ReadAsStringAsync());
    }

    private static IHtmlFormElement FormOf(IHtmlDocument page, string button) =>
        (IHtmlFormElement)page.QuerySelectorAll("main form button").Single(one => one.Words() == button).Closest("form")!;
}
