using System.Net;
using AngleSharp.Html.Dom;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Populations;

public sealed class PopulationPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Address = "/so-lieu-dan-so";
    private const string Value = "Số dân từ 16 tuổi trở lên";

    [Fact]
    public async Task Form_WhenFilledIn_MovesTheDashboardAtOnce()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");

        var saved = await RecordAsync(commune.Code, "4");
        var dashboard = await app.PageAsync($"/?don-vi={commune.Code}");

        Assert.Equal($"Đã ghi: {commune.Name} có 4 người trong độ tuổi, tính đến 01/07/2025. Xem tổng quan", saved.QuerySelector("[role=status]")!.Words());
        Assert.Equal("75,00%", dashboard.Cell(commune.Name, "Tỷ lệ").Words());
    }

    [Theory]
    [InlineData("không rõ", "2025-07-01", "Công an xã", "Chưa rõ “không rõ” là bao nhiêu người. Hãy viết liền các chữ số (12345) hoặc chia nhóm ba chữ số (12.345).")]
    [InlineData("27.13", "2025-07-01", "Công an xã", "Chưa rõ “27.13” là bao nhiêu người. Hãy viết liền các chữ số (12345) hoặc chia nhóm ba chữ số (12.345).")]
    [InlineData("1.5", "2025-07-01", "Công an xã", "Chưa rõ “1.5” là bao nhiêu người. Hãy viết liền các chữ số (12345) hoặc chia nhóm ba chữ số (12.345).")]
    [InlineData("0", "2025-07-01", "Công an xã", "Số dân phải là số nguyên từ 1 đến 1.000.000.")]
    [InlineData("12.345", "2030-01-01", "Công an xã", "Ngày của số liệu phải từ năm 1976 đến hôm nay.")]
    [InlineData("12.345", "", "Công an xã", "Hãy chọn ngày của số liệu.")]
    [InlineData("12.345", "2025-07-01", " ", "Hãy ghi nguồn: cơ quan nào cung cấp, văn bản nào.")]
    public async Task Form_WhenSomethingIsWrong_SaysWhatAndKeepsWhatWasTyped(string value, string day, string source, string sentence)
    {
        var commune = app.NextCommune();

        var page = await RecordAsync(commune.Code, value, day, source, HttpStatusCode.BadRequest);

        Assert.Equal([sentence], page.QuerySelectorAll(".error-summary a").Select(link => link.Words()));
        Assert.Equal(value, ((IHtmlInputElement)page.Control(Value)).Value);
        Assert.StartsWith("Lỗi:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhenSentTwice_WritesOneFigure()
    {
        var commune = app.NextCommune();
        await RecordAsync(commune.Code, "12.345");

        var again = await RecordAsync(commune.Code, "12.345");

        Assert.Contains("đã có đúng số liệu này", again.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await app.Database.With(db => db.PopulationFigures.CountAsync(figure => figure.LocalityId == commune.Id && figure.AgeFrom != null)));
    }

    private async Task<IHtmlDocument> RecordAsync(
        string code, string value, string day = "2025-07-01", string source = "Công an xã", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await app.PageAsync(Address);
        var form = (IHtmlFormElement)page.QuerySelector("main form")!;
        return await app.SubmitAsync(
            form, new() { ["Xã, phường"] = code, [Value] = value, ["Tính đến ngày"] = day, ["Nguồn"] = source }, expected);
    }
}
