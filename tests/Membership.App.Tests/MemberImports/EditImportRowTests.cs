using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

/// <summary>Rows corrected on the page, under the heading of <see cref="ImportDesk"/>: column 1 is the name, 2 the birth date.</summary>
public class EditImportRowTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Khu vực 2,";
    private const string Unreadable = "2,Trần Văn Súng,31/02/1975,Nam,,,Khu vực 2,";
    private const int RowOfUnreadable = 3;

    [Fact]
    public async Task Edit_WhenARowIsMended_GivesItANewVerdictAndCounts()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable]);

        var row = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("28/02/1975")))).Value;

        var preview = (await desk.Database.Send(new GetImportPreview(import.Id))).Value;
        Assert.Equal((RowVerdict.New, "1975-02-28"), (row.Verdict, row.Listed!.BirthDate.ToString()));
        Assert.Equal((2, 0, 0, 0, 0), ImportDesk.Counts(preview.Import));
        Assert.Empty((await desk.Database.Send(new GetImportFindings(import.Id))).Value.Problems);
    }

    [Fact]
    public async Task Edit_IsNoConversionOfOldLetters_ButTheOfficersOwn()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable]);

        var row = (await desk.Database.Send(
            new EditImportRow(import.Id, RowOfUnreadable, new Dictionary<int, string> { [1] = "TRẦN VĂN SUNG", [2] = "28/02/75", [5] = "912345678" }))).Value;
        var again = (await desk.Database.Send(new CheckMemberList(import.Id))).Value;

        var findings = (await desk.Database.Send(new GetImportFindings(import.Id))).Value;
        var preview = (await desk.Database.Send(new GetImportPreview(again.Id))).Value;
        Assert.Empty(row.Details.Repairs);
        Assert.Empty(findings.Repairs);
        Assert.Equal(
            [new("Họ và tên", "Trần Văn Súng", "TRẦN VĂN SUNG"), new("Ngày sinh", "31/02/1975", "28/02/75"), new("Số điện thoại", "(trống)", "•••••5678")],
            EditedCells.Of(preview.Rows[1].Row, preview.Columns));
    }

    [Fact]
    public async Task Edit_BackToWhatTheFileSays_IsNoEdit()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable]);
        _ = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("28/02/1975")))).Value;

        var row = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("31/02/1975")))).Value;

        Assert.Equal((RowVerdict.Rejected, 0), (row.Verdict, row.Details.Edited.Count));
    }

    [Fact]
    public async Task Rows_ThatShowAFinding_AreShownUntilTheyAreMended()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable, "3,Phạm Thị Lành,30/02/1990,Nữ,,,Khu vực 2,", "4,,01/01/1990,Nữ,,,Khu vực 2,"]);
        var filter = new RowFilter(Finding: RowFinding.Of(RowProblemCode.DateDoesNotExist));
        var before = (await desk.Database.Send(new GetImportPreview(import.Id, filter))).Value;

        _ = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("28/02/1975")))).Value;

        var after = (await desk.Database.Send(new GetImportPreview(import.Id, filter))).Value;
        Assert.Equal([3, 4], before.Rows.Select(row => row.Row.RowNumber));
        Assert.Equal(4, Assert.Single(after.Rows).Row.RowNumber);
        Assert.Equal((2, 1), (before.RowsInFilter, after.RowsInFilter));
    }

    [Fact]
    public async Task Edit_WhenTheRowNowSaysSomebodyOfAnotherRow_IsSeen()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable]);

        var row = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, new Dictionary<int, string> { [2] = "1975", [4] = "092180000001" }))).Value;

        var same = (await desk.Database.Send(new EditImportRow(
            import.Id, RowOfUnreadable, new Dictionary<int, string> { [1] = "Lê Thị Sen", [2] = "1980", [3] = "Nữ", [4] = "092180000001" }))).Value;

        Assert.Equal((DoubtReason.NumberOfSeveralRows, 2), (row.Details.Doubt!.Value, row.Details.SameNumberRows.Count));
        Assert.Equal(RowProblemCode.SamePersonAsRow, Assert.Single(same.Details.Problems).Code);
        Assert.Equal(RowVerdict.New, (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows[0].Row.Verdict);
    }

    [Fact]
    public async Task Edit_WhenTheImportWasDiscardedMeanwhile_SaysSo()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Unreadable]);
        await desk.Database.Send(new DiscardMemberImport(import.Id));

        var edited = await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("28/02/1975")));
        var decided = await desk.Database.Send(new DecideImportRow(import.Id, RowOfUnreadable, RowDecision.LeaveOut));

        Assert.IsType<ImportDiscarded>(edited.Refusal);
        Assert.IsType<ImportDiscarded>(decided.Refusal);
    }

    [Fact]
    public async Task Edits_AndDecisions_SurviveAnotherCheck()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Phạm Thị Lành,05/03/1990,Nữ,,,Khu vực 2,"]);
        var import = await desk.CheckAsync([Sen, Unreadable, "3,Phạm Thị Lành,05/03/1990,,,,Khu vực 2,"]);
        _ = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("28/02/1975")))).Value;
        _ = (await desk.Database.Send(new DecideImportRow(import.Id, 4, RowDecision.AsKnownPerson, 1))).Value;

        var again = (await desk.Database.Send(new CheckMemberList(import.Id))).Value;

        var rows = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows;
        Assert.Equal((2, 0, 0, 1, 0), ImportDesk.Counts(again));
        Assert.Equal((RowDecision.AsKnownPerson, 1L), (rows[2].Row.Decision, rows[2].Row.PersonId!.Value));
        Assert.Equal(("31/02/1975", "1975-02-28"), (rows[1].Row.Cells[2], rows[1].Row.Listed!.BirthDate.ToString()));
    }

    [Fact]
    public async Task Edit_AfterACommit_CanBeWrittenByAnother()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Unreadable]);

        _ = (await desk.Database.Send(new EditImportRow(import.Id, RowOfUnreadable, Birth("1975")))).Value;
        var waiting = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.DecidedNotTaken;
        var summary = await desk.CommitAsync(import.Id);

        Assert.Equal((1, 1), (waiting, summary.People));
    }

    [Fact]
    public async Task Edit_OfARowThatIsWritten_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen]);

        var outcome = await desk.Database.Send(new EditImportRow(import.Id, 2, Birth("1990")));

        Assert.Equal(new RowCannotBeEdited(2), outcome.Refusal);
    }

    private static Dictionary<int, string> Birth(string text) => new() { [2] = text };
}
