using Membership.App.Populations;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Indicators;

public sealed class ExplainPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Explanation_WhenAFigureIsKnown_NamesBothNumbersAndTheirSource()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");
        await app.Database.Send(new RecordPopulationFigure(commune.Code, new DateOnly(2025, 7, 1), 4, "Công an xã, công văn số 12"));

        var page = await app.PageAsync($"/giai-thich?don-vi={commune.Code}");

        Assert.Equal("3", page.Fact("tử số: số người"));
        Assert.Equal("4", page.Fact("mẫu số: dân số trong độ tuổi"));
        Assert.Equal("75,00%", page.Fact("tỷ lệ, làm tròn hai số lẻ"));
        Assert.Equal("Công an xã, công văn số 12", page.Cell(commune.Name, "Nguồn").Words());
        Assert.Equal("3", page.Cell("Tất cả người có trong sổ", "Số người").Words());
    }

    [Fact]
    public async Task Explanation_WhenThereIsNoPopulationFigure_SaysSoAndLeadsToTheForm()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An");

        var page = await app.PageAsync($"/giai-thich?don-vi={commune.Code}");

        Assert.Equal("chưa có số liệu dân số", page.Fact("mẫu số: dân số trong độ tuổi"));
        Assert.NotNull(page.QuerySelector($"a[href^='/so-lieu-dan-so?don-vi={commune.Code}']"));
    }
}
