using System.Net;
using AngleSharp.Html.Dom;
using Membership.Domain.Members;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Retention;

public sealed class RetentionPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Due_WhenApplied_TakesTheNamesAndSaysHowMany()
    {
        var id = await AddAsync("Lê Thị An");
        await app.Database.With(async db =>
        {
            var membership = await db.Memberships.SingleAsync(one => one.PersonId == id);
            (membership.From, membership.To, membership.EndedBy) = (new DateOnly(2015, 1, 1), new DateOnly(2018, 1, 1), MembershipReason.Withdrawal);
            return await db.SaveChangesAsync();
        });

        var page = await app.PageAsync("/luu-giu");
        var done = await app.SubmitAsync((IHtmlFormElement)page.QuerySelector("main form")!, new() { ["Lý do"] = "Rà soát thời hạn năm 2025" });

        Assert.Equal("1", page.Cell("Đã rời mọi tổ chức", "Số người").Words());
        Assert.Equal("Đã ẩn danh 1 người.", done.QuerySelector(".notice.is-done")!.Words());
        Assert.Null(done.QuerySelector("main form"));
        Assert.Equal("Đã ẩn danh", (await app.PageAsync($"/nguoi/{id}")).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Person_WhenAnonymised_HasNothingLeftToDo()
    {
        var id = await AddAsync("Lê Thị Bình");
        var form = (IHtmlFormElement)(await app.PageAsync($"/nguoi/{id}/an-danh")).QuerySelector("main form")!;

        var page = await app.SubmitAsync(form, new() { ["Lý do"] = "Theo đơn đề nghị xóa" });

        Assert.Equal("Đã ẩn danh", page.QuerySelector("h1")!.Words());
        Assert.Empty(page.QuerySelectorAll(".page-actions a"));
    }

    [Fact]
    public async Task Person_WithoutAReason_IsNotAnonymised()
    {
        var id = await AddAsync("Lê Thị Cúc");
        var form = (IHtmlFormElement)(await app.PageAsync($"/nguoi/{id}/an-danh")).QuerySelector("main form")!;

        await app.SubmitAsync(form, new() { ["Lý do"] = "xóa" }, HttpStatusCode.BadRequest);

        Assert.Equal("Lê Thị Cúc", (await app.PageAsync($"/nguoi/{id}")).QuerySelector("h1")!.Words());
    }

    private async Task<long> AddAsync(string name)
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), name);
        return await app.Database.With(db => db.People.Where(person => person.FullName == name).Select(person => person.Id).SingleAsync());
    }
}
