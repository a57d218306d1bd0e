using System.IO.Compression;
using System.Text;
using Membership.App.MemberImports;
using Membership.App.Retention;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

public class ImportHistoryTests
{
    private const string Reason = "Nhập nhầm danh sách của phường khác";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Wrong = "3,Phạm Thị Lành,31/02/1990,Nữ,,,,";

    [Fact]
    public async Task History_OfAnUndoneImport_TellsAllThatWasDone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Wrong]);
        await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        var history = (await desk.Database.Send(new GetImportHistory(import.Id))).Value;

        Assert.Equal((MemberImportState.Undone, Reason, true), (history.Import.State, history.Import.UndoneBecause, history.HasFile));
        Assert.Equal([AuditKind.Imported, AuditKind.Undone], history.Steps.Select(step => step.Kind).Where(kind => kind is AuditKind.Imported or AuditKind.Undone));
        Assert.Equal(new Dictionary<UndoOutcome, int> { [UndoOutcome.Restored] = 1 }, history.Outcomes);
        Assert.Contains(history.Columns, column => column is { Header: "Số CCCD", Field: MemberField.CitizenId });
    }

    [Fact]
    public async Task Steps_SayWhichAnswerItWas()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,LÊ THỊ SEN,12/05/1980,,,,Khu vực 1,", Wrong]);
        var id = import.Id;
        _ = (await desk.Database.Send(new AnswerRepairs(id, new Dictionary<RepairCode, bool> { [RepairCode.NameInCapitals] = false }))).Value;
        _ = (await desk.Database.Send(new CheckMemberList(id))).Value;
        _ = (await desk.Database.Send(new EditImportRow(id, 3, new Dictionary<int, string> { [2] = "28/02/1990" }))).Value;
        _ = (await desk.Database.Send(new DecideImportRow(id, 2, RowDecision.LeaveOut))).Value;
        _ = (await desk.Database.Send(new DecideImportRow(id, 2, RowDecision.None))).Value;
        _ = (await desk.Database.Send(new DecideRowsByRule(id, DecisionRule.SameBirth))).Value;
        _ = (await desk.Database.Send(
            new ChooseListReading(id, import.Choices with { Values = new Dictionary<string, string> { [ListChoices.ValueKey(MemberField.Sex, "gai")] = "Nữ" } }))).Value;

        var steps = (await desk.Database.Send(new GetImportHistory(id))).Value.Steps.Select(step => step.Text);

        Assert.Equal(
            [
                "Nhận danh sách", "Đọc và kiểm tra danh sách", $"Trả lời: Không sửa: {RepairText.Of(RepairCode.NameInCapitals)}", "Đọc và kiểm tra danh sách",
                "Sửa dòng 3 trên trang: mới", "Quyết định dòng 2: bỏ dòng này", "Bỏ quyết định của dòng 2",
                "Quyết định 1 dòng theo quy tắc “Trùng họ tên và ngày sinh, không có gì khác: là người đã có”",
                "Chọn lại cách đọc: Số giá trị đã cho biết nghĩa: 1",
            ],
            steps);
    }

    [Fact]
    public async Task Outcomes_OfAnUndoneImport_AreOnePerRow()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Wrong]);
        await desk.Database.Send(new UndoMemberImport(import.Id, Reason));

        var outcomes = (await desk.Database.Send(new ListImportOutcomes(import.Id))).Value;

        Assert.Equal(2, outcomes.Total);
        Assert.Equal((RowVerdict.New, UndoOutcome.Restored), (outcomes.Rows[0].TakenAs!.Value, outcomes.Rows[0].UndoneAs!.Value));
        Assert.Equal((RowVerdict.Rejected, (RowVerdict?)null, (UndoOutcome?)null), (outcomes.Rows[1].Row.Verdict, outcomes.Rows[1].TakenAs, outcomes.Rows[1].UndoneAs));
    }

    [Fact]
    public async Task File_IsGivenBackAsItWasReceived_AndTheLogKnows()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var text = $"{ImportDesk.Header}\n{Sen}\n";
        var import = (await desk.ReceiveAsync(text)).Value;

        var file = (await desk.Database.Send(new OpenImportFile(import, "sửa theo sổ của chi hội"))).Value;

        Assert.Equal(("danh-sach.csv", text), (file.FileName, Encoding.UTF8.GetString(file.Content)));
        Assert.True(await desk.Database.With(db => db.AuditEntries.AnyAsync(entry => entry.Kind == AuditKind.Exported && entry.SubjectId == import)));
    }

    [Fact]
    public async Task File_ThatHoldsSomebodyAnonymised_IsNotKept()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen]);
        await desk.Database.Send(new AnonymisePerson(1, "Chị ấy yêu cầu bằng văn bản"));

        Assert.IsType<ImportFileForgotten>((await desk.Database.Send(new OpenImportFile(import.Id, "sửa theo sổ của chi hội"))).Refusal);
    }

    [Theory]
    [InlineData("danh-sach.xlsm", "xl/workbook.xml")]
    [InlineData("danh-sach.xlsx", "xl/vbaProject.bin")]
    [InlineData("danh-sach.xlsx", "xl/macrosheets/sheet1.xml")]
    public async Task File_WithMacros_IsNeverGivenBack(string name, string part)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = (await desk.Database.Send(new ReceiveMemberList(Package(part), name, "HND", "31120", ImportDesk.AsOf))).Value;

        Assert.IsType<ImportFileHasMacros>((await desk.Database.Send(new OpenImportFile(import, "sửa theo sổ của chi hội"))).Refusal);
    }

    private static MemoryStream Package(string part)
    {
        var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            package.CreateEntry(part).Open().Dispose();
        content.Position = 0;
        return content;
    }
}
