using System.Data;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using Membership.App.MemberImports;
using Membership.App.Spreadsheets;
using Membership.App.Spreadsheets.Marking;
using Membership.App.Tests.Statistics;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Workbook = Membership.App.Spreadsheets.Workbook;

namespace Membership.App.Tests.MemberImports;

/// <summary>AC-1.5: the officer's own workbook comes back with its errors marked, and nothing else of it changed.</summary>
public sealed class MarkedListTests
{
    private const string Date = "Ngày sinh “29/02/1995” không có trong lịch. Hãy sửa lại, hoặc chỉ ghi năm nếu không rõ ngày tháng.";
    private const string Name = "Thiếu họ và tên. Hãy ghi đủ họ và tên của người ở dòng này.";
    private const string Twice = "Người này đã có ở dòng 5 trong cùng tệp. Hãy bỏ một trong hai dòng.";

    [Fact]
    public async Task Workbook_WhenMarked_HasNotesColoursAndCommentsAtTheRightCells()
    {
        var marked = await MarkedAsync(OfficersWorkbook.Content());

        using var workbook = new WrittenWorkbook(stream => stream.Write(marked));
        Assert.Equal("Lỗi", Shown(marked, "H4"));
        Assert.Equal([null, Date, Name, Twice, null], Enumerable.Range(5, 5).Select(row => Shown(marked, $"H{row}")));
        Assert.Equal(["B7", "B8", "C6", "H6", "H7", "H8"], Coloured(marked));
        var comments = Comments(marked);
        Assert.Equal(["B7", "B8", "C6", "F9"], comments.Keys.Order());
        Assert.Equal("Xem lại hồ sơ\nKiểm tra danh sách: " + Date, comments["C6"]);
        Assert.Equal("Đã gặp", comments["F9"]);
        Assert.Equal("Kiểm tra danh sách: " + Twice, comments["B8"]);
    }

    [Fact]
    public async Task Workbook_WhenMarked_IsAsValidAsBeforeAndKeepsEveryOtherPart()
    {
        var own = OfficersWorkbook.Content();

        var marked = await MarkedAsync(own);

        Assert.Equal(ProblemsOf(own), ProblemsOf(marked));
        var (before, after) = (OfficersWorkbook.Parts(own), OfficersWorkbook.Parts(marked));
        Assert.Empty(before.Keys.Except(after.Keys));
        var changed = before.Keys.Where(part => !before[part].AsSpan().SequenceEqual(after[part])).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "xl/comments1.xml", "xl/drawings/vmldrawing.vml", "xl/styles.xml", "xl/worksheets/sheet1.xml"], changed);
    }

    [Fact]
    public async Task Cell_WhenMarked_KeepsItsOwnStyleFormulaAndWidth()
    {
        using var marked = new XLWorkbook(new MemoryStream(await MarkedAsync(OfficersWorkbook.Content())));

        var sheet = marked.Worksheet(OfficersWorkbook.List);
        Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell("C6").Style.Border.LeftBorder);
        Assert.True(sheet.Cell("B8").Style.Font.Italic);
        Assert.Equal("2026-RIGHT(C6,4)", sheet.Cell("G6").FormulaA1);
        Assert.Equal(31, sheet.Column(2).Width, 1);
        Assert.Equal([12, 59, 12], new[] { 7, 8, 9 }.Select(column => (int)sheet.Column(column).Width));
        Assert.True(sheet.Cell("H4").Style.Font.Bold);
        Assert.Equal("A1:G1", sheet.MergedRanges.Single().RangeAddress.ToString());
        Assert.Single(sheet.ConditionalFormats);
        Assert.Single(sheet.DataValidations);
        Assert.Equal("Giữ nguyên", marked.Worksheet("Tổng hợp").Cell("A2").Comment.Text);
        Assert.Single(marked.NamedRanges);
    }

    [Fact]
    public async Task Doubt_WhenNotDecided_HasAnotherColour()
    {
        var marked = await MarkedAsync(OfficersWorkbook.Content(workbook =>
        {
            // Born in the same year as the man above: perhaps the same.
            workbook.Worksheet(OfficersWorkbook.List).Cell("B6").Value = "Lê Hoàng Dũng";
            workbook.Worksheet(OfficersWorkbook.List).Cell("C6").SetValue("1977").SetDataType(XLDataType.Text);
            workbook.Worksheet(OfficersWorkbook.List).Cell("C9").SetValue("1977").SetDataType(XLDataType.Text);
            workbook.Worksheet(OfficersWorkbook.List).Cell("E9").Value = "";
        }));

        using var workbook = new XLWorkbook(new MemoryStream(marked));
        var sheet = workbook.Worksheet(OfficersWorkbook.List);
        Assert.Equal(
            "Trùng họ tên và năm sinh với dòng 6 trong cùng tệp. Nếu là hai người khác nhau, hãy chọn “Người mới”; nếu ghi lặp, hãy bỏ dòng này.",
            sheet.Cell("H9").GetString());
        Assert.NotEqual(sheet.Cell("B7").Style.Fill.BackgroundColor, sheet.Cell("B9").Style.Fill.BackgroundColor);
        Assert.NotEqual(XLColor.NoColor, sheet.Cell("B9").Style.Fill.BackgroundColor);
    }

    [Fact]
    public async Task Workbook_WhenMarked_ReadsTheSameInAnotherReader()
    {
        var own = OfficersWorkbook.Content();

        var (before, after) = (Table(own), Table(await MarkedAsync(own)));

        Assert.Equal(before.Rows.Count, after.Rows.Count);
        for (var row = 0; row < before.Rows.Count; row++)
            Assert.Equal(before.Rows[row].ItemArray, after.Rows[row].ItemArray.Take(before.Columns.Count));
        Assert.Equal(Date, after.Rows[5][7]);
    }

    [Fact]
    public async Task Macros_WhenMarked_AreNotGivenBack()
    {
        var own = WithMacros(OfficersWorkbook.Content());

        var marked = await MarkedAsync(own, "danh-sach.xlsm");

        Assert.Contains("xl/vbaProject.bin", OfficersWorkbook.Parts(own).Keys);
        Assert.DoesNotContain("xl/vbaProject.bin", OfficersWorkbook.Parts(marked).Keys);
        Assert.DoesNotContain("vbaProject", OfficersWorkbook.Text(marked, "xl/_rels/workbook.xml.rels"), StringComparison.Ordinal);
        Assert.DoesNotContain("macroEnabled", OfficersWorkbook.Text(marked, "[Content_Types].xml"), StringComparison.Ordinal);
        Assert.Equal(ProblemsOf(OfficersWorkbook.Content()), ProblemsOf(marked));
    }

    [Fact]
    public async Task TextFile_WhenMarked_ComesBackAsAWorkbookOfItsValues()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Nguyễn Thị Ánh,12/03/1981,Nữ,094181000011,=1+1,,", "2,Trần Văn Bình,29/02/1995,Nam,094195000012,0900000001,,"]);

        var file = (await desk.Database.Send(new ExportMarkedList(import.Id, "sửa theo sổ của chi hội"))).Value;

        Assert.Equal(("danh-sach-da-danh-dau.xlsx", false), (file.FileName, file.IsOwnWorkbook));
        using var workbook = new WrittenWorkbook(stream => stream.Write(file.Content));
        Assert.Empty(workbook.Problems);
        Assert.Equal(
            ["2", "Trần Văn Bình", "29/02/1995", "Nam", "094195000012", "0900000001", null, null, Date],
            "ABCDEFGHI".Select(column => workbook.Stored("danh-sach", $"{column}3")));
        Assert.Equal("=1+1", workbook.Stored("danh-sach", "F2"));
        Assert.Null(workbook.Formula("danh-sach", "F2"));
    }

    [Fact]
    public void OldWorkbook_AsAnXlsx_HasItsValuesInTheirPlaces()
    {
        var limits = new WorkbookLimits();
        using var old = Workbook.Open(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Spreadsheets", "small.xls")), "small.xls", limits).Value;
        var target = new MemoryStream();

        PlainWorkbook.Write(old, target);

        using var made = Workbook.Open(new MemoryStream(target.ToArray()), "small.xlsx", limits).Value;
        Assert.Equal(old.Sheets.Select(sheet => sheet.Name), made.Sheets.Select(sheet => sheet.Name));
        Assert.All(old.Sheets, sheet => Assert.Equal(
            old.Rows(sheet.Name).Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}"),
            made.Rows(sheet.Name).Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}")));
        Assert.NotEmpty(old.Rows(old.Sheets[0].Name));
    }

    [Fact]
    public async Task List_WithoutErrors_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Nguyễn Thị Ánh,12/03/1981,Nữ,094181000011,,,"]);

        Assert.IsType<NothingToMark>((await desk.Database.Send(new ExportMarkedList(import.Id, "sửa theo sổ của chi hội"))).Refusal);
    }

    [Fact]
    public async Task List_WhoseFileWasForgotten_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,,12/03/1981,Nữ,094181000011,,,"]);
        File.Delete(Path.Combine(desk.Database.Folder.ImportFolder(import.Id), "upload"));

        Assert.IsType<ListFileIsGone>((await desk.Database.Send(new ExportMarkedList(import.Id, "sửa theo sổ của chi hội"))).Refusal);
    }

    private static async Task<byte[]> MarkedAsync(byte[] content, string fileName = "danh-sach.xlsx")
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, content, fileName);
        var file = (await desk.Database.Send(new ExportMarkedList(import.Id, "sửa theo sổ của chi hội"))).Value;
        Assert.True(file.IsOwnWorkbook);
        return file.Content;
    }

    internal static async Task<MemberImport> CheckAsync(ImportDesk desk, byte[] content, string fileName = "danh-sach.xlsx")
    {
        var received = await desk.Database.Send(new ReceiveMemberList(new MemoryStream(content), fileName, "HND", "31120", ImportDesk.AsOf));
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }

    private static string? Shown(byte[] content, string place)
    {
        using var workbook = new XLWorkbook(new MemoryStream(content));
        return workbook.Worksheet(OfficersWorkbook.List).Cell(place).GetString() is { Length: > 0 } text ? text : null;
    }

    private static string[] Coloured(byte[] content)
    {
        using var workbook = new XLWorkbook(new MemoryStream(content));
        var colour = XLColor.FromArgb(0xFF, 0xFF, 0xC7, 0xCD);
        return [.. workbook.Worksheet(OfficersWorkbook.List).CellsUsed(XLCellsUsedOptions.All).Where(cell => cell.Style.Fill.BackgroundColor == colour).Select(cell => cell.Address.ToString()!).Order()];
    }

    internal static Dictionary<string, string> Comments(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().First(sheet => sheet.Name == OfficersWorkbook.List);
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!);
        return part.WorksheetCommentsPart!.Comments.Descendants<Comment>().ToDictionary(comment => comment.Reference!.Value!, comment => comment.CommentText!.InnerText);
    }

    private static string[] ProblemsOf(byte[] content)
    {
        using var workbook = new WrittenWorkbook(stream => stream.Write(content));
        return [.. workbook.Problems];
    }

    private static DataTable Table(byte[] content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        return reader.AsTable();
    }

    private static byte[] WithMacros(byte[] content)
    {
        var parts = OfficersWorkbook.Parts(content);
        string Changed(string part, string from, string to) => Encoding.UTF8.GetString(parts[part]).Replace(from, to, StringComparison.Ordinal);
        parts["[Content_Types].xml"] = Encoding.UTF8.GetBytes(Changed("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "SHEET")
            .Replace("application/vnd.openxmlformats-officedocument.SHEET", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal)
            .Replace("</Types>", "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>", StringComparison.Ordinal));
        parts["xl/_rels/workbook.xml.rels"] = Encoding.UTF8.GetBytes(Changed(
            "xl/_rels/workbook.xml.rels", "</Relationships>",
            "<Relationship Id=\"rIdVba\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"));
        parts["xl/vbaProject.bin"] = [1, 2, 3];
        return WorkbookBuilder.Zip(parts.Select(part => (part.Key, part.Value)));
    }
}

internal static class ReaderTables
{
    /// <summary>The first sheet as a table of values.</summary>
    public static DataTable AsTable(this IExcelDataReader reader)
    {
        var table = new DataTable();
        while (reader.Read())
        {
            while (table.Columns.Count < reader.FieldCount)
                table.Columns.Add(null, typeof(object));
            table.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return table;
    }
}
