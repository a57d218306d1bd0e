using System.Text;
using Membership.App.Audit;
using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>A list of Hội Nông dân that also says who is in other organizations: one person, several memberships.</summary>
public sealed class SeveralOrganizationsTests
{
    private const string Header = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Chi hội,Ngày vào Hội,HND,LHPN,CCB,Đảng viên";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,Khu vực 1,01/06/2019,x,x,,";
    private const string Sung = "2,Trần Văn Súng,03/02/1965,Nam,092065000002,Khu vực 2,,x,,2001,03/02/1990";
    private const string Lanh = "3,Phạm Thị Lành,04/04/1990,Nữ,092190000003,Khu vực 2,,,x,,";

    private static readonly string[] Expected =
    [
        "Lê Thị Sen HND 2019-06-01 2019-06-01 Branch", "Lê Thị Sen LHPN 2025-12-31  BaseUnit", "Phạm Thị Lành LHPN 2025-12-31  BaseUnit",
        "Trần Văn Súng CCB 2001-01-01 2001 BaseUnit", "Trần Văn Súng DANG 1990-02-03 1990-02-03 BaseUnit", "Trần Văn Súng HND 2025-12-31  Branch",
    ];

    [Fact]
    public async Task Commit_OfNewPeople_OpensAMembershipInEachTickedOrganization()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, Sen, Sung, Lanh);

        await desk.CommitAsync(import.Id);

        Assert.Equal((3, 0, 0, 0, 0), ImportDesk.Counts(import));
        Assert.Equal(Expected, await MembershipsAsync(desk));
        Assert.Equal(3, await desk.Database.With(db => db.People.CountAsync()));
        Assert.Equal(
            ["CCB Hội Cựu chiến binh phường Cái Khế", "DANG Đảng phường Cái Khế", "HND Hội Nông dân phường Cái Khế", "LHPN Hội Phụ nữ phường Cái Khế"],
            await desk.Database.With(db => db.OrganizationUnits.Where(unit => unit.Kind == OrganizationUnitKind.BaseUnit && unit.ImportId == import.Id)
                .Join(db.Organizations, unit => unit.OrganizationId, one => one.Id, (unit, one) => one.Code + " " + unit.Name).OrderBy(name => name).ToListAsync()));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Preview_ShowsTheOtherMemberships_AndWhoIsNoMemberOfTheListsOwn()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, Sen, Sung, Lanh);

        var rows = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.Select(row => row.Row.Details).ToArray();

        Assert.Equal([new ShownChange("Hội Phụ nữ", null, "hội viên từ 31/12/2025")], rows[0].Changes);
        Assert.Equal(
            [new ShownChange("Hội Cựu chiến binh", null, "hội viên từ 01/01/2001"), new ShownChange("Đảng", null, "đảng viên từ 03/02/1990")], rows[1].Changes);
        Assert.Equal([RowWarningCode.NotInOwnOrganization], rows[2].Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task SameListTwice_IsUnchangedAndWritesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, Sen, Sung, Lanh);
        var before = await RegisterContent.ReadAsync(desk.Database);

        var again = await CheckAsync(desk, Sen, Sung, Lanh);
        var committed = await desk.Database.Send(new CommitMemberImport(again.Id));

        Assert.Equal((0, 0, 3, 0, 0), ImportDesk.Counts(again));
        Assert.IsType<NothingToWrite>(committed.Refusal);
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task OneList_IsAsGoodAsOneForEachOrganization()
    {
        await using var desk = await ImportDesk.OpenAsync();
        foreach (var (organization, lines) in new[] { ("HND", new[] { Sen, Sung }), ("LHPN", [Sen, Lanh]), ("CCB", [Sung]), ("DANG", [Sung]) })
            await desk.ImportAsync([.. lines.Select(line => Alone(line, organization))], organization);

        var import = await CheckAsync(desk, Sen, Sung, Lanh);

        Assert.Equal((0, 0, 3, 0, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Commit_OfKnownPeople_OpensWhatIsMissing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([.. new[] { Sen, Sung, Lanh }.Select(line => Alone(line, ""))], "CTD");

        var import = await ImportAsync(desk, Sen, Sung, Lanh);

        Assert.Equal((0, 3, 0, 0, 0), ImportDesk.Counts(import));
        Assert.Equal(Expected, (await MembershipsAsync(desk)).Where(line => !line.Contains(" CTD ", StringComparison.Ordinal)));
        Assert.Equal(
            ["CCB 2001-01-01", "DANG 1990-02-03", "HND 2025-12-31"],
            await desk.Database.With(db => db.PersonChanges
                .Where(change => change.PersonId == db.People.Single(person => person.FullName == "Trần Văn Súng").Id && change.Field == "Membership")
                .Select(change => change.After!).OrderBy(text => text).ToListAsync()));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        Assert.Empty((await desk.Database.Send(new VerifyAudit())).Breaks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undo_RestoresTheStateBefore(bool areKnown)
    {
        await using var desk = await ImportDesk.OpenAsync();
        if (areKnown)
            await desk.ImportAsync([Alone(Sung, ""), Alone(Lanh, "")], "LHPN");
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await ImportAsync(desk, Sen, Sung, Lanh);
        Assert.NotEqual(before, await RegisterContent.ReadAsync(desk.Database));

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, "Nhập nhầm danh sách của phường khác"))).Value;

        Assert.DoesNotContain(undone.Rows.Keys, outcome => outcome != UndoOutcome.Restored);
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Undo_WhenTheOtherOrganizationsOwnListCameSince_KeepsThePerson()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await ImportAsync(desk, Sen, Sung);
        await desk.ImportAsync([Alone(Sung, "CCB").Replace("2001", "05/2000", StringComparison.Ordinal)], "CCB");

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, "Nhập nhầm danh sách của phường khác"))).Value;

        Assert.Equal((1, 1), (undone.RowsOf(UndoOutcome.Restored), undone.RowsOf(UndoOutcome.KeptAsInLaterList)));
    }

    [Fact]
    public async Task Membership_Elsewhere_StaysWhereItIs_AndFoundsNoUnit()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Alone(Sung, "CCB")], "CCB", "31135");

        await ImportAsync(desk, Sung);

        var unit = Assert.Single(await desk.Database.With(db => db.OrganizationUnits.Where(unit => unit.OrganizationId == 7 && unit.Kind == OrganizationUnitKind.BaseUnit).ToListAsync()));
        Assert.Equal("Hội Cựu chiến binh phường Ninh Kiều", unit.Name);
        Assert.Single(await MembershipsAsync(desk), line => line.Contains(" CCB ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Effects_AreWhatTheCommitDoes_AndCountEachPersonOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Alone(Sen, "LHPN")], "LHPN");
        var import = await CheckAsync(desk, Sen, Sung, Lanh);

        var told = (await desk.Database.Send(new GetImportEffects(import.Id))).Value;
        await desk.CommitAsync(import.Id);

        var after = (await desk.Database.Send(new GetIndicatorProgress("participation", "31120", told.AsOf, null, 0))).Value;
        var effect = Assert.Single(told.Effects);
        Assert.Equal((1, 3), (effect.Before.Numerator, effect.After.Numerator));
        Assert.Equal(after.Whole.Measure, effect.After);
    }

    [Fact]
    public async Task FullList_ProposesThoseWhomItTicksForOthersOnly()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Alone(Sen, "HND"), Alone(Lanh, "HND")], asOf: new DateOnly(2025, 9, 30));

        var import = await CheckAsync(desk, new ListChoices { Mode = ListMode.Full }, Sen, Lanh);

        Assert.Equal(1, import.MissingMembers);
    }

    [Fact]
    public async Task OfficerOfOneOrganization_WritesNoMembershipOfAnother_AndIsTold()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var officer = await desk.Database.ActorAsync(Role.DataEntry, "31120", "HND");

        var import = await CheckAsync(desk, officer, ListChoices.None, Sen, Sung, Lanh);
        var committed = await desk.Database.SendAs(officer, new CommitMemberImport(import.Id));

        var findings = (await desk.Database.SendAs(officer, new GetImportFindings(import.Id))).Value;
        Assert.Equal([new FoundWarning(RowWarningCode.OrganizationOutOfScope, 3, 2)], findings.Warnings);
        Assert.Equal([new FoundProblem(RowProblemCode.OnlyInOtherOrganizations, 1, 4)], findings.Problems);
        Assert.Equal(2, committed.Value.People);
        Assert.All(await MembershipsAsync(desk), line => Assert.Contains(" HND ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commit_ByAnOfficerOfOne_OfAListThatWasReadWithMore_IsRefusedUntilSheReadsIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var officer = await desk.Database.ActorAsync(Role.DataEntry, "31120", "HND");
        var import = await CheckAsync(desk, Sen, Sung);

        var refused = await desk.Database.SendAs(officer, new CommitMemberImport(import.Id));
        await desk.Database.SendAs(officer, new CheckMemberList(import.Id));
        var committed = await desk.Database.SendAs(officer, new CommitMemberImport(import.Id));

        Assert.Equal(["Đảng", "Hội Phụ nữ", "Hội Cựu chiến binh"], Assert.IsType<OrganizationsBeyondScope>(refused.Refusal).Names);
        Assert.Equal(2, committed.Value.People);
    }

    [Fact]
    public async Task UnknownValues_AreExplainedOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        const string list = "Họ và tên,Ngày sinh,Số CCCD,Dân tộc,Tôn giáo,Đoàn thể\n"
            + "Lê Thị Sen,12/05/1980,092180000001,Tà Ru,Đạo Mới,PN\nTrần Văn Súng,03/02/1965,092065000002,tà ru,Phật,HND; Hội Thơ\n";
        var id = (await desk.ReceiveAsync(list)).Value;
        await desk.Database.Send(new CheckMemberList(id));

        var values = (await desk.Database.Send(new GetUnknownValues(id))).Value;
        await desk.Database.Send(new ChooseListReading(id, new ListChoices { Values = values.ToDictionary(value => value.Key, Meaning) }));
        var import = (await desk.Database.Send(new CheckMemberList(id))).Value;

        Assert.Equal(["EthnicGroup Tà Ru 2", "Religion Đạo Mới 1", "Organization Hội Thơ 1"], values.Select(value => $"{value.Field} {value.Text} {value.Rows}"));
        Assert.Empty((await desk.Database.Send(new GetUnknownValues(id))).Value);
        var people = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.Select(row => row.Row.Listed!);
        Assert.Equal(["Tà-ôi {\"LHPN\":null}", "Tà-ôi {\"CCB\":null}"], people.Select(person => $"{person.Ethnicity} {person.AlsoIn?.Text}"));
    }

    private static string Meaning(UnknownValue value) => value.Field switch
    {
        MemberField.EthnicGroup => "Tà-ôi",
        MemberField.Organization => "CCB",
        _ => "",
    };

    private static Task<MemberImport> CheckAsync(ImportDesk desk, params string[] lines) => CheckAsync(desk, ListChoices.None, lines);

    private static Task<MemberImport> CheckAsync(ImportDesk desk, ListChoices choices, params string[] lines) => CheckAsync(desk, Actor.OfThisMachine, choices, lines);

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, Actor officer, ListChoices choices, params string[] lines)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', lines)}\n"));
        var received = await desk.Database.SendAs(officer, new ReceiveMemberList(content, "list.csv", "HND", "31120", ImportDesk.AsOf, Choices: choices));
        return (await desk.Database.SendAs(officer, new CheckMemberList(received.Value))).Value;
    }

    private static async Task<MemberImport> ImportAsync(ImportDesk desk, params string[] lines)
    {
        var import = await CheckAsync(desk, lines);
        await desk.CommitAsync(import.Id);
        return import;
    }

    /// <summary>The line as the list of one organization alone has it, under <see cref="ImportDesk.Header"/>.</summary>
    private static string Alone(string line, string organization)
    {
        var cells = line.Split(',');
        var (branch, joined) = organization switch
        {
            "HND" => (cells[5], cells[6]),
            "CCB" => ("", cells[9]),
            "DANG" => ("", cells[10]),
            _ => ("", ""),
        };
        return string.Join(',', cells[0], cells[1], cells[2], cells[3], cells[4], "", branch, joined);
    }

    private static Task<List<string>> MembershipsAsync(ImportDesk desk) => desk.Database.With(async db =>
        (await db.Memberships.Join(db.People, one => one.PersonId, person => person.Id, (one, person) => new { one, person.FullName })
            .Join(db.Organizations, row => row.one.OrganizationId, organization => organization.Id, (row, organization) => new { row.one, row.FullName, organization.Code })
            .Join(db.OrganizationUnits, row => row.one.UnitId, unit => unit.Id, (row, unit) => new { row.one, row.FullName, row.Code, unit.Kind }).ToListAsync())
        .Select(row => $"{row.FullName} {row.Code} {row.one.From:yyyy-MM-dd} {row.one.AdmittedOn} {row.Kind}").Order(StringComparer.Ordinal).ToList());
}
