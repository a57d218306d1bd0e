using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.MemberImports;

/// <summary>What the import forms say to a wrong or missing answer, as a browser without scripts sees it.</summary>
public sealed class ListFormsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Index = "/nhap-danh-sach";

    [Fact]
    public async Task Upload_WhenTheDayIsWrong_ComesBackWithItAsTyped()
    {
        var page = await PostAsync(Index, new() { ["ngay"] = "31/31/2025", ["to-chuc"] = "HND" }, HttpStatusCode.BadRequest);

        Assert.Equal("31/31/2025", ((IHtmlInputElement)page.GetElementById("ngay")!).Value);
        Assert.Contains("Hãy ghi theo dạng ngày/tháng/năm", page.QuerySelector(".error-summary")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenTheCommunesOfAnotherDayAreAskedFor_KeepsTheForm()
    {
        var page = await PostAsync(Index, new() { ["ngay"] = "01/06/2025", ["to-chuc"] = "HND", ["kieu"] = "Full", ["xem-xa-phuong"] = "true" });

        Assert.Null(page.QuerySelector(".error-summary"));
        Assert.Equal(("01/06/2025", "HND"), (((IHtmlInputElement)page.GetElementById("ngay")!).Value, ((IHtmlSelectElement)page.GetElementById("to-chuc")!).Value));
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name=kieu][value=Full]")!).IsChecked);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.HasAttribute("formmethod"));
    }

    [Fact]
    public async Task Discard_IsAskedFirstAndSaidAfterwards_AndARowOfItCannotBeSaved()
    {
        var commune = app.NextCommune();
        var id = await OfficersList.CheckAsync(app.Database, OfficersList.Old(commune.Code), commune.Code);
        var preview = await app.PageAsync($"{Index}/{id}");

        var list = await app.SubmitAsync(preview.Button($"Bỏ hẳn đợt nhập số {id}"), []);
        var row = await PostAsync($"{Index}/{id}/dong/8", new() { ["o[2]"] = "28/02/1995" }, from: Index);

        Assert.Equal($"Đã bỏ đợt nhập số {id}.", list.QuerySelector(".notice.is-done")!.Words());
        Assert.Contains($"Đợt nhập số {id} đã được bỏ nên không lưu", row.QuerySelector(".error-summary")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WhenEveryRowIsRejectedForUnknownValues_OffersToExplainThem()
    {
        var commune = app.NextCommune();
        var content = new WorkbookBuilder()
            .Sheet("Bìa", ["DANH SÁCH HỘI VIÊN"])
            .Sheet("DS", ["Họ và tên", "Ngày sinh", "Giới tính"], ["Nguyễn Thị Ánh", "22/03/1981", "gái"])
            .ToBytes();

        var page = await app.PageAsync($"{Index}/{await OfficersList.CheckAsync(app.Database, content, commune.Code)}");

        Assert.Equal("Cho biết các giá trị chưa hiểu nghĩa là gì", page.QuerySelector("#ket-qua")!.Closest("section")!.QuerySelector(".btn-primary")!.Words());
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.Words().StartsWith("Ghi ", StringComparison.Ordinal));
        Assert.Equal(
            ["Đã đọc trang tính “DS”, tiêu đề ở dòng 1:", "Không đọc trang tính “Bìa”: không tìm thấy danh sách."],
            page.QuerySelectorAll(".fold-title").Select(title => title.Words()));
    }

    [Fact]
    public async Task Missing_WhenAllAreConfirmedWithoutATick_SaysEverythingThatIsWrong()
    {
        var commune = app.NextCommune();
        await OfficersList.CommitAsync(app.Database, OfficersList.Plain(commune.Code), commune.Code);
        var id = await OfficersList.CheckAsync(app.Database, OfficersList.Shorter(commune.Code), commune.Code, ListMode.Full, RunningApp.Today);
        var address = $"{Index}/{id}/vang-mat";

        var refused = await PostAsync(address, new() { ["cho"] = "tat-ca", ["ngay"] = "31/31/2025" }, HttpStatusCode.BadRequest);
        var confirmed = await PostAsync(address, new() { ["cho"] = "tat-ca", ["ly-do"] = "TransferOut", ["ngay"] = "10/12/2025", ["dong-y"] = "true" });
        var found = await PostAsync(address, new() { ["cho"] = "tim", ["ten"] = "khong co ai" });
        var stay = await PostAsync(address, new() { ["cho"] = "tat-ca-van-sinh-hoat" });

        Assert.Equal(3, refused.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal("31/31/2025", ((IHtmlInputElement)refused.GetElementById("ngay")!).Value);
        Assert.Contains("Đã xác nhận 1 người", confirmed.QuerySelector(".notice.is-done")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy ai", found.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("1 người vẫn sinh hoạt.", stay.QuerySelector(".notice.is-done")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", "", "Chưa chọn trang tính nào.")]
    [InlineData("true", "", "Bạn chưa trả lời gì.")]
    [InlineData("true", "999", "Dòng 999 của trang tính “Sheet1” để trống")]
    public async Task Reading_WhenTheAnswerIsNone_SaysSoAndKeepsWhatWasSent(string isRead, string headerRow, string sentence)
    {
        var commune = app.NextCommune();
        var content = new WorkbookBuilder().Sheet("Sheet1", ["An", "Bình"], ["Cúc", "Dung"]).ToBytes();
        var id = await OfficersList.CheckAsync(app.Database, content, commune.Code);

        var page = await PostAsync(
            $"{Index}/{id}/doc-tep",
            new() { ["trang-tinh[0].Sheet"] = "Sheet1", ["trang-tinh[0].IsRead"] = isRead, ["trang-tinh[0].HeaderRow"] = headerRow, ["trang-tinh[0].Fields[0]"] = "", ["trang-tinh[0].Fields[1]"] = "" },
            HttpStatusCode.BadRequest);

        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.Words(), StringComparison.Ordinal);
        Assert.Equal(headerRow.Length > 0 ? headerRow : "0", ((IHtmlInputElement)page.GetElementById("tieu-de-0")!).Value);
    }

    [Fact]
    public async Task Reading_WhenAddressesNameAnotherCommune_OffersItAndTakesWhatIsChosen()
    {
        var commune = app.NextCommune();
        var content = WorkbookBuilder.Of(
            ["Họ và tên", "Ngày sinh", "Giới tính", "Địa chỉ"],
            ["Nguyễn Thị Ánh", "22/03/1981", "Nữ", "Số 1, P.2, TX. Vĩnh Châu"], ["Trần Văn Bình", "14/11/1975", "Nam", "Số 2, P.2, TX. Vĩnh Châu"], ["Lê Văn Tám", "14/11/1976", "Nam", "Xã Lạ"]).ToBytes();
        var id = await OfficersList.CheckAsync(app.Database, content, commune.Code);
        var address = $"{Index}/{id}/doc-tep";
        const string label = "Nơi ở “phường 2, thị xã Vĩnh Châu”, 2 dòng";

        var preview = await app.PageAsync($"{Index}/{id}");
        var form = (await app.PageAsync(address)).Button("Đọc lại theo trả lời này");
        var proposed = ((IHtmlSelectElement)form.Control(label)).Value;
        var open = ((IHtmlSelectElement)form.Control("Nơi ở “xã Lạ”, 1 dòng")).Value;
        var refused = await PostAsync(address, new() { ["gia-tri[0].Key"] = "Address|xa la", ["gia-tri[0].Text"] = "xã Lạ", ["gia-tri[0].Field"] = "Address", ["gia-tri[0].Meaning"] = "Nơi lạ" }, HttpStatusCode.BadRequest);
        await app.SubmitAsync(form, new() { ["Nơi ở “xã Lạ”, 1 dòng"] = "Nơi của danh sách: " + commune.Name });

        Assert.Equal(2, preview.QuerySelectorAll(".warnings a").Count(link => link.Words() == "Cho biết nơi ở đúng"));
        Assert.Equal(("Phường 2, Thị xã Vĩnh Châu", ""), (proposed, open));
        Assert.Contains("Không có xã, phường nào tên là “Nơi lạ”", refused.QuerySelector(".error-summary")!.Words(), StringComparison.Ordinal);
        var choices = (await app.Database.With(async db => await db.MemberImports.FindAsync(id)))!.Choices;
        Assert.Equal(
            ["Address|phuong 2, thi xa vinh chau Phường 2, Thị xã Vĩnh Châu", "Address|xa la "], choices.Values.Select(value => $"{value.Key} {value.Value}").Order());
    }

    /// <param name="from">The page that the token is taken from; null: the one that is sent to.</param>
    private async Task<IHtmlDocument> PostAsync(string address, Dictionary<string, string> values, HttpStatusCode expected = HttpStatusCode.OK, string? from = null)
    {
        var token = ((IHtmlInputElement)(await app.PageAsync(from ?? address)).QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        using var content = new FormUrlEncodedContent([.. values, KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var response = await app.Client.PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.Equal(expected, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
