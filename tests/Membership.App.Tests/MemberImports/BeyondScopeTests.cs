using System.Globalization;
using System.Text;
using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Proposals;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>What the list of an officer does to people whom she does not cover: she keeps the farmers of one ward, they are women of another.</summary>
public sealed class BeyondScopeTests
{
    private const string NinhKieu = "31135";
    private const string CaiKhe = "31120";
    private const string Known = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Listed = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0987654321,Tổ 2,01/02/2020";

    [Fact]
    public async Task Commit_AddsTheMembershipOnly_AndProposesTheRest()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var before = await OthersAsync(desk);

        await ImportAsync(desk, officer, Listed);

        Assert.Equal(before, await OthersAsync(desk));
        Assert.Equal([true], await desk.Database.With(db => db.Memberships.IgnoreQueryFilters().Where(one => one.OrganizationId == Farmers(db)).Select(one => one.IsClaim).ToListAsync()));
        Assert.Equal(
            [ProposalKind.Claim, ProposalKind.Field],
            await desk.Database.With(db => db.Proposals.IgnoreQueryFilters().OrderBy(one => one.Kind).Select(one => one.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Claim_ShowsNameBirthSexAndAddressOfToday_OnEveryDoor()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new GetPerson(1)));

        await ImportAsync(desk, officer, Listed);

        var shown = (await desk.Database.SendAs(officer, new GetPerson(1))).Value;
        Assert.True(shown.IsClaimed);
        Assert.Equal(("Lê Thị Sen", Sex.Female, "Phường Cái Khế"), (shown.FullName, shown.Sex, Assert.Single(shown.Homes).Place));
        Assert.Equal((0, 0, (PersonSource?)null), (shown.Sealed.Count, shown.Changes.Count, shown.Source));
        Assert.Equal(["Hội Nông dân"], shown.Memberships.Select(one => one.Organization));
        Assert.Empty(await desk.Database.SendAs(officer, new FindByNumber("092180000001")));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new OpenSensitive(1, PersonField.Phone, "Cần gọi cho người này")));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(
            officer, new CorrectPerson(1, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Lê Thị Khác" }, "Sửa theo thẻ")));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new RevertChange(1, 1, "Quay lại như cũ")));
    }

    [Fact]
    public async Task WhoCoversHer_Agrees_AndOnlyThenTheClaimSeesAndTheFieldChanges()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var women = await desk.Database.ActorAsync(Role.DataEntry, CaiKhe, "LHPN");
        await ImportAsync(desk, officer, Listed);
        Assert.Equal((0, 2), (await desk.Database.SendAs(officer, new CountProposals()), await desk.Database.SendAs(women, new CountProposals())));
        var listed = await desk.Database.SendAs(women, new ListProposals());
        var ids = Assert.Single(listed.People).Proposals.Select(one => one.Id).ToList();

        var notHers = await desk.Database.SendAs(officer, new DecideProposals(ids, true, "Tự đồng ý cho mình"));
        var agreed = await desk.Database.SendAs(women, new DecideProposals(ids, true, "Đã gọi hỏi, đúng người"));

        Assert.IsType<ProposalsAreNotOpen>(notHers.Refusal);
        Assert.Equal(2, agreed.Value);
        var shown = (await desk.Database.SendAs(officer, new GetPerson(1))).Value;
        Assert.False(shown.IsClaimed);
        Assert.Equal("0987654321", await desk.Database.With(async db => desk.Database.Cipher.OpenOrNull((await db.People.IgnoreQueryFilters().SingleAsync()).Phone)));
        Assert.Contains(shown.Changes, change => change is { Field: "Số điện thoại", Reason: "Đã gọi hỏi, đúng người", RecordedBy: "DataEntry" });
    }

    [Fact]
    public async Task RefusedClaim_EndsTheMembership_AndHerPageIsClosedAgain()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var women = await desk.Database.ActorAsync(Role.DataEntry, CaiKhe, "LHPN");
        await ImportAsync(desk, officer, Listed);
        var ids = (await desk.Database.SendAs(women, new ListProposals())).People.Single().Proposals.Select(one => one.Id).ToList();

        var refused = await desk.Database.SendAs(women, new DecideProposals(ids, false, "Không phải người này"));

        Assert.Equal(2, refused.Value);
        Assert.Empty(await desk.Database.With(db => db.Memberships.IgnoreQueryFilters().Where(one => one.OrganizationId == Farmers(db)).ToListAsync()));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new GetPerson(1)));
    }

    [Fact]
    public async Task Undo_WithdrawsTheClaimAndItsProposals_AndKeepsWhatWasAgreed()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known, "2,Phan Thị Mơ,03/03/1975,Nữ,092175000002,,,"], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var women = await desk.Database.ActorAsync(Role.DataEntry, CaiKhe, "LHPN");
        var import = await ImportAsync(desk, officer, Listed, "2,Phan Thị Mơ,03/03/1975,Nữ,092175000002,,,");
        var agreed = await desk.Database.With(db => db.People.IgnoreQueryFilters().Where(one => one.FullName == "Phan Thị Mơ").Select(one => one.Id).SingleAsync());
        var withdrawn = 3 - agreed;
        var claim = await desk.Database.With(db => db.Proposals.IgnoreQueryFilters().SingleAsync(one => one.PersonId == agreed && one.Kind == ProposalKind.Claim));
        await desk.Database.SendAs(women, new DecideProposals([claim.Id], true, "Đúng là hội viên của hai hội"));

        var undone = await desk.Database.SendAs(officer, new UndoMemberImport(import, "Nhập nhầm danh sách"));

        Assert.Equal((1, 1), (undone.Value.RowsOf(UndoOutcome.Restored), undone.Value.RowsOf(UndoOutcome.KeptAsAgreed)));
        Assert.Equal([agreed], await desk.Database.With(db => db.Memberships.IgnoreQueryFilters().Where(one => one.OrganizationId == Farmers(db)).Select(one => one.PersonId).ToListAsync()));
        Assert.Equal(
            [(agreed, ProposalState.Agreed), (withdrawn, ProposalState.Withdrawn), (withdrawn, ProposalState.Withdrawn)],
            (await desk.Database.With(db => db.Proposals.IgnoreQueryFilters().OrderBy(one => one.State).ToListAsync())).Select(one => (one.PersonId, one.State)));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new GetPerson(withdrawn)));
    }

    [Fact]
    public async Task NumberOfSomebodyElse_IsAskedOfWhoCoversHer_AndNothingIsWritten()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var women = await desk.Database.ActorAsync(Role.DataEntry, CaiKhe, "LHPN");

        var import = await ImportAsync(desk, officer, "1,Võ Văn Tèo,01/01/1990,Nam,092180000001,,,");

        Assert.Empty(await desk.Database.With(db => db.Memberships.IgnoreQueryFilters().Where(one => one.OrganizationId == Farmers(db)).ToListAsync()));
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Database.SendAs(officer, new GetPerson(1)));
        var asked = Assert.Single(Assert.Single((await desk.Database.SendAs(women, new ListProposals())).People).Proposals);
        Assert.Equal(ProposalKind.Membership, asked.Kind);
        Assert.Equal(1, (await desk.Database.SendAs(women, new DecideProposals([asked.Id], false, "Không phải, số bị ghi nhầm"))).Value);
        Assert.NotEqual(0, import);
    }

    [Fact]
    public async Task HomeInAnotherWard_IsForThatWardToSay()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var officer = await desk.Database.ActorAsync(Role.DataEntry, CaiKhe, "HND");
        var there = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var elsewhere = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "LHPN");
        var choices = new ListChoices { Values = new Dictionary<string, string> { ["Address|phuong tan an, quan ninh kieu"] = "Phường Tân An, Quận Ninh Kiều" } };
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Họ và tên,Ngày sinh,Giới tính,Địa chỉ\nPhan Văn Bảy,06/06/1986,Nam,\"Số 9, phường Tân An, quận Ninh Kiều\"\n"));
        var id = (await desk.Database.SendAs(officer, new ReceiveMemberList(content, "list.csv", "HND", CaiKhe, ImportDesk.AsOf, Choices: choices))).Value;
        await desk.Database.SendAs(officer, new CheckMemberList(id));
        await desk.Database.SendAs(officer, new CommitMemberImport(id));

        Assert.Empty(await desk.Database.With(db => db.Residences.IgnoreQueryFilters().ToListAsync()));
        Assert.Equal(
            (0, 1, 0),
            (await desk.Database.SendAs(officer, new CountProposals()), await desk.Database.SendAs(there, new CountProposals()), await desk.Database.SendAs(elsewhere, new CountProposals())));
        var asked = Assert.Single(Assert.Single((await desk.Database.SendAs(there, new ListProposals())).People).Proposals);

        Assert.Equal(1, (await desk.Database.SendAs(there, new DecideProposals([asked.Id], true, "Đang ở khu vực 3"))).Value);
        Assert.Equal(["Số 9, phường Tân An, quận Ninh Kiều"], await desk.Database.With(db => db.Residences.IgnoreQueryFilters().Select(home => home.Address).ToListAsync()));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000)]
    public async Task SequentialNumbers_StopTheList_ShowNoHit_AndAreLoggedAtTheirPlace(int numbers)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([.. Enumerable.Range(1, 60).Select(n => Line(n, $"Lê Thị {Name(n)}", Number(n * 15)))], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var list = new StringBuilder(ImportDesk.Header + "\n");
        for (var n = 1; n <= numbers; n++)
            list.Append(CultureInfo.InvariantCulture, $"{Line(n, $"Võ Văn {Name(n)}", Number(n), "01/01/1990", "Nam")}\n");

        var checkedList = await CheckAsync(desk, officer, list.ToString());
        var again = await CheckAsync(desk, officer, $"{ImportDesk.Header}\n{Line(1, "Võ Văn Xa", Number(45), "01/01/1990", "Nam")}\n");

        Assert.Equal([new TooManyForeignNumbers(20), new TooManyForeignNumbers(20)], [checkedList.Refusal!, again.Refusal!]);
        var import = await desk.Database.With(db => db.MemberImports.IgnoreQueryFilters().OrderByDescending(one => one.Id).Skip(1).FirstAsync());
        Assert.Equal(MemberImportState.Refused, import.State);
        Assert.Empty((await desk.Database.SendAs(officer, new GetImportPreview(import.Id))).Value.Rows);
        var logged = await desk.Database.With(db => db.AuditEntries.IgnoreQueryFilters().Where(entry => entry.Kind == AuditKind.NumbersTried).ToListAsync());
        Assert.Equal("{\"numbers\":21,\"stopped\":true}", Assert.Single(logged).Details);
        Assert.NotNull(logged[0].LocalityId);
    }

    [Fact]
    public async Task SameListTwice_CountsItsNumbersOnce_AndTheRightNumbersNever()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([.. Enumerable.Range(1, 40).Select(n => Line(n, $"Lê Thị {Name(n)}", Number(n)))], "LHPN");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var right = string.Join('\n', Enumerable.Range(1, 40).Select(n => Line(n, $"Lê Thị {Name(n)}", Number(n))));
        var wrong = string.Join('\n', Enumerable.Range(1, 20).Select(n => Line(n, $"Võ Văn {Name(n)}", Number(n), "01/01/1990", "Nam")));

        var outcomes = new[]
        {
            await CheckAsync(desk, officer, $"{ImportDesk.Header}\n{right}\n"),
            await CheckAsync(desk, officer, $"{ImportDesk.Header}\n{wrong}\n"),
            await CheckAsync(desk, officer, $"{ImportDesk.Header}\n{wrong}\n"),
        };

        Assert.All(outcomes, outcome => Assert.False(outcome.IsRefused));
        Assert.Equal(20, await desk.Database.With(db => db.NumbersTried.CountAsync()));
    }

    [Fact]
    public async Task NumberTypedForSomebody_CountsToo()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([.. Enumerable.Range(1, 30).Select(n => Line(n, $"Lê Thị {Name(n)}", Number(n)))], "LHPN");
        await desk.ImportAsync(["1,Võ Văn Tèo,01/01/1990,Nam,,,,"], "HND", NinhKieu);
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");
        var refusals = new List<Domain.Refusal>();

        for (var n = 1; n <= 25; n++)
        {
            refusals.Add((await desk.Database.SendAs(
                officer, new CorrectPerson(31, new Dictionary<PersonField, string?> { [PersonField.CitizenId] = Number(n) }, "Ghi số theo thẻ"))).Refusal!);
        }

        Assert.Equal((20, 5), (refusals.OfType<CitizenIdBelongsToSomebodyElse>().Count(), refusals.OfType<TooManyForeignNumbers>().Count()));
    }

    private static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"0921800{n % 100_000:00000}");

    private static string Line(int n, string name, string number, string? birth = null, string sex = "Nữ") =>
        string.Create(CultureInfo.InvariantCulture, $"{n},{name},{birth ?? new DateOnly(1950 + (n % 40), 1 + (n % 12), 1 + (n % 28)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)},{sex},{number},,,");

    private static string Name(int n) => string.Concat(n.ToString("000000", CultureInfo.InvariantCulture).Select(digit => "ABCDEGHIKL"[digit - '0'])).Insert(3, " ");

    private static long Farmers(MembershipDb db) => db.Organizations.Single(one => one.Code == "HND").Id;

    /// <summary>Everything of everybody but what the list's own unit has begun.</summary>
    private static async Task<List<string>> OthersAsync(ImportDesk desk) =>
        [.. (await RegisterContent.ReadAsync(desk.Database)).Where(line => line.StartsWith("People", StringComparison.Ordinal) || line.StartsWith("Residences", StringComparison.Ordinal)
            || (line.StartsWith("Memberships", StringComparison.Ordinal) && line.Contains("IsClaim=0", StringComparison.Ordinal)))];

    private static async Task<Domain.Outcome<MemberImport>> CheckAsync(ImportDesk desk, Actor officer, string list)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(list));
        var received = await desk.Database.SendAs(officer, new ReceiveMemberList(content, "list.csv", "HND", NinhKieu, ImportDesk.AsOf));
        return await desk.Database.SendAs(officer, new CheckMemberList(received.Value));
    }

    private static async Task<long> ImportAsync(ImportDesk desk, Actor officer, params string[] lines)
    {
        var import = await CheckAsync(desk, officer, $"{ImportDesk.Header}\n{string.Join('\n', lines)}\n");
        _ = (await desk.Database.SendAs(officer, new CommitMemberImport(import.Value.Id))).Value;
        return import.Value.Id;
    }
}
