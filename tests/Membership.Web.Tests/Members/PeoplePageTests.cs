using System.Net;
using AngleSharp.Html.Dom;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Members;

public sealed class PeoplePageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task People_WhenBehindANumber_AreListedByGivenName()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Trần Văn Bình", "Nguyễn Văn Ân", "Lê Thị An");

        var page = await app.PageAsync($"/nguoi?don-vi={commune.Code}");

        Assert.Equal(["Lê Thị An", "Nguyễn Văn Ân", "Trần Văn Bình"], page.QuerySelectorAll("tbody th").Select(name => name.Words()));
        Assert.Equal("05/1980", page.Cell("Lê Thị An", "Ngày sinh").Words());
    }

    [Fact]
    public async Task Search_WhenTypedWithoutDiacritics_FindsThePersonAndKeepsTheNameOutOfTheAddress()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Đặng Thị Hòa", "Nguyễn Văn An");
        var page = await app.PageAsync($"/nguoi?don-vi={commune.Code}");

        var found = await app.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[role=search]")!, new() { ["Tìm theo họ tên"] = "dang thi hoa" });

        Assert.Equal(["Đặng Thị Hòa"], found.QuerySelectorAll("tbody th").Select(name => name.Words()));
        Assert.DoesNotContain("dang", found.DocumentElement.GetAttribute("data-address"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Search_WhenNobodyIsFound_SaysSo()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An");
        var page = await app.PageAsync($"/nguoi?don-vi={commune.Code}");

        var found = await app.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[role=search]")!, new() { ["Tìm theo họ tên"] = "xyz" });

        Assert.Contains("Không tìm thấy ai", found.QuerySelector("main [role=status]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_WhenMoreThanAPage_GoOnWithoutScripts()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, Enumerable.Range(1, 51).Select(number => $"Nguyễn Văn An {number}").ToArray());
        var first = await app.PageAsync($"/nguoi?don-vi={commune.Code}");

        var second = await app.PageAsync(first.QuerySelector(".pager a")!.GetAttribute("href")!);

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Single(second.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task People_WhenTheReasonDoesNotExist_IsABadRequest() =>
        Assert.Equal("Yêu cầu không đọc được", (await app.PageAsync("/nguoi?ly-do=khong-co", HttpStatusCode.BadRequest)).QuerySelector("h1")!.Words());
}
