using System.Net;
using AngleSharp.Html.Dom;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Display;

/// <summary>A day that is none, or that has not come: the page stays, what was typed stays, and the field says what is wrong.</summary>
public sealed class DateFieldTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static TheoryData<string> NoDays { get; } = ["31/02/2026", "abc", "2026-13-01", "00/01/2025", "1/1/25"];

    [Theory]
    [MemberData(nameof(NoDays))]
    public async Task Filter_WithNoDay_KeepsItAndMarksTheField(string typed)
    {
        foreach (var (address, id) in new[] { ("/?ngay=", "loc-ngay"), ("/nhap-danh-sach?ngay=", "ngay"), ("/nhat-ky?tu-ngay=", "tu-ngay"), ("/nhat-ky?den-ngay=", "den-ngay") })
            IsMarked(await app.PageAsync(address + Uri.EscapeDataString(typed), HttpStatusCode.BadRequest), id, typed);
    }

    [Theory]
    [MemberData(nameof(NoDays))]
    public async Task Form_WithNoDay_KeepsItAndMarksTheField(string typed)
    {
        foreach (var (address, button, id) in new[]
        {
            ("/so-lieu-dan-so", "Ghi số liệu", "ngay-so-lieu"), ("/yeu-cau-ca-nhan", "Ghi yêu cầu", "ngay-nhan"),
            ("/nguoi-dung", "Thêm người dùng", "tu-ngay"), ("/nguoi-dung", "Thêm người dùng", "den-het-ngay"),
        })
        {
            var form = (await app.PageAsync(address)).Button(button);
            ((IHtmlInputElement)form.Owner!.GetElementById(id)!).Value = typed;
            IsMarked(await app.SubmitAsync(form, [], HttpStatusCode.BadRequest), id, typed);
        }
    }

    [Theory]
    [InlineData("16/12/2025")]
    [InlineData("01/01/2030")]
    public async Task Dashboard_OfADayThatHasNotCome_SaysSoAtTheField(string typed)
    {
        var page = await app.PageAsync("/?ngay=" + Uri.EscapeDataString(typed), HttpStatusCode.BadRequest);

        IsMarked(page, "loc-ngay", typed);
        Assert.Contains("ở sau hôm nay (15/12/2025)", page.QuerySelector("#loc-ngay-loi")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("Lỗi: ", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/giai-thich?ngay=2030-01-01", "ở sau hôm nay")]
    [InlineData("/nguoi?ngay=2030-01-01", "ở sau hôm nay")]
    [InlineData("/co-cau?ngay=2030-01-01", "ở sau hôm nay")]
    [InlineData("/nguoi/xuat?ngay=2030-01-01", "ở sau hôm nay")]
    [InlineData("/xuat/thong-ke?ngay=2030-01-01", "ở sau hôm nay")]
    [InlineData("/giai-thich?ngay=2026-13-01", "Ngày chưa đúng")]
    [InlineData("/nguoi?ngay=2026-13-01", "Ngày chưa đúng")]
    [InlineData("/co-cau?ngay=2026-13-01", "Ngày chưa đúng")]
    [InlineData("/xuat/thong-ke?ngay=2026-13-01", "Ngày chưa đúng")]
    public async Task Page_OfADayInItsAddress_SaysWhatIsWrongWithIt(string address, string sentence)
    {
        var page = await app.PageAsync(address, HttpStatusCode.BadRequest);

        Assert.Contains(sentence, page.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
    }

    private static void IsMarked(IHtmlDocument page, string id, string typed)
    {
        var field = (IHtmlInputElement)page.GetElementById(id)!;
        Assert.Equal((typed, "true"), (field.Value, field.GetAttribute("aria-invalid")));
        Assert.Contains($"{id}-loi", field.GetAttribute("aria-describedby")!.Split(' '));
        Assert.NotEmpty(page.GetElementById($"{id}-loi")!.Words());
        Assert.NotNull(page.QuerySelector($".error-summary a[href='#{id}']"));
    }
}
