using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

/// <summary>A list of Hội Nông dân phường Cái Khế whose members live in several communes, most of them under their old names.</summary>
public sealed class OldPlacesTests
{
    private const string Header = "Họ và tên,Ngày sinh,Giới tính,Địa chỉ,Ngày vào Hội";
    private const string TanAn = "Phường Tân An, Quận Ninh Kiều";
    private const string MyKhanh = "Xã Mỹ Khánh, Huyện Phong Điền";

    /// <summary>No citizen numbers: who was found again was found by where she lives, or belongs.</summary>
    private static readonly string[] List =
    [
        "Lê Thị Sen,12/05/1980,Nữ,\"Số 1, P. Tân An, Q.NK\",01/06/2019",
        "Trần Văn Súng,03/02/1965,Nam,\"Ấp 2, xã Mỹ Khánh, H. Phong Điền, TPCT\",",
        "Phạm Thị Lành,04/04/1990,Nữ,\"Số 7, phường Cái Khế\",",
        "Võ Văn Út,05/05/1985,Nam,\"Số 9, Phường 1\",",
        "Phan Văn Bảy,06/06/1986,Nam,\"Số 9, phường Tân An, quận Ninh Kiều\",",
    ];

    private static readonly ListChoices Answers = new()
    {
        Values = new Dictionary<string, string>
        {
            ["Address|phuong tan an, quan ninh kieu"] = TanAn,
            ["Address|xa my khanh, huyen phong dien"] = MyKhanh,
            ["Address|phuong 1"] = "",
        },
    };

    [Fact]
    public async Task Addresses_OfOtherCommunes_AreAskedOnceWithWhatTheyCanMean()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, List);

        var values = (await desk.Database.Send(new GetUnknownValues(import.Id))).Value;
        var places = (await desk.Database.Send(new GetPlacesToChoose(import.Id, [.. values.Select(value => value.Text)]))).Value;
        await desk.CommitAsync(import.Id);

        Assert.Equal(
            [
                new UnknownValue(MemberField.Address, "phường Tân An, quận Ninh Kiều", "Address|phuong tan an, quan ninh kieu", 2),
                new UnknownValue(MemberField.Address, "xã Mỹ Khánh, huyện Phong Điền", "Address|xa my khanh, huyen phong dien", 1),
                new UnknownValue(MemberField.Address, "phường 1", "Address|phuong 1", 1),
            ],
            values);
        Assert.Equal([TanAn], places.Meant["phường Tân An, quận Ninh Kiều"]);
        Assert.Equal(5, places.Meant["phường 1"].Count);
        Assert.Equal(("Phường Cái Khế", 102, true), (places.Own, places.Communes.Count, places.Communes.Contains("Phường Tân An, Thành phố Cần Thơ")));
        Assert.All(await HomesAsync(desk), home => Assert.EndsWith(" 31120", home, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Addresses_WhenAnswered_AreWherePeopleLive_AndTheirMembershipStays()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, List, Answers);

        var rows = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.Select(row => row.Row.Details).ToArray();
        await desk.CommitAsync(import.Id);

        Assert.All(rows, row => Assert.Empty(row.Warnings));
        Assert.Equal([new ShownChange("Cư trú", null, $"{TanAn}, từ 01/06/2019")], rows[0].Changes);
        Assert.Empty(rows[2].Changes);
        // She joined when the ward was still the old one; the others are known there since the day of the list.
        Assert.Equal(
            ["Lê Thị Sen 2019-06-01 31135", "Lê Thị Sen 2025-07-01 31135", "Phan Văn Bảy 2025-12-31 31135", "Phạm Thị Lành 2025-12-31 31120", "Trần Văn Súng 2025-12-31 31150", "Võ Văn Út 2025-12-31 31120"],
            await HomesAsync(desk));
        Assert.Equal(["Hội Nông dân phường Cái Khế"], await desk.Database.With(db => db.Memberships
            .Join(db.OrganizationUnits, one => one.UnitId, unit => unit.Id, (_, unit) => unit.Name).Distinct().ToListAsync()));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task SameListTwice_IsUnchanged_WithAndWithoutTheAnswers()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, List, Answers);
        var before = await RegisterContent.ReadAsync(desk.Database);

        var remembered = await CheckAsync(desk, List);
        var asked = await CheckAsync(desk, [.. List.Select(line => "1," + line)], header: "STT," + Header);

        Assert.Equal([(0, 0, 5, 0, 0), (0, 0, 5, 0, 0)], new[] { remembered, asked }.Select(ImportDesk.Counts));
        Assert.Equal((0, 3), (await UnknownAsync(desk, remembered), await UnknownAsync(desk, asked)));
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task Members_WhoLiveElsewhereByNow_AreFoundByTheirUnit()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, List[..1], Answers);

        var import = await CheckAsync(desk, ["1,Lê Thị Sen,12/05/1980,Nữ,,"], header: "STT," + Header);

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(import));
    }

    [Fact]
    public async Task Effects_OfAnsweredAddresses_AreWhatTheCommitDoesInEachCommune()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Lý Văn Cũ,01/01/1970,Nam,,,,"], "LHPN", "31135");
        var import = await CheckAsync(desk, List, Answers);

        var told = (await desk.Database.Send(new GetImportEffects(import.Id))).Value;
        await desk.CommitAsync(import.Id);

        Assert.Equal(["Phường Cái Khế 2", "Phường Ninh Kiều 3", "Phường An Bình 1"], told.Effects.Select(effect => $"{effect.LocalityName} {effect.After.Numerator}"));
        foreach (var (code, effect) in new[] { "31120", "31135", "31150" }.Zip(told.Effects))
        {
            var after = (await desk.Database.Send(new GetIndicatorProgress("participation", code, told.AsOf, null, 0))).Value;
            Assert.Equal(after.Whole.Measure, effect.After);
        }

        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Undo_RestoresTheStateBefore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Trần Văn Súng,03/02/1965,Nam,,,,"], "LHPN");
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await ImportAsync(desk, List, Answers);
        Assert.NotEqual(before, await RegisterContent.ReadAsync(desk.Database));

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, "Nhập nhầm danh sách của phường khác"))).Value;

        Assert.DoesNotContain(undone.Rows.Keys, outcome => outcome != UndoOutcome.Restored);
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task KnownPeople_GetTheAnsweredCommuneOnlyWhereTheyLiveNowhere()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Trần Văn Súng,03/02/1965,Nam,,,,", "2,Lê Thị Sen,12/05/1980,Nữ,,,,"], asOf: new DateOnly(2025, 9, 30));
        await desk.Database.With(async db =>
        {
            var sung = await db.Residences.SingleAsync(home => home.PersonId == db.People.Single(person => person.FullName == "Trần Văn Súng").Id);
            db.Entry(sung).Property(home => home.To).CurrentValue = new DateOnly(2025, 11, 30);
            return await db.SaveChangesAsync();
        });

        var import = await CheckAsync(desk, List[..2], Answers);
        var shown = (await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows.SelectMany(row => row.Row.Details.Changes).ToArray();
        await desk.CommitAsync(import.Id);

        Assert.Contains(new ShownChange("Cư trú", null, $"{MyKhanh}, từ 31/12/2025"), shown);
        Assert.Equal(
            ["Lê Thị Sen 2025-09-30 31120", "Trần Văn Súng 2025-09-30 31120", "Trần Văn Súng 2025-12-31 31150"], await HomesAsync(desk));
    }

    [Fact]
    public async Task Officer_OfTheWard_ProposesWhereHerMembersLiveElsewhere_AndSeesNothingOfTheOtherWard()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Lý Văn Cũ,01/01/1970,Nam,,,,"], "HND", "31135");
        var officer = await desk.Database.ActorAsync(Role.DataEntry, "31120", "HND");
        using var content = Content(Header, List);
        var id = (await desk.Database.SendAs(officer, new ReceiveMemberList(content, "list.csv", "HND", "31120", ImportDesk.AsOf, Choices: Answers))).Value;
        await desk.Database.SendAs(officer, new CheckMemberList(id));

        var told = (await desk.Database.SendAs(officer, new GetImportEffects(id))).Value;
        var committed = await desk.Database.SendAs(officer, new CommitMemberImport(id));

        Assert.Equal(5, committed.Value.People);
        Assert.Equal(("Phường Cái Khế", false), (Assert.Single(told.Effects).LocalityName, told.OthersMayChange));
        var wards = await desk.Database.With(db => db.Proposals.IgnoreQueryFilters().Select(one => one.WardId!.Value).ToListAsync());
        Assert.Equal(["31135", "31135", "31150"], wards.Select(ward => desk.Database.Services.GetRequiredService<LocalityDirectory>().FactOf(ward, ImportDesk.AsOf)!.Code).Order());
        await using var session = desk.Database.Services.CreateAsyncScope();
        session.ServiceProvider.GetRequiredService<ScopeInForce>().Enter(officer.ScopeOf(Permission.ImportLists));
        var db = session.ServiceProvider.GetRequiredService<MembershipDb>();
        Assert.Equal((5, 2), (await db.People.CountAsync(), await db.Residences.CountAsync()));
    }

    [Fact]
    public async Task Answer_ThatIsNoCommune_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, List);
        var choices = new ListChoices { Values = new Dictionary<string, string> { ["Address|phuong 1"] = "Sóc Trăng" } };

        var refused = await desk.Database.Send(new ChooseListReading(import.Id, choices));
        var notReceived = await desk.Database.Send(new ReceiveMemberList(Content(Header, List), "list.csv", "HND", "31120", ImportDesk.AsOf, Choices: choices));

        Assert.Equal([new CommuneNotFound("Sóc Trăng"), new CommuneNotFound("Sóc Trăng")], [refused.Refusal!, notReceived.Refusal!]);
    }

    [Fact]
    public async Task Staging_OfAnEarlierRelease_IsBroughtUp()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await CheckAsync(desk, List);
        var file = Directory.EnumerateFiles(desk.Database.Folder.Root, "rows.db", SearchOption.AllDirectories).Single();
        await using (var staging = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await staging.OpenAsync();
            await using var command = staging.CreateCommand();
            command.CommandText = "ALTER TABLE Rows DROP COLUMN CommuneId";
            await command.ExecuteNonQueryAsync();
        }

        await desk.CommitAsync(import.Id);

        Assert.Equal(5, (await HomesAsync(desk)).Count);
    }

    [Fact]
    public async Task WholeNames_OfAllCommunesOfAllTimes_MeanOneEach()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var directory = desk.Database.Services.GetRequiredService<LocalityDirectory>();
        var names = directory.CommuneNames;
        var matcher = new PlaceMatcher(names, 0, new HashSet<long>(), ImportDesk.AsOf);

        Assert.Equal(directory.Everywhere.Count - 31, names.All.Select(name => name.LocalityId).Distinct().Count());
        foreach (var name in names.All)
        {
            Assert.Equal(name.LocalityId, names.IdOf(names.Whole(name)));
            var read = matcher.Match(names.Whole(name));
            Assert.Contains(name.LocalityId, read.Candidates.Select(one => one.LocalityId));
            Assert.Equal(read.Candidates, matcher.Match(read.Text).Candidates);
        }
    }

    private static MemoryStream Content(string header, string[] lines) => new(System.Text.Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', lines)}\n"));

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, string[] lines, ListChoices? choices = null, string header = Header)
    {
        var received = await desk.ReceiveAsync($"{header}\n{string.Join('\n', lines)}\n", choices: choices);
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }

    private static async Task<MemberImport> ImportAsync(ImportDesk desk, string[] lines, ListChoices choices)
    {
        var import = await CheckAsync(desk, lines, choices);
        await desk.CommitAsync(import.Id);
        return import;
    }

    private static async Task<int> UnknownAsync(ImportDesk desk, MemberImport import) => (await desk.Database.Send(new GetUnknownValues(import.Id))).Value.Count;

    /// <summary>Name, first day and official code of the commune, of every residence.</summary>
    private static Task<List<string>> HomesAsync(ImportDesk desk) => desk.Database.With(async db =>
        (await db.Residences.Join(db.People, home => home.PersonId, person => person.Id, (home, person) => new { home, person.FullName }).ToListAsync())
        .Select(row => $"{row.FullName} {row.home.From:yyyy-MM-dd} {desk.Database.Services.GetRequiredService<LocalityDirectory>().FactOf(row.home.LocalityId, row.home.From)!.Code}")
        .Order(StringComparer.Ordinal).ToList());
}
