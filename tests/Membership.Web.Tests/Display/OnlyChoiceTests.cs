using AngleSharp.Html.Dom;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Display;

/// <summary>Who has one ward and one organization is not asked for them.</summary>
public sealed class OnlyChoiceTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/nhap-danh-sach")]
    [InlineData("/nhap-danh-sach/mau")]
    [InlineData("/")]
    public async Task Form_OfAnOfficerOfOneWardAndOrganization_SaysThemAndAsksNothing(string address)
    {
        var commune = app.NextCommune();
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.DataEntry, commune.Code, "HND")));

        var page = await app.PageAsync(address, by: client);

        Assert.Empty(page.QuerySelectorAll("main select[name=to-chuc], main select[name=don-vi]"));
        Assert.Equal(
            [("don-vi", commune.Code), ("to-chuc", "HND")],
            page.QuerySelectorAll("main input[type=hidden][name=to-chuc], main input[type=hidden][name=don-vi]").Cast<IHtmlInputElement>().Select(field => (field.Name!, field.Value)).Order());
        Assert.Equal([commune.Name, "Hội Nông dân"], page.QuerySelectorAll(".only-choice").Select(said => said.Words()).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Form_OfAnOfficerOfOneWard_StillAsksForTheOrganization()
    {
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.DataEntry, app.NextCommune().Code)));

        var page = await app.PageAsync("/nhap-danh-sach", by: client);

        Assert.NotNull(page.QuerySelector("select[name=to-chuc]"));
        Assert.Null(page.QuerySelector("select[name=don-vi]"));
    }

    [Fact]
    public async Task Template_OfAnOfficerOfOneWardAndOrganization_IsGivenAtOnce()
    {
        var commune = app.NextCommune();
        var client = await app.SignInAsync(await app.Database.AddUserAsync(new GivenRole(Role.DataEntry, commune.Code, "HND")));
        var form = (await app.PageAsync("/nhap-danh-sach/mau", by: client)).Button("Tải mẫu (.xlsx)");
        using var content = new FormUrlEncodedContent(form.Entries());

        using var response = await client.PostAsync(new Uri("/nhap-danh-sach/mau", UriKind.Relative), content);

        Assert.Equal($"mau-danh-sach-hnd-{commune.Code}.xlsx", response.Content.Headers.ContentDisposition!.FileName);
    }
}
