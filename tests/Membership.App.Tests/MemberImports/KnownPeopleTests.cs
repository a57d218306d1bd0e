using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>What a list may change in people whom the register knows.</summary>
public class KnownPeopleTests
{
    private const string Header = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Địa chỉ,Chi hội,Ngày vào Hội";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,\"12/5 đường Nguyễn Trãi, khu vực 3\",Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,03/02/1975,Nam,092075000002,0912000002,Khu vực 2,Khu vực 2,01/06/2019";
    private static readonly ListChoices Keeping = new() { KnownPeople = KnownFacts.Protected.ToDictionary(fact => fact, _ => KnownAnswer.Keep) };

    [Theory]
    [InlineData(KnownFact.Name, "1,Lê Thị Sên,12/05/1980,Nữ,092180000001,,,,")]
    [InlineData(KnownFact.BirthDate, "1,Lê Thị Sen,21/05/1980,Nữ,092180000001,,,,")]
    [InlineData(KnownFact.Address, "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Phường Cái Khế,,")]
    public async Task Commit_WhenAValueWouldBeLost_AsksByField(KnownFact fact, string line)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await AgainAsync(desk, [line]);
        if (import.ChangedRows == 0)
        {
            // Who is meant is asked before: the officer says that it is her.
            var doubtful = (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows.Single();
            Assert.False((await desk.Database.Send(new DecideImportRow(import.Id, doubtful.Row.RowNumber, RowDecision.AsKnownPerson, doubtful.Candidates[0].PersonId))).IsRefused);
        }

        var refusal = (await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal;

        Assert.Equal([(fact, 1, (KnownAnswer?)null)], Assert.IsType<ListNotAnswered>(refusal).Facts.Select(asked => (asked.Fact, asked.Rows, asked.Answer)));
    }

    [Fact]
    public async Task Commit_WhenOnlyTheSpellingDiffers_AsksNothingAndChangesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await AgainAsync(
            desk, ["1,LÊ THỊ SEN,1980,Nữ,092180000001,0912345678,\"12/5 Nguyễn Trãi, KV3, P. An Hòa, Q. Ninh Kiều\",CH. KV 01,01/06/2019"]);

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Answer_ToKeep_ChangesNothing_AndTheRestIsWritten()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await AgainAsync(desk, ["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0999999999,Phường Cái Khế,,"]);

        var answered = await desk.AnswerAsync(import.Id, KnownAnswer.Keep);
        await desk.Database.Send(new CheckMemberList(import.Id));
        var row = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.Single().Row;
        await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.True(answered.MustBeCheckedAgain);
        Assert.Equal(["Số điện thoại"], row.Details.Changes.Select(change => change.Label));
        Assert.Equal([new ShownChange("Nơi ở", "12/5 đường Nguyễn Trãi, khu vực 3", "Phường Cái Khế")], row.Details.Kept);
        Assert.Equal("12/5 đường Nguyễn Trãi, khu vực 3", await AddressOfAsync(desk, "Lê Thị Sen"));
    }

    [Fact]
    public async Task Answer_ToTake_WritesIt_AndUndoBringsItBack()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen, Sung])).Id));
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await CheckAsync(desk, ["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Phường Cái Khế,,"]);

        var answered = await desk.AnswerAsync(import.Id, KnownAnswer.Take);
        await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.False(answered.MustBeCheckedAgain);
        Assert.Equal("Phường Cái Khế", await AddressOfAsync(desk, "Lê Thị Sen"));
        await desk.Database.Send(new UndoMemberImport(import.Id, "Danh sách ghi nơi ở quá sơ sài"));
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task Report_CountsByField_AndLeavesOutWhatIsKept()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen, Sung])).Id));
        string[] lines = ["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Phường Cái Khế,Khu vực 2,", "2,Trần Văn Súng,03/02/1975,Nam,092075000002,0912000009,Khu vực 7,,"];

        var asked = (await desk.Database.Send(new GetImportReport((await CheckAsync(desk, lines)).Id))).Value;
        var kept = (await desk.Database.Send(new GetImportReport((await CheckAsync(desk, lines, Keeping)).Id))).Value;

        Assert.Equal([(KnownFact.Address, 2), (KnownFact.Branch, 1), (KnownFact.Phone, 1)], Sorted(asked));
        Assert.Equal([(KnownFact.Address, 1), (KnownFact.Branch, 1), (KnownFact.Phone, 1)], Sorted(kept));
        Assert.Equal([KnownFact.Address], asked.Open!.Facts.Select(fact => fact.Fact));
        Assert.Null(kept.Open);
    }

    [Fact]
    public async Task Preview_ShowsTheRowsOfOneChange()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen, Sung])).Id));
        var import = await CheckAsync(desk, ["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,,,", "2,Trần Văn Súng,03/02/1975,Nam,092075000002,0912000009,,,"], new ListChoices { EmptyCells = EmptyCells.Keep });

        var shown = (await desk.Database.Send(new GetImportPreview(import.Id, new RowFilter(Finding: RowFinding.Of(FindingKind.Overwritten, KnownFact.Phone))))).Value;

        Assert.Equal([3], shown.Rows.Select(row => row.Row.RowNumber));
    }

    [Theory]
    [InlineData("CH KV 01")]
    [InlineData("Chi hội: khu vực 1.")]
    [InlineData("khu vuc 1")]
    public async Task Commit_WithAnotherSpellingOfABranch_MovesNobodyAndFoundsNothing(string branch)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await AgainAsync(desk, [Sen.Replace("Khu vực 1", branch, StringComparison.Ordinal)]);

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Commit_WithAMisspelledBranch_AsksOnce_AndRemembersTheAnswer()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var thanh = Sen.Replace("Khu vực 1", "Ấp Bình Thạnh", StringComparison.Ordinal);
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [thanh])).Id));
        string[] lines = [Sen.Replace("Khu vực 1", "Ấp Bình Thạnhh", StringComparison.Ordinal), "3,Võ Thị Út,01/01/1991,Nữ,092191000004,,,Ấp Bình Thạnhh,"];
        var import = await CheckAsync(desk, lines);

        var refused = (await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal;
        await desk.Database.Send(new AnswerRepairs(import.Id, new Dictionary<RepairCode, bool>(), Questions: Same("Ấp Bình Thạnhh", "Ấp Bình Thạnh")));
        await desk.Database.Send(new CheckMemberList(import.Id));
        await desk.Database.Send(new CommitMemberImport(import.Id));
        var next = await CheckAsync(desk, ["4,Võ Văn Năm,01/01/1992,Nam,092092000005,,,Ấp Bình Thạnhh,"]);

        Assert.Equal([("Ấp Bình Thạnhh", "Ấp Bình Thạnh", 2)], Assert.IsType<ListNotAnswered>(refused).Branches.Select(one => (one.Written, one.Reading.Nearest!, one.Rows)));
        Assert.Equal(["Ấp Bình Thạnh"], await BranchesAsync(desk));
        Assert.Null((await desk.Database.Send(new GetImportReport(next.Id))).Value.Open);
    }

    [Fact]
    public async Task Commit_OfSeveralSpellingsOfANewBranch_FoundsOne()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await CheckAsync(desk, [Sen.Replace("Khu vực 1", "Chi hội ấp Tân Lợi", StringComparison.Ordinal), Sung.Replace("Khu vực 2,01", "CH. Tân-Lợi,01", StringComparison.Ordinal)]);
        await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(["Chi hội ấp Tân Lợi"], await BranchesAsync(desk));
        Assert.Equal(2, await desk.Database.With(db => db.Memberships.Select(membership => membership.UnitId).CountAsync()));
    }

    [Fact]
    public async Task AFullListOfOneBranch_AsksWhoseItIs()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen, Sung])).Id));
        var import = await CheckAsync(desk, [Sen], new ListChoices { Mode = ListMode.Full });

        var refused = (await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal;
        Assert.Equal(new CoverageQuestion("Khu vực 1", 1, ListCoverage.NotAnswered), Assert.IsType<ListNotAnswered>(refused).Coverage);
        Assert.Equal(1, import.MissingMembers);

        var answer = new ListAnswers(new Dictionary<KnownFact, KnownAnswer>(), new Dictionary<string, string>(), ListCoverage.Branch);
        await desk.Database.Send(new AnswerRepairs(import.Id, new Dictionary<RepairCode, bool>(), Questions: answer));
        Assert.Equal(0, (await desk.Database.Send(new CheckMemberList(import.Id))).Value.MissingMembers);
        Assert.IsType<NothingToWrite>((await desk.Database.Send(new CommitMemberImport(import.Id))).Refusal);
    }

    [Fact]
    public async Task ADeath_EndsEveryMembershipAndTheResidence_AndUndoGoesOnWithThem()
    {
        await using var desk = await ImportDesk.OpenAsync();
        foreach (var organization in new[] { "HND", "LHPN" })
            await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen, Sung], organization: organization)).Id));
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await CheckAsync(desk, [Sung], new ListChoices { Mode = ListMode.Full, Coverage = ListCoverage.Unit }, asOf: new DateOnly(2026, 6, 30));
        var died = new DateOnly(2026, 6, 15);

        await desk.Database.Send(new DecideMissingMembers(import.Id, null, MembershipReason.Death, died));
        Assert.Equal(1, (await desk.Database.Send(new CommitMemberImport(import.Id))).Value.Ended);

        var sen = await desk.Database.With(db => db.People.Where(person => person.FullName == "Lê Thị Sen").Select(person => person.Id).SingleAsync());
        var memberships = await desk.Database.With(db => db.Memberships.Where(one => one.PersonId == sen).ToListAsync());
        Assert.Equal([(died, MembershipReason.Death), (died, MembershipReason.Death)], memberships.Select(one => (one.To!.Value, one.EndedBy!.Value)));
        Assert.Equal([died], await desk.Database.With(db => db.Residences.Where(one => one.PersonId == sen).Select(one => one.To!.Value).ToListAsync()));
        Assert.Equal(2, await desk.Database.With(db => db.PersonChanges.CountAsync(change => change.PersonId == sen && change.ImportId == import.Id && change.OrganizationId != null)));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        await desk.Database.Send(new UndoMemberImport(import.Id, "Ghi nhầm người đã qua đời"));
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    private static ListAnswers Same(string written, string meaning) => new(new Dictionary<KnownFact, KnownAnswer>(), new Dictionary<string, string> { [written] = meaning });

    /// <summary>The lines as a second list, after the first one is in the register.</summary>
    private static async Task<MemberImport> AgainAsync(ImportDesk desk, string[] lines)
    {
        await desk.Database.Send(new CommitMemberImport((await CheckAsync(desk, [Sen])).Id));
        return await CheckAsync(desk, lines, new ListChoices { EmptyCells = EmptyCells.Keep });
    }

    private static async Task<MemberImport> CheckAsync(
        ImportDesk desk, string[] lines, ListChoices? choices = null, string organization = "HND", DateOnly? asOf = null)
    {
        var received = await desk.ReceiveAsync(Header + "\n" + string.Join('\n', lines) + "\n", organization, asOf: asOf, choices: choices);
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }

    private static Task<string?> AddressOfAsync(ImportDesk desk, string name) => desk.Database.With(db => db.Residences
        .Join(db.People.Where(person => person.FullName == name), residence => residence.PersonId, person => person.Id, (residence, _) => residence.Address).SingleAsync());

    private static Task<List<string>> BranchesAsync(ImportDesk desk) =>
        desk.Database.With(db => db.OrganizationUnits.Where(unit => unit.ParentId != null).Select(unit => unit.Name).ToListAsync());

    private static IEnumerable<(KnownFact, int)> Sorted(ImportReport report) => report.Overwritten.OrderBy(one => one.Key).Select(one => (one.Key, one.Value));
}
