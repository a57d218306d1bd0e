using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Membership.App.Indicators;
using Membership.Web.Display;
using Membership.Web.Tests.Running;
using Microsoft.Playwright;

namespace Membership.Web.Tests.MemberImports;

/// <summary>The main job, as an officer and her head do it in a browser.</summary>
public sealed class ImportJourneyTests(RunningApp app, Chromium chromium) : IClassFixture<RunningApp>, IClassFixture<Chromium>
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "data", "samples", "02-cuu-chien-binh-ninh-kieu.xlsx");
    private const string NinhKieu = "31135";

    [Fact]
    public async Task Journey_FromAListToTheRateAndTheWorkbook()
    {
        var page = await chromium.OpenAsync(app);
        await UploadAsync(page, Sample, "Hội Cựu chiến binh", NinhKieu);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "120 dòng trong danh sách" })).ToBeVisibleAsync();
        Assert.Equal(0, await PeopleAsync());
        await page.FindsNothingAsync();

        var commit = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Ghi \\d+ dòng vào sổ$") });
        var people = int.Parse(string.Concat((await commit.InnerTextAsync()).Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        await commit.ClickAsync();
        await Assertions.Expect(page.GetByText($"Đã ghi {people} dòng vào sổ")).ToBeVisibleAsync();
        Assert.InRange(people, 100, 120);
        Assert.Equal(people, await PeopleAsync());

        await GiveDenominatorAsync(page, people * 4);
        await page.GotoAsync($"/?don-vi={NinhKieu}");
        await Assertions.Expect(page.GetByText("25,00%").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = $"{people}", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText($"{people} người").First).ToBeVisibleAsync();

        await page.GotoAsync($"/?don-vi={NinhKieu}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Xuất Excel" }).ClickAsync());
        await using var file = File.OpenRead(await download.PathAsync());
        using var workbook = new XLWorkbook(file);
        Assert.Contains(workbook.Worksheets.First().CellsUsed(), cell => cell.TryGetValue(out double value) && value == people);
    }

    [Theory]
    [MemberData(nameof(Chromium.Screens), MemberType = typeof(Chromium))]
    public async Task Pages_WhenRowsAreRejectedAndDoubtful_ArePlainAndFit(int width, int height)
    {
        var page = await chromium.OpenAsync(app, width, height);
        var commune = app.NextCommune();

        await page.GotoAsync("/nhap-danh-sach");
        await page.FindsNothingAsync();
        await UploadAsync(page, Path.Combine(Path.GetDirectoryName(Sample)!, "09-nong-dan-tai-van.xlsx"), "Hội Nông dân", commune.Code);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lý do chưa nhận" })).ToBeVisibleAsync();
        await page.FindsNothingAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải riêng các dòng chưa nhập" }).ClickAsync());
        await using var file = File.OpenRead(await download.PathAsync());
        using var workbook = new XLWorkbook(file);
        Assert.Contains(workbook.Worksheets.First().CellsUsed(), cell => cell.GetString().Contains("29/02/1995", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_WhenScriptsAreOff_WorksTheSame()
    {
        var page = await chromium.OpenAsync(app, scripts: false);
        var commune = app.NextCommune();

        await UploadAsync(page, Path.Combine(Path.GetDirectoryName(Sample)!, "01-nong-dan-phong-dien.xlsx"), "Hội Nông dân", commune.Code);
        var heading = page.GetByRole(AriaRole.Heading, new() { Name = "180 dòng trong danh sách" });
        while (await heading.CountAsync() == 0)
            await page.ReloadAsync();

        await page.GetByText("Bỏ đợt nhập này").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Bỏ hẳn đợt nhập số") }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("Đã bỏ đợt nhập số \\d+\\."))).ToBeVisibleAsync();
    }

    private static async Task UploadAsync(IPage page, string file, string organization, string communeCode)
    {
        await page.GotoAsync("/nhap-danh-sach");
        await page.GetByLabel("Tệp danh sách").SetInputFilesAsync(file);
        await page.GetByLabel("Tổ chức").SelectOptionAsync(new SelectOptionValue { Label = organization });
        await page.GetByLabel("Xã, phường", new() { Exact = true }).SelectOptionAsync(communeCode);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
    }

    private static async Task GiveDenominatorAsync(IPage page, int people)
    {
        await page.GotoAsync($"/so-lieu-dan-so?don-vi={NinhKieu}");
        await page.GetByLabel("Số dân").FillAsync(Vietnamese.Number(people));
        await page.GetByLabel("Tính đến ngày").FillAsync("2025-07-01");
        await page.GetByLabel("Nguồn").FillAsync("Rà soát của phường, 12/2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi số liệu" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private async Task<long> PeopleAsync() =>
        (await app.Database.Send(new GetIndicatorProgress("participation", NinhKieu, RunningApp.Today, TrendMonths: 0))).Value.Whole.People;
}
