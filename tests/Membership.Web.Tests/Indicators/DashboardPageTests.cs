using System.Net;
using Membership.App.Populations;
using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Indicators;

public sealed class DashboardPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly DateOnly FirstDay = new(2025, 7, 1);

    [Fact]
    public async Task Dashboard_WhenNobodyIsInTheRegister_SaysHowToBegin()
    {
        var commune = app.NextCommune();

        var page = await app.PageAsync($"/?don-vi={commune.Code}");

        Assert.Contains("Chưa có đoàn viên, hội viên nào", page.Body!.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/nhap-danh-sach']"));
    }

    [Fact]
    public async Task Dashboard_WhenThereIsNoPopulationFigure_ShowsNoRateAndSaysWhy()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình");

        var page = await app.PageAsync($"/?don-vi={commune.Code}");

        Assert.Equal("2", page.Fact("Số người"));
        Assert.Equal("–", page.Cell(commune.Name, "Tỷ lệ").Words());
        Assert.Equal("Chưa có số liệu dân số", page.Cell(commune.Name, "Trạng thái").Words());
    }

    [Theory]
    [InlineData(4, "75,00%", "Đạt chỉ tiêu", "+1,00")]
    [InlineData(5, "60,00%", "Chưa đạt", "−14,00")]
    public async Task Dashboard_WhenThereIsAPopulationFigure_HoldsTheRateAgainstTheTarget(int population, string rate, string state, string distance)
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường");
        await app.Database.Send(new RecordPopulationFigure(commune.Code, FirstDay, population, "Công an xã"));

        var page = await app.PageAsync($"/?don-vi={commune.Code}");

        Assert.Equal(rate, page.Cell(commune.Name, "Tỷ lệ").Words());
        Assert.Equal(state, page.Cell(commune.Name, "Trạng thái").Words());
        Assert.Equal(distance, page.Cell(commune.Name, "So với chỉ tiêu (điểm %)").Words());
    }

    [Fact]
    public async Task Dashboard_WhenOneOrganizationIsLookedAt_HoldsNothingAgainstTheTargetOfAll()
    {
        var commune = app.NextCommune();
        await app.Database.AddFarmersAsync(commune, "Nguyễn Văn An");

        var page = await app.PageAsync($"/?don-vi={commune.Code}&to-chuc=HND");

        Assert.Equal("1", page.Fact("Số người"));
        Assert.Equal("chưa có số liệu dân số", page.Cell(commune.Name, "Tỷ lệ").Words());
        Assert.DoesNotContain(page.QuerySelectorAll("thead th"), heading => heading.Words() == "Trạng thái");
    }

    [Fact]
    public async Task Filter_WhenTheDayIsBeforeTheCommuneBegan_DoesNotShowAnotherUnitWithItsCode()
    {
        // 31135 is phường Ninh Kiều today; until July 2025 the code was the old phường Tân An's.
        var page = await app.PageAsync("/?don-vi=31135&ngay=2024-12-31&chon-ngay=2025-12-15");

        Assert.Contains("không có đơn vị Phường Ninh Kiều", page.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tân An", page.QuerySelector("h2")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?ngay=hom-qua", HttpStatusCode.BadRequest, "Ngày chưa đúng")]
    [InlineData("/?don-vi=00000", HttpStatusCode.NotFound, "Không có địa phương nào mang mã")]
    [InlineData("/?to-chuc=XYZ", HttpStatusCode.NotFound, "Không có tổ chức nào mang mã")]
    public async Task Dashboard_WhenTheAddressMakesNoSense_SaysWhatToDo(string address, HttpStatusCode status, string sentence)
    {
        var page = await app.PageAsync(address, status);

        Assert.Contains(sentence, page.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
    }
}
