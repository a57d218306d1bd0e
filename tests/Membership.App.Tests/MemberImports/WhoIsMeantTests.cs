using System.Text;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.Tests.MemberImports;

/// <summary>Whom the rows of a list mean, in the register and among each other.</summary>
public sealed class WhoIsMeantTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 2,";

    [Theory]
    [InlineData("1,Trần Văn Hoàng,1980,Nam,092180000001,,Khu vực 2,", DoubtReason.CitizenIdOfAnother)]
    [InlineData("1,Trần Thị Hoa,12/05/1980,Nữ,092180000001,,Khu vực 2,", DoubtReason.CitizenIdOfAnother)]
    [InlineData("1,Trần Thị Hoa,01/01/1980,,092180000001,,Khu vực 2,", DoubtReason.CitizenIdOfAnother)]
    [InlineData("1,Lê Thị Sem,12/05/1980,Nữ,092180000001,,Khu vực 2,", DoubtReason.NumberAgreesNearly)]
    [InlineData("1,Lê Thị Sen,11/05/1980,Nữ,,,Khu vực 2,", DoubtReason.NearlyEqual)]
    [InlineData("1,Lê Thị Sen,12/05/1988,Nữ,,,Khu vực 2,", DoubtReason.NearlyEqual)]
    [InlineData("1,Lê Thị Sem,12/05/1980,Nữ,,,Khu vực 2,", DoubtReason.NearlyEqual)]
    [InlineData("1,Lê Sen,12/05/1980,Nữ,,,Khu vực 2,", DoubtReason.NearlyEqual)]
    [InlineData("1,Le Thi Sen,12/05/1980,Nữ,,,Khu vực 2,", DoubtReason.NearlyEqual)]
    [InlineData("1,Lê Thị Sen,05/1980,Nữ,,,Khu vực 2,", DoubtReason.SameNameAndYear)]
    [InlineData("1,Lê Thị Sen,12/05/1980,,,,Khu vực 2,", DoubtReason.SameNameAndYear)]
    public async Task Row_ThatIsNearlySomebodyKnown_WaitsWithHerBesideIt(string line, DoubtReason doubt)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var row = Assert.Single(await RowsAsync(desk, await desk.CheckAsync([line])));

        Assert.Equal((RowVerdict.Doubtful, doubt), (row.Row.Verdict, row.Row.Details.Doubt!.Value));
        Assert.Equal("Lê Thị Sen", Assert.Single(row.Candidates).FullName);
    }

    [Theory]
    [InlineData("1,LE THI SEN,1980,Nữ,092180000001,,Khu vực 2,")]
    [InlineData("1,lê  thị sen,12/05/1980,Nữ,,,Khu vực 2,")]
    public async Task Row_ThatSaysHer_IsHer(string line)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(await desk.CheckAsync([line])));
    }

    [Theory]
    [InlineData("Phan Văn Quý", "Phan Văn Quí")]
    [InlineData("Lý Thị Mỹ", "Lí Thị Mĩ")]
    [InlineData("Trần Thị Thúy", "Trần Thị Thuý")]
    public async Task Name_InAnotherSpelling_IsFound(string known, string listed)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([$"1,{known},12/05/1980,Nam,,,,"]);

        var rows = await RowsAsync(desk, await desk.CheckAsync([$"1,{listed.Normalize(NormalizationForm.FormD)},12/05/1980,Nam,,,,"]));

        Assert.Equal(1, Assert.Single(rows).Row.PersonId);
    }

    public static TheoryData<string, string, RowVerdict, DoubtReason?> InOneFile => new()
    {
        { "Lê Thị Sen,1960,Nữ,", "Lê Thị Sen,12/05/1960,Nữ,", RowVerdict.Doubtful, DoubtReason.SameAsEarlierRow },
        { "Lê Thị Sen,12/05/1960,Nữ,", "Lê Thị Sen,05/1960,Nữ,", RowVerdict.Doubtful, DoubtReason.SameAsEarlierRow },
        { "Lê Thị Sen,1960,Nữ,", "Lê Thị Sen,1960,,", RowVerdict.Doubtful, DoubtReason.SameAsEarlierRow },
        { "Lê Thị Sen,12/05/1960,Nữ,", "Lê Thị Sen,13/05/1960,Nữ,", RowVerdict.Doubtful, DoubtReason.NearlyEarlierRow },
        { "Lê Thị Sen,12/05/1960,Nữ,", "Lê Thị Sem,12/05/1960,Nữ,", RowVerdict.Doubtful, DoubtReason.NearlyEarlierRow },
        { "Lý Thị Sen,12/05/1960,Nữ,", "Lí Thị Sen,12/05/1960,Nữ,", RowVerdict.Rejected, null },
        { "Lê Thị Sến,12/05/1960,Nữ,", "Lê Thị Sê\u0301n,12/05/1960,Nữ,", RowVerdict.Rejected, null },
        { "Lê Thị Sen,12/05/1960,Nữ,092160000001", "Lê Thị Sen,1960,Nữ,092160000001", RowVerdict.Rejected, null },
        { "Lê Thị Sen,12/05/1960,Nữ,092160000001", "Lê Thị Sen,12/05/1960,Nữ,092160000019", RowVerdict.New, null },
        { "Lê Thị Sen,12/05/1960,Nữ,", "Lê Thị Sen,20/09/1960,Nữ,", RowVerdict.New, null },
        { "Lê Thị Ngân,1960,Nữ,", "Lê Thị Ngăn,1960,Nữ,", RowVerdict.New, null },
    };

    [Theory]
    [MemberData(nameof(InOneFile))]
    public async Task TwoRows_OfOneFile_AreComparedAsWithTheRegister(string first, string second, RowVerdict verdict, DoubtReason? doubt)
    {
        await using var desk = await ImportDesk.OpenAsync();

        var rows = await RowsAsync(desk, await desk.CheckAsync([$"1,{first},,,", $"2,{second},,,"]));

        Assert.Equal((RowVerdict.New, verdict, doubt), (rows[0].Row.Verdict, rows[1].Row.Verdict, rows[1].Row.Details.Doubt));
    }

    [Fact]
    public async Task Number_OfSeveralPeopleOfOneFile_LetsAllOfThemWait()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.CheckAsync(
        [
            "1,Lê Thị Sen,12/05/1960,Nữ,092160000001,,,", "2,Phan Văn Đông,03/02/1962,Nam,092062000007,,,",
            "3,Trần Văn Tây,20/09/1971,Nam,092160000001,,,", "4,Võ Thị Lài,01/03/1965,Nữ,092160000001,,,",
        ]);

        Assert.Equal((1, 0, 0, 3, 0), ImportDesk.Counts(import));
        var rows = await RowsAsync(desk, import);
        Assert.Equal([2, 4, 5], rows.Where(row => row.Row.Details.Doubt == DoubtReason.NumberOfSeveralRows).Select(row => row.Row.RowNumber));
        Assert.StartsWith("Số này đứng ở 3 dòng có họ tên hoặc ngày sinh khác nhau (dòng 2; 4; 5).", DoubtText.Of(rows[0].Row.Details, new Dictionary<int, string>()), StringComparison.Ordinal);

        Assert.False((await desk.Database.Send(new DecideImportRow(import.Id, 2, RowDecision.AsNewPerson))).IsRefused);
        Assert.IsType<NumberIsOfAnother>((await desk.Database.Send(new DecideImportRow(import.Id, 4, RowDecision.AsNewPerson))).Refusal);
        Assert.Equal(2, (await desk.CommitAsync(import.Id)).People);
    }

    [Fact]
    public async Task Number_OfSeveralPeople_CorrectedInOneRow_FreesTheOther()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1960,Nữ,092160000001,,,", "2,Trần Văn Tây,20/09/1971,Nam,092160000001,,,"]);

        _ = (await desk.Database.Send(new EditImportRow(import.Id, 3, new Dictionary<int, string> { [4] = "092071000001" }))).Value;

        Assert.All(await RowsAsync(desk, import), row => Assert.Equal(RowVerdict.New, row.Row.Verdict));

        _ = (await desk.Database.Send(new EditImportRow(import.Id, 3, new Dictionary<int, string> { [4] = "092160000001" }))).Value;

        Assert.All(await RowsAsync(desk, import), row => Assert.Equal((RowVerdict.Doubtful, 2), (row.Row.Verdict, row.Row.Details.SameNumberRows.Count)));
    }

    [Fact]
    public async Task Number_OfAnother_IsNeverANewPerson()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,Trần Thị Hoa,1980,Nữ,092180000001,,,"]);

        Assert.True((await desk.Database.Send(new DecideImportRow(import.Id, 2, RowDecision.AsNewPerson))).IsRefused);
        foreach (var rule in Enum.GetValues<DecisionRule>())
            Assert.Equal(0, (await desk.Database.Send(new DecideRowsByRule(import.Id, rule))).Value);
    }

    [Theory]
    [InlineData(MembershipReason.Death, "2026-07-20", RowVerdict.Doubtful)]
    [InlineData(MembershipReason.Expulsion, "2026-07-31", RowVerdict.Doubtful)]
    [InlineData(MembershipReason.Withdrawal, "2026-09-30", RowVerdict.Doubtful)]
    [InlineData(MembershipReason.TransferOut, "2026-09-30", RowVerdict.Doubtful)]
    [InlineData(MembershipReason.Death, "2026-07-01", RowVerdict.Unchanged)]
    [InlineData(MembershipReason.Death, "2020-01-01", RowVerdict.Doubtful)]
    public async Task Person_RecordedAsGone_ComesBackByNoListItself(MembershipReason reason, string asOf, RowVerdict expected)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen], asOf: new DateOnly(2026, 6, 30));
        await EndAsync(desk, new DateOnly(2026, 7, 15), reason);

        var row = Assert.Single(await RowsAsync(desk, await desk.CheckAsync([Sen], asOf: DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(expected, row.Row.Verdict);
        if (expected != RowVerdict.Doubtful)
            return;

        Assert.Equal(DoubtReason.RecordedAsGone, row.Row.Details.Doubt);
        Assert.Equal(new CandidateEnd("Hội Nông dân", reason, new DateOnly(2026, 7, 15)), Assert.Single(row.Candidates).End);
        Assert.True(row.Candidates[0].Match!.Has(EvidenceKind.RecordedAsGone, false));
    }

    [Fact]
    public async Task Death_RecordedByAnotherOrganization_IsAskedTooByThisOne()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen], organization: "LHPN");
        await EndAsync(desk, new DateOnly(2026, 1, 15), MembershipReason.Death);

        var row = Assert.Single(await RowsAsync(desk, await desk.CheckAsync([Sen], asOf: new DateOnly(2026, 3, 31))));

        Assert.Equal(DoubtReason.RecordedAsGone, row.Row.Details.Doubt);
    }

    [Fact]
    public async Task Person_OfTwoRows_IsTakenForOneOnly()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,Lê Thị Sen,13/05/1980,Nữ,,,,", "2,Le Thi Sen,12/05/1980,Nữ,,,,"]);
        _ = (await desk.Database.Send(new DecideImportRow(import.Id, 2, RowDecision.AsKnownPerson, 1))).Value;

        Assert.Equal(new PersonIsInAnotherRow(3, 2), (await desk.Database.Send(new DecideImportRow(import.Id, 3, RowDecision.AsKnownPerson, 1))).Refusal);
        Assert.Equal(0, (await desk.Database.Send(new DecideRowsByRule(import.Id, DecisionRule.NameWithoutMarks))).Value);
    }

    [Fact]
    public async Task Rules_SayHowManyRowsEachWouldDecide_AndDecideThose()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,"]);
        var import = await desk.CheckAsync(["1,Le Thi Sen,12/05/1980,Nữ,,,Khu vực 2,", "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,"]);

        var counts = (await desk.Database.Send(new CountRowsByRule(import.Id))).Value;

        Assert.Equal((1, 1, 0), (counts[DecisionRule.NameWithoutMarks], counts[DecisionRule.SameYearAndBranch], counts[DecisionRule.SameBirth]));
        foreach (var (rule, rows) in counts)
            Assert.Equal(rows, (await desk.Database.Send(new DecideRowsByRule(import.Id, rule))).Value);
    }

    [Fact]
    public async Task Candidate_IsShownWithWhereSheBelongsAndLives()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        var row = Assert.Single(await RowsAsync(desk, await desk.CheckAsync(["1,Lê Thị Sen,1980,Nữ,,,Khu vực 3,"])));

        Assert.Equal("Khu vực 2 · Hội Nông dân · điện thoại …678", EvidenceText.PlaceOf(Assert.Single(row.Candidates)));
        Assert.Equal("có thể: trùng họ tên, năm sinh, giới tính; khác chi hội, chi đoàn", EvidenceText.Of(row.Candidates[0].Match!));
    }

    private static Task<int> EndAsync(ImportDesk desk, DateOnly day, MembershipReason reason) => desk.Database.With(async db =>
    {
        var membership = db.Memberships.Single();
        (membership.To, membership.EndedBy) = (day, reason);
        return await db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<PreviewRow>> RowsAsync(ImportDesk desk, MemberImport import) =>
        (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows;
}
