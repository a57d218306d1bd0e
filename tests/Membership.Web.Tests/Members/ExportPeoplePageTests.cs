using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Members;

public sealed class ExportPeoplePageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task List_WhenPurposeAndRecipientAreSaid_IsGivenAsAWorkbook()
    {
        var form = await ListFormAsync("Lê Thị An");
        form.Fill("Mục đích", "chuẩn bị đại hội");
        form.Fill("Bên nhận", "Hội Nông dân phường");

        var (status, type) = await PostAsync(form);

        Assert.Equal((HttpStatusCode.OK, Workbook), (status, type?.MediaType));
    }

    [Fact]
    public async Task List_WithoutPurpose_AsksForIt()
    {
        var form = await ListFormAsync("Lê Thị Bình");

        var page = await app.SubmitAsync(form, new() { ["Bên nhận"] = "Hội Nông dân phường" }, HttpStatusCode.BadRequest);

        Assert.Equal("Hãy ghi mục đích sử dụng danh sách, từ 5 đến 300 ký tự.", page.QuerySelector("#muc-dich-loi")!.Words());
    }

    [Fact]
    public async Task PersonFile_WhenPosted_IsGivenAsAWorkbook()
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), "Lê Thị Cúc");
        var id = await app.Database.With(db => db.People.Where(person => person.FullName == "Lê Thị Cúc").Select(person => person.Id).SingleAsync());
        var person = await app.PageAsync($"/nguoi/{id}");
        var page = await app.PageAsync(person.QuerySelectorAll(".page-actions a").Single(link => link.Words() == "Xuất hồ sơ").GetAttribute("href")!);

        var (status, type) = await PostAsync((IHtmlFormElement)page.QuerySelector("main form")!);

        Assert.Equal((HttpStatusCode.OK, Workbook), (status, type?.MediaType));
    }

    private async Task<IHtmlFormElement> ListFormAsync(string name)
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, name);
        var list = await app.PageAsync($"/nguoi?don-vi={commune.Code}");
        var page = await app.PageAsync(list.QuerySelector(".page-actions a")!.GetAttribute("href")!);
        return (IHtmlFormElement)page.QuerySelector("main form")!;
    }

    private async Task<(HttpStatusCode Status, MediaTypeHeaderValue? Type)> PostAsync(IHtmlFormElement form)
    {
        using var content = new FormUrlEncodedContent(form.Entries());
        using var response = await app.Client.PostAsync(new Uri(app.Address, form.GetAttribute("action")!), content);
        return (response.StatusCode, response.Content.Headers.ContentType);
    }
}
