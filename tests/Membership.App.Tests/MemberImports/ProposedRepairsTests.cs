using Membership.App.MemberImports;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>Nothing is put right unless the officer agrees.</summary>
public sealed class ProposedRepairsTests
{
    private const string Shouted = "1,NGUYỄN THỊ SEN,05/03/1980,Nữ,,,,";
    private const string ShortYear = "2,Lê Văn An,05/03/80,Nam,,,,";

    [Fact]
    public async Task Commit_WhenProposalsAreOpen_WaitsAndNamesThem()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Shouted, ShortYear]);

        var refused = Assert.IsType<RepairsNotAnswered>((await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal);
        var answered = await desk.AnswerAsync(import.Id, (RepairCode.NameInCapitals, true), (RepairCode.TwoDigitYear, true));
        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal([new OpenRepair(RepairCode.TwoDigitYear, 1), new OpenRepair(RepairCode.NameInCapitals, 1)], refused.Repairs);
        Assert.Equal((false, 2), (answered.Value.MustBeCheckedAgain, committed.Value.People));
        Assert.Contains("Nguyễn Thị Sen", await desk.Database.With(db => db.People.Select(person => person.FullName).ToListAsync()));
    }

    [Fact]
    public async Task Answer_WhenOneIsRefused_TheListIsReadAgainWithoutIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Shouted, ShortYear]);

        var answered = await desk.AnswerAsync(import.Id, (RepairCode.NameInCapitals, false), (RepairCode.TwoDigitYear, false));
        var again = (await desk.Database.Send(new CheckMemberList(import.Id))).Value;
        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.True(answered.Value.MustBeCheckedAgain);
        Assert.Equal((1, 0, 0, 0, 1), ImportDesk.Counts(again));
        Assert.Equal(1, committed.Value.People);
        Assert.Equal("NGUYỄN THỊ SEN", await desk.Database.With(db => db.People.Select(person => person.FullName).SingleAsync()));
    }

    [Fact]
    public async Task Answer_WhenARefusalIsTakenBack_TheRepairIsProposedAgain()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Shouted]);
        await desk.AnswerAsync(import.Id, (RepairCode.NameInCapitals, false));
        await desk.Database.Send(new CheckMemberList(import.Id));

        var refused = (await desk.Database.Send(new GetImportFindings(import.Id))).Value.Repairs;
        var answered = await desk.AnswerAsync(import.Id, (RepairCode.NameInCapitals, true));

        Assert.Equal([new RepairProposal(RepairCode.NameInCapitals, 0, 0, null, null, false)], refused);
        Assert.True(answered.Value.MustBeCheckedAgain);
    }

    [Fact]
    public async Task Answer_WhenNothingOfTheKindIsProposed_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Shouted]);

        var answered = await desk.AnswerAsync(import.Id, (RepairCode.LegacyTextConverted, true));

        Assert.Equal(new RepairNotProposed(import.Id), answered.Refusal);
    }

    [Fact]
    public async Task Findings_OfAList_HaveAnExampleOfEachRepairAndTheFirstRowOfEachKind()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(
            ["1,LÊ AN,31/02/1990,Nam,,,,", "2,NGUYỄN THỊ SEN,05/03/80,Nữ,92180000001,,,", "3,Phạm Thị Na,1980,Nam,,,,", "4,Phạm Thị Bé,1981,Nam,,,,"]);

        var findings = (await desk.Database.Send(new GetImportFindings(import.Id))).Value;

        Assert.Contains(new RepairProposal(RepairCode.NameInCapitals, 2, 3, "NGUYỄN THỊ SEN", "Nguyễn Thị Sen", null), findings.Repairs);
        Assert.Contains(new RepairProposal(RepairCode.TwoDigitYear, 1, 3, "05/03/80", "05/03/1980", null), findings.Repairs);
        Assert.Contains(new RepairProposal(RepairCode.LeadingZerosRestored, 1, 3, "•••••••0001", "0•••••••0001", null), findings.Repairs);
        Assert.Equal([new FoundProblem(RowProblemCode.DateDoesNotExist, 1, 2)], findings.Problems);
        Assert.Equal([new FoundWarning(RowWarningCode.NameAgainstSex, 2, 4)], findings.Warnings);
    }

    [Fact]
    public async Task Check_OfAWorkbookInOldFonts_KeepsTheRowAsWrittenAndConvertsWhatIsRead()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = WorkbookBuilder.Of(
            ["STT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh"],
            ["Chi héi khu vùc 3", null, null, null],
            [1, "NguyÔn V¨n Hïng", "05/03/1980", "Nam"],
            [2, "TrÇn ThÞ H\u00AD\u00ADng", "1985", "N÷"],
            ["Tæng céng: 2", null, null, null]);
        var received = await desk.Database.Send(new ReceiveMemberList(new MemoryStream(workbook.ToBytes()), "ds.xlsx", "HND", "31120", ImportDesk.AsOf));

        var import = (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
        var rows = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows;

        Assert.Equal((2, 0, 0, 0, 0), ImportDesk.Counts(import));
        Assert.Equal("NguyÔn V¨n Hïng", rows[0].Row.Cells[1]);
        Assert.Equal(("Nguyễn Văn Hùng", "Chi hội khu vực 3", Domain.Members.Sex.Female), (rows[0].Row.Listed!.FullName, rows[0].Row.Listed!.Branch, rows[1].Row.Listed!.Sex));
        Assert.Equal([RepairCode.LegacyTextConverted], rows[0].Row.Details.Repairs);
    }

    [Fact]
    public async Task Check_WhenARowIsHiddenInTheFile_ReadsAndMarksIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var workbook = WorkbookBuilder.Of(["Họ và tên", "Ngày sinh"], ["Lê Văn An", "1980"], ["Lê Văn Ba", "1981"])
            .Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"", StringComparison.Ordinal));
        var received = await desk.Database.Send(new ReceiveMemberList(new MemoryStream(workbook.ToBytes()), "ds.xlsx", "HND", "31120", ImportDesk.AsOf));

        var import = (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
        var rows = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows;

        Assert.Equal([false, true], rows.Select(row => row.Row.Details.IsHidden));
    }
}

internal static class AnsweringDesk
{
    public static Task<Outcome<RepairsAnswered>> AnswerAsync(this ImportDesk desk, long importId, params (RepairCode Code, bool Accepted)[] answers) =>
        desk.Database.Send(new AnswerRepairs(importId, answers.ToDictionary(answer => answer.Code, answer => answer.Accepted)));
}
