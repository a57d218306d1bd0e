using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Membership.App.Members;
using Membership.Domain.Members;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Members;

public sealed class PersonPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Number = "092190001234";
    private const string Why = "Theo giấy khai sinh";

    [Fact]
    public async Task Person_WhenOpenedFromTheList_ShowsHerNumberMasked()
    {
        var id = await AddAsync("Lê Thị An", "092190001111");
        var commune = await app.Database.With(db => db.Residences.Where(home => home.PersonId == id).Select(home => home.LocalityId).SingleAsync());
        var code = await app.Database.With(db => db.LocalityFacts.Where(fact => fact.LocalityId == commune && fact.ValidTo == null).Select(fact => fact.Code).SingleAsync());
        var list = await app.PageAsync($"/nguoi?don-vi={code}");

        var page = await app.PageAsync(list.QuerySelector("tbody th a")!.GetAttribute("href")!);

        Assert.Equal(("••••••••1111", "05/1980"), (page.Fact("Số định danh (CCCD)"), page.Fact("Ngày sinh")));
        Assert.Equal("nay", page.Cell("Hội Nông dân", "Đến trước ngày").Words());
        Assert.DoesNotContain("092190001111", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoDoesNotExist_IsNotFound() =>
        Assert.Contains("Không tìm thấy", (await app.PageAsync("/nguoi/999999", HttpStatusCode.NotFound)).QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Sensitive_WhenAskedWithAReason_IsShownInTheAnswerOnly()
    {
        var id = await AddAsync("Lê Thị Bình", "092190002222");
        var form = Form(await app.PageAsync($"/nguoi/{id}/mo-thong-tin"));

        var answer = await app.SubmitAsync(form, new() { ["Thông tin cần xem"] = "Số định danh (CCCD)", ["Lý do"] = "Đối chiếu với thẻ căn cước" });

        Assert.Equal("092190002222", answer.Fact("Số định danh (CCCD)"));
        Assert.DoesNotContain("0921", answer.DocumentElement.GetAttribute("data-address"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_WithoutAReason_SaysWhatIsMissing()
    {
        var id = await AddAsync("Lê Thị Cúc", "092190003333");
        var form = Form(await app.PageAsync($"/nguoi/{id}/mo-thong-tin"));

        var answer = await app.SubmitAsync(form, new() { ["Lý do"] = "xem" }, HttpStatusCode.BadRequest);

        Assert.Equal("Hãy ghi lý do, từ 10 đến 500 ký tự.", answer.QuerySelector(".field-error")!.Words());
        Assert.DoesNotContain("092190003333", answer.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_WhenSent_IsInTheHistoryAndCanBeReverted()
    {
        var id = await AddAsync("Lê Thị Dung", "092190004444");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua"));

        var corrected = await app.SubmitAsync(form, new() { ["Họ và tên"] = "Lê Thị Dũng", ["Ngày sinh"] = "12/05/1980", ["Lý do sửa"] = Why });
        var revert = Form(await app.PageAsync(corrected.Cell("Họ và tên", "Hoàn tác").QuerySelector("a")!.GetAttribute("href")!));
        var reverted = await app.SubmitAsync(revert, new() { ["Lý do hoàn tác"] = "Sửa nhầm sang người khác" });

        Assert.Equal(("Lê Thị Dũng", "12/05/1980"), (corrected.QuerySelector("h1")!.Words(), corrected.Fact("Ngày sinh")));
        Assert.Equal(("Lê Thị Dung", Why), (corrected.Cell("Họ và tên", "Trước").Words(), corrected.Cell("Họ và tên", "Lý do").Words()));
        Assert.Equal(("Lê Thị Dung", "••••••••4444"), (reverted.QuerySelector("h1")!.Words(), reverted.Fact("Số định danh (CCCD)")));
    }

    [Fact]
    public async Task Correction_ThatCannotBeRead_KeepsWhatWasTyped()
    {
        var id = await AddAsync("Lê Thị Em", "092190005555");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua"));

        var page = await app.SubmitAsync(form, new() { ["Ngày sinh"] = "31/02/1980", ["Lý do sửa"] = Why }, HttpStatusCode.BadRequest);

        Assert.StartsWith("Hãy ghi ngày sinh có thật", page.QuerySelector("#ngay-sinh-loi")!.Words(), StringComparison.Ordinal);
        Assert.Equal(("31/02/1980", Why), (((IHtmlInputElement)page.Control("Ngày sinh")).Value, page.Control("Lý do sửa").TextContent));
    }

    [Fact]
    public async Task Number_WhenTicked_IsRemoved()
    {
        var id = await AddAsync("Lê Thị Gấm", "092190006666");
        var form = Form(await app.PageAsync($"/nguoi/{id}/sua"));
        ((IHtmlInputElement)form.Control("Xóa giá trị đang ghi của Số định danh (CCCD)")).IsChecked = true;

        var corrected = await app.SubmitAsync(form, new() { ["Lý do sửa"] = Why });

        Assert.Equal("–", corrected.Fact("Số định danh (CCCD)"));
    }

    [Fact]
    public async Task Restriction_WhenSet_HidesTheNameInListsUntilItIsLifted()
    {
        var id = await AddAsync("Lê Thị Hiền", "092190007777");

        var restricted = await app.SubmitAsync(Form(await app.PageAsync($"/nguoi/{id}/han-che")), new() { ["Lý do"] = "Theo đơn của người đó" });
        var found = await app.SubmitAsync(Search(await app.PageAsync("/nguoi/tim")), new() { ["Số định danh hoặc số điện thoại"] = "092190007777" });
        var lifted = await app.SubmitAsync(Form(await app.PageAsync($"/nguoi/{id}/han-che")), new() { ["Lý do"] = "Người đó đã rút đơn" });

        Assert.Contains("Đang hạn chế xử lý", restricted.QuerySelector(".notice.is-warning")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy ai", found.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("đã gỡ", lifted.QuerySelector("tbody tr th:contains('Hạn chế xử lý') ~ [data-label=Sau]")!.Words());
    }

    [Fact]
    public async Task Number_WhenSearched_LeadsToThePersonAndStaysOutOfThePage()
    {
        var id = await AddAsync("Lê Thị Khanh", Number);

        var found = await app.SubmitAsync(Search(await app.PageAsync("/nguoi/tim")), new() { ["Số định danh hoặc số điện thoại"] = "092 190 001 234" });

        Assert.Equal($"/nguoi/{id}", found.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.DoesNotContain("092 190", found.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_ThatIsNone_IsRefusedWithASentence()
    {
        var page = await app.SubmitAsync(Search(await app.PageAsync("/nguoi/tim")), new() { ["Số định danh hoặc số điện thoại"] = "12345" }, HttpStatusCode.BadRequest);

        Assert.Contains("12 chữ số", page.QuerySelector(".field-error")!.Words(), StringComparison.Ordinal);
    }

    private static IHtmlFormElement Form(IParentNode page) => (IHtmlFormElement)page.QuerySelector("main form")!;

    private static IHtmlFormElement Search(IParentNode page) => (IHtmlFormElement)page.QuerySelector("form[role=search]")!;

    private async Task<long> AddAsync(string name, string number)
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), name);
        var id = await app.Database.With(db => db.People.Where(person => person.FullName == name).Select(person => person.Id).SingleAsync());
        _ = (await app.Database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.CitizenId] = number }, "Ghi số khi lập sổ"))).Value;
        return id;
    }
}
