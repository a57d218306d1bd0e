using ClosedXML.Excel;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

/// <summary>AC-1.5: a marked workbook that comes back corrected continues its import; rows already taken are not taken again.</summary>
public sealed class ContinuedListTests
{
    [Fact]
    public async Task List_WhenCorrected_TakesOnlyWhatWasNotTaken()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (first, marked) = await FirstAsync(desk);

        var second = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Edited(marked, sheet =>
        {
            sheet.Cell("C6").SetValue("28/02/1995").SetDataType(XLDataType.Text);
            sheet.Cell("B7").Value = "Phạm Minh Cường";
            sheet.Row(8).Delete();
            sheet.Row(5).InsertRowsAbove(1);
        }));

        Assert.Equal(first.Id, second.ContinuesId);
        Assert.Equal((2, 0, 2, 0, 0), ImportDesk.Counts(second));
        _ = (await desk.Database.Send(new CommitMemberImport(second.Id))).Value;
        Assert.Equal(4, await desk.Database.With(db => Task.FromResult(db.People.Count())));
        Assert.Equal(4, await desk.Database.With(db => Task.FromResult(db.Memberships.Count())));
        var taken = await TakenAsync(desk, second);
        Assert.Equal([true, false, false, true], taken);
    }

    [Fact]
    public async Task Row_ThatWasTakenAndThenChanged_IsCheckedAsUsual()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (_, marked) = await FirstAsync(desk);

        var second = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Edited(marked, sheet => sheet.Cell("B9").Value = "Lê Hoàng Dững"));

        // Her number beside a name with other marks: that may be another person.
        Assert.Equal((0, 0, 1, 1, 3), ImportDesk.Counts(second));
    }

    [Fact]
    public async Task Row_ThatSaysATakenOneAgain_IsStillOneTooMany()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (_, marked) = await FirstAsync(desk);

        var second = await MarkedListTests.CheckAsync(desk, marked);

        Assert.Equal((0, 0, 2, 0, 3), ImportDesk.Counts(second));
        var preview = (await desk.Database.Send(new GetImportPreview(second.Id, RowVerdict.Rejected))).Value;
        Assert.Equal([6, 7, 8], preview.Rows.Select(row => row.Row.RowNumber));
        Assert.DoesNotContain(preview.Columns, column => column.Header == "Lỗi");
    }

    [Fact]
    public async Task List_WhenMarkedAgain_ShowsOnlyWhatIsStillWrong()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (_, marked) = await FirstAsync(desk);
        var second = await MarkedListTests.CheckAsync(
            desk, OfficersWorkbook.Edited(marked, sheet => sheet.Cell("C6").SetValue("28/02/1995").SetDataType(XLDataType.Text)));

        var again = (await desk.Database.Send(new ExportMarkedList(second.Id, "sửa theo sổ của chi hội"))).Value.Content;

        using var workbook = new XLWorkbook(new MemoryStream(again));
        var sheet = workbook.Worksheet(OfficersWorkbook.List);
        Assert.Equal(["Lỗi", "", "", "Thiếu", "Người", ""], Enumerable.Range(4, 6).Select(row => sheet.Cell(row, 8).GetString().Split(' ')[0]));
        Assert.True(sheet.Cell("I4").IsEmpty());
        Assert.Equal(XLFillPatternValues.None, sheet.Cell("C6").Style.Fill.PatternType);
        Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell("C6").Style.Border.LeftBorder);
        Assert.Equal(XLFillPatternValues.Solid, sheet.Cell("B7").Style.Fill.PatternType);
        Assert.Equal("Xem lại hồ sơ", sheet.Cell("C6").Comment.Text);
        Assert.Equal(["B7", "B8", "C6", "F9"], sheet.CellsUsed(XLCellsUsedOptions.Comments).Where(cell => cell.HasComment).Select(cell => cell.Address.ToString()!).Order());
        var third = await MarkedListTests.CheckAsync(desk, again);
        Assert.Equal(second.Id, third.ContinuesId);
        Assert.Equal((1, 0, 2, 0, 2), ImportDesk.Counts(third));
    }

    [Fact]
    public async Task Row_CorrectedOnThePageAndWritten_IsInTheWorkbookAndNotTakenAgain()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Content());
        _ = (await desk.Database.Send(new EditImportRow(first.Id, 6, new Dictionary<int, string> { [2] = "28/02/1995" }))).Value;
        _ = (await desk.Database.Send(new EditImportRow(first.Id, 7, new Dictionary<int, string> { [2] = "", [6] = "36" }))).Value;
        _ = (await desk.Database.Send(new CommitMemberImport(first.Id))).Value;

        var marked = (await desk.Database.Send(new ExportMarkedList(first.Id, "sửa theo sổ của chi hội"))).Value.Content;
        var second = await MarkedListTests.CheckAsync(desk, marked);
        var again = (await desk.Database.Send(new ExportMarkedList(second.Id, "sửa theo sổ của chi hội"))).Value.Content;

        using (var workbook = new XLWorkbook(new MemoryStream(marked)))
        {
            var sheet = workbook.Worksheet(OfficersWorkbook.List);
            Assert.Equal("28/02/1995", sheet.Cell("C6").GetString());
            Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell("C6").Style.Border.LeftBorder);
            var comments = MarkedListTests.Comments(marked);
            Assert.Equal("Xem lại hồ sơ\nKiểm tra danh sách: Đã sửa trên trang: 29/02/1995 → 28/02/1995", comments["C6"]);
            Assert.Equal("Kiểm tra danh sách: Đã sửa trên trang: 01/02/1990 → (trống)", comments["C7"]);
            Assert.Equal("", sheet.Cell("C7").GetString());
            Assert.Equal(XLColor.FromArgb(0xFF, 0xDD, 0xEB, 0xF6), sheet.Cell("C6").Style.Fill.BackgroundColor);
            Assert.True(sheet.Cell("H6").IsEmpty());
            Assert.Equal(("36", ""), (sheet.Cell("G7").GetString(), sheet.Cell("G7").FormulaA1));
        }

        Assert.Equal((0, 0, 3, 0, 2), ImportDesk.Counts(second));
        Assert.Equal(XLFillPatternValues.None, CellOf(again, "C6").Style.Fill.PatternType);
        Assert.Equal(("28/02/1995", "Xem lại hồ sơ"), (CellOf(again, "C6").GetString(), MarkedListTests.Comments(again)["C6"]));
    }

    [Fact]
    public async Task Row_LeftOut_StaysLeftOut()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Content(workbook =>
        {
            var sheet = workbook.Worksheet(OfficersWorkbook.List);
            sheet.Cell("B8").Value = "Lê Hoàng Dũng";
            sheet.Cell("C8").SetValue("1977").SetDataType(XLDataType.Text);
            sheet.Cell("D8").Value = "Nam";
            sheet.Cell("E8").Value = "";
            sheet.Cell("C9").SetValue("1977").SetDataType(XLDataType.Text);
        }));
        _ = (await desk.Database.Send(new DecideImportRow(first.Id, 9, RowDecision.LeaveOut))).Value;
        _ = (await desk.Database.Send(new CommitMemberImport(first.Id))).Value;
        var marked = (await desk.Database.Send(new ExportMarkedList(first.Id, "sửa theo sổ của chi hội"))).Value.Content;

        var second = await MarkedListTests.CheckAsync(desk, marked);

        var preview = (await desk.Database.Send(new GetImportPreview(second.Id, RowVerdict.Doubtful))).Value;
        Assert.Equal((0, 0, 2, 1, 2), ImportDesk.Counts(second));
        Assert.Equal((9, RowDecision.LeaveOut, 0), (preview.Rows[0].Row.RowNumber, preview.Rows[0].Row.Decision, preview.Undecided));
        Assert.Equal("Bạn đã chọn bỏ dòng này.", CellOf(marked, "H9").GetString());
    }

    [Fact]
    public async Task List_UnderAnotherDayThanItsImport_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (first, marked) = await FirstAsync(desk);

        var refusal = (await desk.Database.Send(
            new ReceiveMemberList(new MemoryStream(marked), "x.xlsx", "HND", "31120", ImportDesk.AsOf.AddDays(-1)))).Refusal;

        Assert.Equal(new ContinuesAnotherList(first.Id, "Hội Nông dân", "Phường Cái Khế", ImportDesk.AsOf), refusal);
    }

    [Fact]
    public async Task UndoPreview_NamesWhatWasWrittenAsAContinuation()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (first, marked) = await FirstAsync(desk);
        var second = await MarkedListTests.CheckAsync(
            desk, OfficersWorkbook.Edited(marked, sheet => sheet.Cell("C6").SetValue("28/02/1995").SetDataType(XLDataType.Text)));
        var again = (await desk.Database.Send(new ExportMarkedList(second.Id, "sửa theo sổ của chi hội"))).Value.Content;
        var third = await MarkedListTests.CheckAsync(desk, again);
        async Task<IEnumerable<long>> NamedAsync() =>
            (await desk.Database.Send(new GetUndoPreview(first.Id))).Value.Continuations.Select(import => import.Id);

        Assert.Empty(await NamedAsync());
        _ = (await desk.Database.Send(new CommitMemberImport(third.Id))).Value;
        Assert.Equal([third.Id], await NamedAsync());
        _ = (await desk.Database.Send(new UndoMemberImport(third.Id, "Ghi nhầm danh sách tiếp theo"))).Value;
        Assert.Empty(await NamedAsync());
    }

    [Fact]
    public async Task List_WithAForgedNumber_IsAListOfItsOwn()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var (first, marked) = await FirstAsync(desk);
        var parts = OfficersWorkbook.Parts(marked);
        var property = System.Text.Encoding.UTF8.GetString(parts["docProps/custom.xml"]);
        parts["docProps/custom.xml"] = System.Text.Encoding.UTF8.GetBytes(property.Replace($">{first.Id}.", $">{first.Id}.0", StringComparison.Ordinal));

        var second = await MarkedListTests.CheckAsync(desk, Membership.Testing.WorkbookBuilder.Zip(parts.Select(part => (part.Key, part.Value))));

        Assert.Null(second.ContinuesId);
        Assert.Equal((0, 0, 2, 0, 3), ImportDesk.Counts(second));
    }

    [Fact]
    public async Task RowsNotTaken_WhenCorrected_ContinueTheImportAndNameNobodyMissing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var received = await desk.Database.Send(new ReceiveMemberList(
            new MemoryStream(OfficersWorkbook.Content()), "a.xlsx", "HND", "31120", ImportDesk.AsOf, OfficersWorkbook.List, new ListChoices { Mode = ListMode.Full }));
        var first = (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
        await desk.CommitAsync(first.Id);
        var rows = (await desk.Database.Send(new ExportRejectedRows(first.Id))).Value.Content;
        using var workbook = new XLWorkbook(new MemoryStream(rows));
        workbook.Worksheet("Dòng chưa nhập").CellsUsed().Single(cell => cell.GetString() == "29/02/1995").SetValue("28/02/1995");
        using var mended = new MemoryStream();
        workbook.SaveAs(mended);

        var second = await MarkedListTests.CheckAsync(desk, mended.ToArray());

        Assert.Equal((first.Id, ListMode.Update, 0), (second.ContinuesId!.Value, second.Choices.Mode, second.MissingMembers));
        Assert.Equal((first.RejectedRows, 1), (second.Rows, second.NewRows));
    }

    [Fact]
    public async Task Choices_WhenTheFormSaysNothing_AreTakenOver()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var choices = ListChoices.None with { EmptyCells = EmptyCells.Keep };
        var received = await desk.Database.Send(
            new ReceiveMemberList(new MemoryStream(OfficersWorkbook.Content()), "a.xlsx", "HND", "31120", ImportDesk.AsOf, OfficersWorkbook.List, choices));
        var first = (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
        var marked = (await desk.Database.Send(new ExportMarkedList(first.Id, "sửa theo sổ của chi hội"))).Value.Content;

        var second = await MarkedListTests.CheckAsync(desk, marked);

        Assert.Equal((EmptyCells.Keep, OfficersWorkbook.List), (second.Choices.EmptyCells, second.SheetAsked));
    }

    [Fact]
    public async Task SameBytes_WhenUploadedAgain_AreSaidToBe()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var content = OfficersWorkbook.Content();
        var first = await MarkedListTests.CheckAsync(desk, content);
        var second = await MarkedListTests.CheckAsync(desk, content);
        var other = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Edited(content, sheet => sheet.Cell("F5").Value = "khác"));

        Assert.Null((await desk.Database.Send(new FindSameFile(first.Id))).Value.Earlier);
        Assert.Equal(first.Id, (await desk.Database.Send(new FindSameFile(second.Id))).Value.Earlier?.Id);
        Assert.Null((await desk.Database.Send(new FindSameFile(other.Id))).Value.Earlier);
    }

    [Fact]
    public async Task List_WhoseCorrectedFileWasWritten_IsClosedUntilThatIsTakenBack()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var first = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Content());
        var marked = (await desk.Database.Send(new ExportMarkedList(first.Id, "Sửa các dòng còn lỗi"))).Value.Content;
        var second = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Edited(marked, sheet => sheet.Cell("B7").Value = "Phạm Minh Cường"));
        var again = (await desk.Database.Send(new ExportMarkedList(second.Id, "Sửa các dòng còn lỗi"))).Value.Content;
        var third = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Edited(again, sheet => sheet.Row(8).Delete()));
        Assert.Equal((first.Id, second.Id), (second.ContinuesId, third.ContinuesId));
        Assert.Equal([null, null, null], await ClosedAsync(desk));

        _ = (await desk.Database.Send(new CommitMemberImport(third.Id))).Value;
        Assert.Equal([third.Id, third.Id, null], await ClosedAsync(desk));
        Assert.Equal(third.Id, (await desk.Database.Send(new GetImportPreview(first.Id))).Value.ClosedBy);

        _ = (await desk.Database.Send(new UndoMemberImport(third.Id, "Nhập nhầm danh sách"))).Value;
        Assert.Equal([null, null, null], await ClosedAsync(desk));
    }

    /// <summary>Of all imports, the earliest first.</summary>
    private static async Task<long?[]> ClosedAsync(ImportDesk desk) =>
        [.. (await desk.Database.Send(new ListMemberImports())).Lines.Select(line => line.ClosedBy).Reverse()];

    private static async Task<(MemberImport Import, byte[] Marked)> FirstAsync(ImportDesk desk)
    {
        var import = await MarkedListTests.CheckAsync(desk, OfficersWorkbook.Content());
        Assert.Equal((2, 0, 0, 0, 3), ImportDesk.Counts(import));
        _ = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;
        return (import, (await desk.Database.Send(new ExportMarkedList(import.Id, "sửa theo sổ của chi hội"))).Value.Content);
    }

    private static IXLCell CellOf(byte[] content, string place) =>
        new XLWorkbook(new MemoryStream(content)).Worksheet(OfficersWorkbook.List).Cell(place);

    private static async Task<bool[]> TakenAsync(ImportDesk desk, MemberImport import) =>
        [.. (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.Select(row => row.Row.Details.TakenBefore)];
}
