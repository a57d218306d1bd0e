using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Membership.Web.Tests.MemberImports;

/// <summary>What officers do with a messy list, in a browser: answer, mend, write, look back, take back.</summary>
public sealed class ListPagesTests(RunningApp app, Chromium chromium) : IClassFixture<RunningApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Journey_OfAMessyList_FromRepairsOverTheMarkedFileToTheUndo()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.Old(commune.Code), commune.Code);
        await Assertions.Expect(page.GetByText("NguyÔn V¨n Hßa")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1 dòng", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("1 dòng; số dòng như trong Excel.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem tất cả" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý các đề nghị sửa và ghi 4 dòng" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi 4 dòng vào sổ")).ToBeVisibleAsync();
        Assert.Equal(["Lê Minh Đức", "Nguyễn Văn Hòa", "Trần Thị Bưởi", "Võ Quốc Toản"], await NamesAsync(commune.Id));

        await page.GetByRole(AriaRole.Link, new() { Name = "Tải tệp đã đánh dấu (.xlsx)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải tệp" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Hãy ghi lý do, từ 10 đến 500 ký tự.").First).ToBeVisibleAsync();
        await page.GetByLabel("Lý do tải tệp").FillAsync("sửa các dòng lỗi theo sổ của chi hội");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải tệp" }).ClickAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Quay lại" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "tải lên lại" }).ClickAsync();
        await page.GetByLabel("Tệp danh sách").SetInputFilesAsync(FileOf(Mended(await File.ReadAllBytesAsync(await download.PathAsync()))));
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new Regex("Tiếp theo đợt nhập số \\d+"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ghi 1 dòng vào sổ" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi 1 dòng vào sổ" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi 1 dòng vào sổ")).ToBeVisibleAsync();
        Assert.Equal(5, (await NamesAsync(commune.Id)).Count);

        await page.GetByRole(AriaRole.Link, new() { Name = "Hoàn tác đợt nhập…" }).ClickAsync();
        await page.GetByLabel("Lý do hoàn tác").FillAsync("Nhập thử, chưa đúng danh sách");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác đợt nhập" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đợt nhập đã được hoàn tác")).ToBeVisibleAsync();
        Assert.Equal(4, (await NamesAsync(commune.Id)).Count);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Lịch sử đợt nhập") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Hoàn lại: sổ như trước khi nhập" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reading_OfAListWithoutHeading_IsToldOnceAndRemembered()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.WithoutHeading(commune.Code), commune.Code);
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem tệp và trả lời" }).ClickAsync();
        foreach (var (column, field) in new[] { ("Cột A", "Họ và tên"), ("Cột B", "Ngày sinh"), ("Cột C", "Giới tính"), ("Cột D", "Số định danh (CCCD)") })
            await page.GetByLabel(column).SelectOptionAsync(new SelectOptionValue { Label = field });
        await page.GetByLabel("Dòng tiêu đề").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc lại theo trả lời này" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "cho biết các giá trị đó nghĩa là gì" }).ClickAsync();
        await page.GetByLabel("Giới tính “trai”").SelectOptionAsync("Nam");
        await page.GetByLabel("Giới tính “gái”").SelectOptionAsync("Nữ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc lại theo trả lời này" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi 3 dòng vào sổ" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi 3 dòng vào sổ")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Lịch sử đợt nhập") }).ClickAsync();
        await Assertions.Expect(page.GetByText("Giới tính “trai” là Nam")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reading_WhenColumnsAreLeftOut_SaysWhatIsMissingAndKeepsWhatWasChosen()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.Plain(commune.Code), commune.Code);
        await page.Locator("summary", new() { HasText = "Đã nhận ra" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Chọn lại cột") }).ClickAsync();

        await page.GetByLabel("Cột B").SelectOptionAsync(new SelectOptionValue { Label = "Không dùng" });
        await page.GetByLabel("Cột G").SelectOptionAsync(new SelectOptionValue { Label = "Nơi ở" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc lại theo trả lời này" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Họ và tên");
        Assert.Equal("Address", await page.GetByLabel("Cột G").InputValueAsync());
    }

    [Fact]
    public async Task FullList_AsksOfWhoIsMissing_AndEndsOnlyWhoWasConfirmed()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await OfficersList.CommitAsync(app.Database, OfficersList.Plain(commune.Code), commune.Code);
        await UploadAsync(page, OfficersList.Shorter(commune.Code), commune.Code, isFull: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem người không có trong danh sách" }).ClickAsync();
        await page.FindsNothingAsync();

        await page.GetByLabel("Trần Văn Bình").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận những người đã đánh dấu" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Chưa chọn lý do");
        await page.GetByLabel("Lý do").SelectOptionAsync(new SelectOptionValue { Label = "chuyển đi" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận những người đã đánh dấu" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã xác nhận 1 người thôi sinh hoạt;")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "trang xem trước" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi 1 người thôi sinh hoạt vào sổ" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi 1 người thôi sinh hoạt vào sổ")).ToBeVisibleAsync();

        var ended = await app.Database.With(db => db.Memberships.Where(membership => membership.To != null)
            .Join(db.People, membership => membership.PersonId, person => person.Id, (_, person) => person.FullName).ToListAsync());
        Assert.Equal(["Trần Văn Bình"], ended);
    }

    [Fact]
    public async Task Commit_WhenNotAllRowsCanBeTakenAndAllAreAskedFor_SaysSoAndWritesNothing()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.Old(commune.Code), commune.Code);
        await page.GetByLabel("Chỉ ghi khi mọi dòng đều dùng được").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("ghi 4 dòng") }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Danh sách còn 1 dòng lỗi");
        Assert.Empty(await NamesAsync(commune.Id));
        await page.ReloadAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Alert).CountAsync());
    }

    [Fact]
    public async Task Repair_WhenRefused_IsCheckedAgainBeforeAnythingIsWritten()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.Old(commune.Code), commune.Code);
        await page.Locator("fieldset", new() { HasText = "thêm lại số 0" }).GetByLabel("Không sửa").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("ghi 4 dòng") }).ClickAsync();

        await Assertions.Expect(page.GetByText("chưa ghi gì vào sổ. Danh sách đã được kiểm tra lại")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "5 dòng trong danh sách" })).ToBeVisibleAsync();
        Assert.Empty(await NamesAsync(commune.Id));
    }

    [Fact]
    public async Task EmptyCells_WhereTheRegisterHoldsAValue_AreAskedAbout()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await UploadAsync(page, OfficersList.Plain(commune.Code), commune.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi 2 dòng vào sổ" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi 2 dòng vào sổ")).ToBeVisibleAsync();

        await UploadAsync(page, OfficersList.Plain(commune.Code, phone: null), commune.Code);
        await page.GetByLabel("Xóa theo danh sách").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Chỉ lưu trả lời" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ghi 1 dòng vào sổ" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Đã lưu trả lời và kiểm tra lại danh sách theo trả lời đó.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task KnownPeople_AreAskedAboutByField_AndTheCountsFollowTheAnswer()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        await OfficersList.CommitAsync(app.Database, OfficersList.Living(commune.Code, "12/5 đường Nguyễn Trãi, khu vực 3", "Ấp Bình Thạnh"), commune.Code);
        await UploadAsync(page, OfficersList.Living(commune.Code, "khu vực 3", "Ấp Bình Thạnhh"), commune.Code);

        await Assertions.Expect(page.Locator(".field-counts").First).ToContainTextAsync("1 đổi nơi ở · 1 đổi chi hội, chi đoàn");
        await Assertions.Expect(page.GetByText("gần giống “Ấp Bình Thạnh” đã có trong sổ: cùng hay mới?")).ToBeVisibleAsync();
        await page.FindsNothingAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1 đổi nơi ở" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 dòng; số dòng như trong Excel.")).ToBeVisibleAsync();
        await page.GetByLabel("Giữ giá trị trong sổ").CheckAsync();
        await page.GetByLabel("Cùng là Ấp Bình Thạnh").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Chỉ lưu trả lời" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Đã lưu trả lời và kiểm tra lại danh sách theo trả lời đó.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Chưa có dòng nào để ghi vào sổ.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Nơi ở: giữ 12/5 đường Nguyễn Trãi, khu vực 3 trong sổ, danh sách ghi khu vực 3")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".field-counts")).ToContainTextAsync("“Ấp Bình Thạnhh” là Ấp Bình Thạnh, 1 dòng");
    }

    [Fact]
    public async Task Rows_OneByOne_KeepTheirPlaceAndSayWhatWasDone()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        var import = await OfficersList.CheckAsync(app.Database, OfficersList.Doubtful(), commune.Code);

        await page.GotoAsync($"/nhap-danh-sach/{import}/dong/2");
        await page.GetByLabel("Ngày sinh").FillAsync("31/06/1988");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và kiểm tra lại dòng này" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Đã lưu, nhưng dòng 2 vẫn chưa nhận được");
        await Assertions.Expect(page.GetByLabel("Ngày sinh")).ToHaveValueAsync("31/06/1988");
        await page.GetByLabel("Ngày sinh").FillAsync("30/04/1988");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và kiểm tra lại dòng này" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã sửa và kiểm tra lại dòng 2: mới.");
        await Assertions.Expect(page.GetByLabel("Ngày sinh")).ToHaveValueAsync("30/04/1988");
        await page.GetByRole(AriaRole.Link, new() { Name = "Quay lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("#dong-2")).ToContainTextAsync("Đã sửa trên trang – Ngày sinh: 31/04/1988 → 30/04/1988");

        await page.Locator("#dong-4").GetByRole(AriaRole.Button, new() { Name = "Bỏ dòng này" }).ClickAsync();
        await Assertions.Expect(page.Locator("#dong-5").GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã chọn “bỏ dòng này” cho dòng 4.");
        Assert.EndsWith("#dong-5", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("có thể là người đã có: 1 đã quyết định, 1 chờ quyết định")).ToBeVisibleAsync();
        await page.Locator("#dong-4").GetByRole(AriaRole.Button, new() { Name = "Bỏ quyết định" }).ClickAsync();
        await Assertions.Expect(page.Locator("#dong-4").GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã bỏ quyết định của dòng 4.");
    }

    [Fact]
    public async Task SameFile_UploadedAgain_IsPointedOut_AndTheFileCanBeHadAgain()
    {
        var page = await chromium.OpenAsync(app);
        var commune = app.NextCommune();
        var content = OfficersList.Plain(commune.Code);
        await UploadAsync(page, content, commune.Code);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "2 dòng trong danh sách" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByText("giống hệt tệp đã tải lên").CountAsync());

        await UploadAsync(page, content, commune.Code);
        await Assertions.Expect(page.GetByText("giống hệt tệp đã tải lên")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Lịch sử đợt nhập") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "tải tệp gốc" }).ClickAsync();
        await page.GetByLabel("Lý do tải tệp").FillAsync("đối chiếu với bản giấy của phường");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải tệp" }).ClickAsync());

        Assert.Equal(content, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task Template_IsGivenForAnOrganizationAndCommune()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/nhap-danh-sach");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tải mẫu danh sách" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải mẫu (.xlsx)" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Chưa chọn tổ chức");

        await page.GetByLabel("Tổ chức").SelectOptionAsync("HND");
        await page.GetByLabel("Xã, phường").SelectOptionAsync(app.NextCommune().Code);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải mẫu (.xlsx)" }).ClickAsync());

        await using var file = File.OpenRead(await download.PathAsync());
        using var workbook = new XLWorkbook(file);
        Assert.Contains(workbook.Worksheets.First().CellsUsed(), cell => cell.GetString().StartsWith("Họ và tên", StringComparison.Ordinal));
    }

    internal static async Task UploadAsync(IPage page, byte[] content, string communeCode, bool isFull = false)
    {
        await page.GotoAsync("/nhap-danh-sach");
        await page.GetByLabel("Tệp danh sách").SetInputFilesAsync(FileOf(content));
        await page.GetByLabel("Tổ chức").SelectOptionAsync("HND");
        await page.GetByLabel("Xã, phường", new() { Exact = true }).SelectOptionAsync(communeCode);
        if (isFull)
            await page.GetByLabel("Danh sách đầy đủ").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
    }

    private static FilePayload FileOf(byte[] content) => new()
    {
        Name = "hoi-vien.xlsx",
        MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Buffer = content,
    };

    private static byte[] Mended(byte[] marked)
    {
        using var workbook = new XLWorkbook(new MemoryStream(marked));
        workbook.Worksheet(OfficersList.Sheet).Cell("C8").SetValue("28/02/1995");
        using var target = new MemoryStream();
        workbook.SaveAs(target);
        return target.ToArray();
    }

    private Task<List<string>> NamesAsync(long communeId) => app.Database.With(async db =>
    {
        var names = await db.Residences.Where(residence => residence.LocalityId == communeId)
            .Join(db.People, residence => residence.PersonId, person => person.Id, (_, person) => person.FullName).ToListAsync();
        return names.Order(StringComparer.Ordinal).ToList();
    });
}
