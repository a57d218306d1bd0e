using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

public class EmptyCellsTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string SenWithoutPhone = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Khu vực 1,";

    [Fact]
    public async Task Commit_WhenABlankCellStandsOverAKnownValue_AsksFirst()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync([SenWithoutPhone]);

        var asked = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new EmptyCellsNotAnswered(1), asked.Refusal);
    }

    [Fact]
    public async Task Commit_WhenNoBlankCellMatters_AsksNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([SenWithoutPhone]);

        var import = await desk.ImportAsync([SenWithoutPhone, "2,Trần Văn Súng,03/02/1975,Nam,092075000002,,,"]);

        Assert.Equal((1, 0, 1, 0, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Findings_NameTheFieldAndTheFirstRow()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var import = await desk.CheckAsync(["2,Trần Văn Súng,03/02/1975,Nam,092075000002,,,", SenWithoutPhone]);

        var blank = Assert.Single((await desk.Database.Send(new GetImportFindings(import.Id))).Value.Blanks);
        Assert.Equal(new FoundBlank(MemberField.Phone, 1, 3), blank);
        var shown = (await desk.Database.Send(new GetImportPreview(import.Id, new RowFilter(Finding: RowFinding.OfBlank(MemberField.Phone))))).Value;
        Assert.Equal([3], shown.Rows.Select(row => row.Row.RowNumber));
    }

    [Fact]
    public async Task Answer_ToKeep_LeavesTheValueWithoutAnotherCheck()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync([SenWithoutPhone]);

        var answered = await desk.Database.Send(new AnswerEmptyCells(import.Id, EmptyCells.Keep));
        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(MemberImportState.Checked, answered.Value.State);
        Assert.IsType<NothingToWrite>(committed.Refusal);
        Assert.NotNull((await desk.Database.With(db => db.People.SingleAsync())).Phone);
    }

    [Fact]
    public async Task Answer_ToClear_ShowsItThenClearsIt_AndUndoBringsItBack()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await desk.CheckAsync([SenWithoutPhone]);

        var answered = await desk.Database.Send(new AnswerEmptyCells(import.Id, EmptyCells.Clear));
        await desk.Database.Send(new CheckMemberList(import.Id));
        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Changed))).Value.Rows);
        await desk.Database.Send(new CommitMemberImport(import.Id));
        var person = await desk.Database.With(db => db.People.SingleAsync());

        Assert.Equal(MemberImportState.Reading, answered.Value.State);
        Assert.Equal([new ShownChange("Số điện thoại", "0912345678", "xóa")], row.Row.Details.Changes);
        Assert.Equal(((SealedText?)null, (string?)null, "1980-05-12"), (person.Phone, person.PhoneIndex, person.BirthDate.ToString()));
        await desk.Database.Send(new UndoMemberImport(import.Id, "Danh sách bị thiếu cột điện thoại"));
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task Commit_AllOrNothing_RefusesWhileARowCannotBeTaken()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, "3,Phạm Thị Lành,31/02/1990,Nữ,,,,"]);

        var refused = await desk.Database.Send(new CommitMemberImport(import.Id, OnlyGoodRows: false));
        var some = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new RowsStandInTheWay(1, 0), refused.Refusal);
        Assert.Equal(1, some.Value.People);
    }
}
