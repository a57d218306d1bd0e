using System.Net;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Errors;

public sealed class ErrorPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task UnknownAddress_WhenAskedFor_IsAVietnamesePageWithStatus404()
    {
        var page = await app.PageAsync("/khong-co", HttpStatusCode.NotFound);

        Assert.Equal("Không tìm thấy trang", page.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task FormWithoutItsToken_WhenPosted_IsAVietnamesePageWithStatus400()
    {
        using var response = await app.Client.PostAsync(new Uri("/so-lieu-dan-so", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Biểu mẫu không phải do tài khoản đang đăng nhập mở", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(403, 403)]
    [InlineData(404, 404)]
    [InlineData(413, 413)]
    [InlineData(500, 500)]
    [InlineData(200, 404)]
    [InlineData(204, 404)]
    [InlineData(302, 404)]
    [InlineData(418, 404)]
    [InlineData(503, 404)]
    [InlineData(99, 404)]
    [InlineData(1000, 404)]
    [InlineData(-1, 404)]
    public async Task ErrorPage_ByItsAddress_IsOneThatTheProgramGives(int asked, int given)
    {
        using var response = await app.Client.GetAsync(new Uri($"/loi/{asked}", UriKind.Relative));

        Assert.Equal(given, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/khong-co")]
    public async Task Page_WhenAnswered_LetsNothingInlineRunAndIsNotKept(string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
