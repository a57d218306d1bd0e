using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

public sealed class DecideRowsByRuleTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,,0912345678,Khu vực 2,";

    [Fact]
    public async Task DecideByRule_DecidesWhatItIsSureOfAndNoMore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,"]);
        // One with the sex missing, one with the sex missing and only the year known.
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,,,,Khu vực 2,", "2,Trần Văn Súng,1975,,,,Khu vực 2,"]);

        var decided = await desk.Database.Send(new DecideRowsByRule(import.Id, DecisionRule.SameBirthAndBranch));

        Assert.Equal(1, decided.Value);
        var rows = (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows;
        Assert.Equal([RowDecision.AsKnownPerson, RowDecision.None], rows.Select(row => row.Row.Decision));
    }

    [Fact]
    public async Task Decision_TakenBack_IsNotMadeAgainByAnotherCheck()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,,,,Khu vực 2,"]);
        _ = (await desk.Database.Send(new DecideImportRow(import.Id, 2, RowDecision.AsNewPerson))).Value;
        _ = (await desk.Database.Send(new CheckMemberList(import.Id))).Value;

        _ = (await desk.Database.Send(new DecideImportRow(import.Id, 2, RowDecision.None))).Value;
        _ = (await desk.Database.Send(new CheckMemberList(import.Id))).Value;

        Assert.Equal(1, (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Undecided);
    }

    [Fact]
    public async Task Preview_ShowsWhatSpeaksForEachCandidate()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,,,0999999999,Khu vực 2,"]);

        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows);

        Assert.Equal("rất có thể: trùng họ tên, ngày sinh, chi hội, chi đoàn; khác điện thoại", EvidenceText.Of(Assert.Single(row.Candidates).Match!));
    }
}
