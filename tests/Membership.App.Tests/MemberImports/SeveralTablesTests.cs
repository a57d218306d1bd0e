using Membership.App.MemberImports;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.MemberImports;

/// <summary>Lists over several sheets and tables.</summary>
public sealed class SeveralTablesTests
{
    private static readonly object?[] Heading = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD"];

    [Fact]
    public async Task Check_WhenEachSheetIsABranch_ReadsAllAndNamesTheBranchBySheet()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = new WorkbookBuilder()
            .Sheet("Bìa", ["HỘI NÔNG DÂN PHƯỜNG CÁI KHẾ"], ["DANH SÁCH HỘI VIÊN"])
            .Sheet("Chi hội 1", Heading, [1, "Lê Văn Tám", "01/02/1970", "092070000001"])
            .Sheet("Chi hội 2", Heading, [1, "Trần Thị Sáu", "03/04/1980", "092180000002"])
            .Sheet("Năm trước", Heading, [1, "Phan Văn Bảy", "05/06/1981", "092081000003"]).Hidden();

        var import = await CheckAsync(desk, workbook);

        Assert.Equal((2, "Chi hội 1", 1), (import.NewRows, import.Sheet, import.HeaderRow));
        var preview = await PreviewAsync(desk, import);
        Assert.Equal(
            ["2, trang “Chi hội 1”: Lê Văn Tám, Chi hội 1", "2, trang “Chi hội 2”: Trần Thị Sáu, Chi hội 2"],
            preview.Rows.Select(row => $"{ListRowText.Of(row.Row.RowNumber, preview.SheetNames)}: {row.Row.Listed!.FullName}, {row.Row.Listed.Branch}"));
    }

    [Fact]
    public async Task Check_WhenTheListIsOnTheSecondSheet_CountsItsRowsAsExcelDoes()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = new WorkbookBuilder().Sheet("Bìa", ["DANH SÁCH"]).Sheet("DS", Heading, [1, "Lê Văn Tám", "01/02/1970"]);

        var preview = await PreviewAsync(desk, await CheckAsync(desk, workbook));

        Assert.Equal("2", ListRowText.Of(Assert.Single(preview.Rows).Row.RowNumber, preview.SheetNames));
    }

    [Fact]
    public async Task Preview_SaysWhichSheetsWereReadAndWhyOthersWereNot()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = new WorkbookBuilder()
            .Sheet("Bìa", ["DANH SÁCH HỘI VIÊN"])
            .Sheet("Chi hội 1", ["DANH SÁCH"], Heading, [1, "Lê Văn Tám", "01/02/1970", "092070000001"])
            .Sheet("Chi hội 2", Heading)
            .Sheet("Tờ trắng")
            .Sheet("Năm trước", Heading, [1, "Phan Văn Bảy", "05/06/1981", "092081000003"]).Hidden();

        var preview = await PreviewAsync(desk, await CheckAsync(desk, workbook));

        Assert.Equal([("Chi hội 1", 2)], preview.Tables.Select(table => (table.Sheet, table.HeaderRow)));
        Assert.Equal(
            [("Bìa", SheetSkipReason.NoList), ("Chi hội 2", SheetSkipReason.NoPeople), ("Tờ trắng", SheetSkipReason.Empty), ("Năm trước", SheetSkipReason.Hidden)],
            preview.SkippedSheets.Select(sheet => (sheet.Name, sheet.Reason)));
    }

    [Fact]
    public async Task Choose_WhenTheHeadingIsNoSuchRow_SaysSoAtOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, new WorkbookBuilder().Sheet("DS", Heading, [1, "Lê Văn Tám", "01/02/1970", "092070000001"]));

        var chosen = await desk.Database.Send(new ChooseListReading(import.Id, new ListChoices { Tables = [new ChosenTable("DS", 999, [])] }));

        Assert.Equal(new NoHeadingThere("DS", 999), chosen.Refusal);
        Assert.Equal(MemberImportState.Checked, (await PreviewAsync(desk, import)).Import.State);
    }

    [Fact]
    public async Task Check_WhenSomebodyStandsOnTwoSheets_SaysWhere()
    {
        await using var desk = await ImportDesk.OpenAsync();
        object?[] sau = [1, "Trần Thị Sáu", "03/04/1980", "092180000002"];

        var import = await CheckAsync(desk, new WorkbookBuilder().Sheet("Chi hội 1", Heading, sau).Sheet("Chi hội 2", Heading, sau));

        Assert.Equal((1, 1), (import.NewRows, import.RejectedRows));
        var rejected = (await PreviewAsync(desk, import)).Rows.Single(row => row.Row.Verdict == RowVerdict.Rejected);
        Assert.Contains("dòng 2, trang “Chi hội 1” trong", RowProblemText.Of(Assert.Single(rejected.Row.Details.Problems)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_OfSeveralSheets_TakesEachRowOnceAndFoundsTheBranches()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = new WorkbookBuilder()
            .Sheet("Chi hội 1", Heading, [1, "Lê Văn Tám", "01/02/1970", "092070000001"])
            .Sheet("Chi hội 2", Heading, [1, "Trần Thị Sáu", "03/04/1980", "092180000002"]);
        var import = await CheckAsync(desk, workbook);

        await desk.Database.Send(new CommitMemberImport(import.Id));
        var again = await CheckAsync(desk, workbook);

        Assert.Equal((0, 2), (again.NewRows + again.ChangedRows, again.UnchangedRows));
        Assert.Equal(["Chi hội 1", "Chi hội 2"], await desk.Database.With(db => Task.FromResult(db.OrganizationUnits.Where(unit => unit.ParentId != null).Select(unit => unit.Name).OrderBy(name => name).ToList())));
    }

    [Fact]
    public async Task Preview_WhenTablesDiffer_KnowsTheColumnsOfEachRow()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = WorkbookBuilder.Of(
            Heading,
            [1, "Lê Văn Tám", "01/02/1970", "092070000001"],
            ["DANH SÁCH HỘI VIÊN MỚI"],
            ["STT", "Họ và tên", "Số CCCD", "Năm sinh", "Ghi thêm"],
            [1, "Trần Thị Sáu", "092180000002", "31/02/1980", "mới về"]);
        var import = await CheckAsync(desk, workbook);

        var preview = await PreviewAsync(desk, import);
        var rejected = (await desk.Database.Send(new ExportRejectedRows(import.Id))).Value;

        Assert.Equal([1, 4], preview.Tables.Select(table => table.HeaderRow));
        Assert.Equal("Số CCCD", ListTable.Of(5, preview.Tables).Columns[2].Header);
        Assert.Equal("Số CCCD", ListTable.Of(2, preview.Tables).Columns[3].Header);
        Assert.Equal(["Dòng", "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Ghi thêm", "Lý do"], RowOf(rejected, 1));
        Assert.Equal(["5", "1", "Trần Thị Sáu", "31/02/1980", "092180000002", "mới về"], RowOf(rejected, 2).Take(6));
    }

    [Fact]
    public async Task Findings_WhenTablesDiffer_TakeTheExampleFromTheColumnOfItsOwnTable()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, WorkbookBuilder.Of(
            Heading,
            [1, "Lê Văn Tám", "01/02/1970", "092070000001"],
            ["DANH SÁCH HỘI VIÊN MỚI"],
            ["STT", "Họ và tên", "Số CCCD", "Ngày sinh"],
            [1, "Trần Thị Sáu", "092180000002", "03/04/80"]));

        var findings = (await desk.Database.Send(new GetImportFindings(import.Id))).Value;

        Assert.Equal([new RepairProposal(RepairCode.TwoDigitYear, 1, 5, "03/04/80", "03/04/1980", null)], findings.Repairs);
    }

    [Fact]
    public async Task Check_WhenSheetsAreOfDifferentYears_AsksAndReadsTheChosen()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = new WorkbookBuilder()
            .Sheet("2023", Heading, [1, "Lê Văn Tám", "01/02/1970"])
            .Sheet("2024", Heading, [1, "Lê Văn Tám", "01/02/1970"], [2, "Trần Thị Sáu", "03/04/1980"]);
        var received = await desk.ReceiveAsync(workbook);

        var asked = await desk.Database.Send(new CheckMemberList(received));
        await desk.Database.Send(new ChooseListReading(received, new ListChoices { Tables = [new ChosenTable("2024", 0, [])] }));
        var import = (await desk.Database.Send(new CheckMemberList(received))).Value;

        Assert.Equal(["2023", "2024"], Assert.IsType<WhichSheets>(asked.Refusal).Names);
        Assert.Equal((MemberImportState.Checked, "2024", 2), (import.State, import.Sheet, import.NewRows));
    }

    private static string[] RowOf(RejectedRowsFile file, int number)
    {
        using var workbook = Workbook.Open(new MemoryStream(file.Content), file.FileName, new WorkbookLimits()).Value;
        return [.. workbook.Rows(workbook.Sheets[0].Name).Single(row => row.Number == number).Cells.Select(cell => cell.Text)];
    }

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, WorkbookBuilder workbook) =>
        (await desk.Database.Send(new CheckMemberList(await desk.ReceiveAsync(workbook)))).Value;

    private static async Task<ImportPreview> PreviewAsync(ImportDesk desk, MemberImport import) =>
        (await desk.Database.Send(new GetImportPreview(import.Id))).Value;
}
