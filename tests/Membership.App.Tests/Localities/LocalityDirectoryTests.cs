using System.Globalization;
using Membership.App.Localities;
using Membership.Domain.Localities;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Localities;

public sealed class LocalityDirectoryTests : IAsyncLifetime
{
    private static readonly DateOnly LastOldDay = new(2025, 6, 30);
    private static readonly DateOnly FirstNewDay = new(2025, 7, 1);

    private TestDatabase _database = null!;
    private LocalityDirectory _directory = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _directory = _database.Services.GetRequiredService<LocalityDirectory>();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("31135", "2025-06-30", "Phường Tân An")]
    [InlineData("31135", "2025-07-01", "Phường Ninh Kiều")]
    [InlineData("31147", "2025-06-30", "Phường Hưng Lợi")]
    [InlineData("31147", "2025-07-01", "Phường Tân An")] // which holds nobody of the old one
    [InlineData("31522", "2024-08-31", "Phường 9")]
    [InlineData("31522", "2024-09-01", "Phường 1")] // took the code of Phường 9
    [InlineData("31513", "2024-08-31", "Phường 1")]
    [InlineData("31513", "2024-09-01", null)]
    [InlineData("931", "2020-01-31", "Thị xã Ngã Bảy")]
    [InlineData("931", "2020-02-01", "Thành phố Ngã Bảy")]
    [InlineData("92", "2018-12-31", null)] // before the facts begin
    [InlineData("99999", "2025-07-01", null)]
    public void Find_ByCode_AnswersForTheDay(string code, string day, string? name) => Assert.Equal(name, Find(code, Day(day))?.Name);

    [Fact]
    public void TanAn_OldAndNew_AreTwoLocalities()
    {
        var old = Find("31135", LastOldDay)!;
        var today = Find("31147", FirstNewDay)!;

        Assert.Equal((old.Name, "Phường Ninh Kiều"), (today.Name, _directory.DefaultSuccessorOf(old.LocalityId)?.Name));
        Assert.NotEqual(old.LocalityId, today.LocalityId);
        Assert.Equal(["Phường An Khánh", "Phường Hưng Lợi"], PredecessorsOf(today).Select(fact => fact.Name));
    }

    [Fact]
    public void CommuneNames_OfToday_KnowTheDistrictsOfBefore()
    {
        var former = _directory.CommuneNames.All.Where(name => name.HoldsOn(FirstNewDay)).ToDictionary(name => name.Name, name => name.FormerParents);

        Assert.Equal(["Quận Ninh Kiều"], former["Phường Ninh Kiều"]);
        Assert.Equal(["Quận Ninh Kiều", "Quận Bình Thuỷ"], former["Phường Cái Khế"]);
    }

    [Theory]
    [InlineData("31178", "Phường Bình Thủy")] // Bùi Hữu Nghĩa
    [InlineData("31183", "Phường Long Tuyền")]
    [InlineData("31207", "Phường Thốt Nốt")]
    public void DividedCommune_ByDefault_GoesWhereItsMainPartWent(string code, string successor)
    {
        var old = Find(code, LastOldDay)!;

        Assert.True(_directory.WasDivided(old.LocalityId));
        Assert.Equal(successor, _directory.DefaultSuccessorOf(old.LocalityId)?.Name);
    }

    [Fact]
    public void OldCommunes_Always_ContinueOrHaveADefaultSuccessor()
    {
        var communes = _directory.All(new DateOnly(2019, 1, 1)).Concat(_directory.All(LastOldDay)).Where(fact => fact.Kind.IsCommuneLevel()).ToList();

        Assert.All(communes, fact => Assert.NotEqual(_directory.EndOf(fact.LocalityId) is null, _directory.DefaultSuccessorOf(fact.LocalityId) is not null));
        Assert.Equal(3, communes.Select(fact => fact.LocalityId).Distinct().Count(_directory.WasDivided));
    }

    [Theory]
    [InlineData("31213")] // Tân Lộc
    [InlineData("31249")] // Thạnh Phú
    [InlineData("31264")] // Thới Hưng
    [InlineData("31309")] // Trường Long
    [InlineData("31537")] // Phong Nẫm
    [InlineData("31603")] // Mỹ Phước
    [InlineData("31795")] // Vĩnh Hải
    [InlineData("31810")] // Lai Hòa
    public void UnchangedCommune_In2025_KeepsItsIdentityUnderTheCity(string code)
    {
        var before = Find(code, LastOldDay)!;
        var after = Find(code, FirstNewDay)!;

        Assert.Equal((before.LocalityId, before.Name), (after.LocalityId, after.Name));
        Assert.Null(_directory.EndOf(before.LocalityId));
        Assert.Equal(Find("92", FirstNewDay)!.LocalityId, after.ParentId);
    }

    [Fact]
    public void City_Through2025_StaysOneAndGrows()
    {
        var before = Find("92", LastOldDay)!;
        var after = Find("92", FirstNewDay)!;

        Assert.Equal(before.LocalityId, after.LocalityId);
        Assert.Equal(80, _directory.CommunesOf(before.LocalityId, LastOldDay).Count);
        Assert.Equal(103, _directory.CommunesOf(after.LocalityId, FirstNewDay).Count);
        Assert.Equal(after.LocalityId, _directory.DefaultSuccessorOf(Find("93", LastOldDay)!.LocalityId)?.LocalityId);
    }

    [Fact]
    public void ThoiBinh_In2024_KeepsItsIdentityAndTakesInThree()
    {
        var thoiBinh = Find("31123", new DateOnly(2024, 10, 31))!;

        var after = Find("31123", new DateOnly(2024, 11, 1))!;

        Assert.Equal(thoiBinh.LocalityId, after.LocalityId);
        Assert.Equal(["Phường An Cư", "Phường An Nghiệp", "Phường An Phú"], PredecessorsOf(after).Select(fact => fact.Name));
    }

    [Fact]
    public void Ward1OfSocTrang_In2024_IsANewIdentity()
    {
        var ward1 = Find("31522", new DateOnly(2024, 9, 1))!;

        Assert.Equal(["Phường 1", "Phường 9"], PredecessorsOf(ward1).Select(fact => fact.Name));
        Assert.Null(_directory.FactOf(ward1.LocalityId, new DateOnly(2024, 8, 31)));
    }

    [Fact]
    public void Ancestors_OfAnOldCommune_AreDistrictThenProvince()
    {
        var ward1 = Find("31522", LastOldDay)!;

        var names = _directory.AncestorsOf(ward1.LocalityId, LastOldDay).Select(id => _directory.FactOf(id, LastOldDay)!.Name);

        Assert.Equal(["Thành phố Sóc Trăng", "Tỉnh Sóc Trăng"], names);
    }

    [Fact]
    public void CommunesOf_ACommune_IsTheCommuneItself()
    {
        var commune = Find("31135", FirstNewDay)!;

        Assert.Equal([commune], _directory.CommunesOf(commune.LocalityId, FirstNewDay));
        Assert.Empty(_directory.CommunesOf(commune.LocalityId, LastOldDay));
    }

    [Fact]
    public void CommunesOf_ATown_AreInTheOrderOfTheirNumbers()
    {
        var town = Find("941", LastOldDay)!;

        var names = _directory.CommunesOf(town.LocalityId, LastOldDay).Select(fact => fact.Name);

        Assert.Equal(["Phường 1", "Phường 2", "Phường 3", "Phường 4", "Phường 5", "Phường 6", "Phường 7", "Phường 8", "Phường 10"], names);
    }

    [Fact]
    public void District_AfterItsEnd_HasNoSuccessor()
    {
        var district = Find("916", LastOldDay)!;

        Assert.Equal(FirstNewDay, _directory.EndOf(district.LocalityId));
        Assert.Null(_directory.FactOf(district.LocalityId, FirstNewDay));
        Assert.Null(_directory.DefaultSuccessorOf(district.LocalityId));
        Assert.False(_directory.WasDivided(district.LocalityId));
    }

    [Fact]
    public void Directory_UntilReloaded_AnswersFromMemory()
    {
        var reads = 0;
        var fact = new LocalityFact { LocalityId = 1, Code = "01", Name = "Phường Mẫu", Kind = LocalityKind.Ward, ValidFrom = FirstNewDay };
        var directory = new LocalityDirectory(() => new LocalityDirectoryContent(++reads == 1 ? [] : [fact], []));

        var before = directory.Find("01", FirstNewDay) ?? directory.Find("01", FirstNewDay);
        directory.Reload();

        Assert.Null(before);
        Assert.Equal("Phường Mẫu", directory.Find("01", FirstNewDay)?.Name);
        Assert.Equal(2, reads);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private LocalityFact? Find(string code, DateOnly day) => _directory.Find(code, day);

    /// <summary>What ended the day before the locality's latest beginning or enlargement and went to it, by name.</summary>
    private IEnumerable<LocalityFact> PredecessorsOf(LocalityFact successor)
    {
        DateOnly[] lastDays = [new(2020, 1, 31), new(2020, 2, 29), new(2024, 8, 31), new(2024, 10, 31), LastOldDay];
        return lastDays.SelectMany(_directory.All)
            .DistinctBy(fact => fact.LocalityId)
            .Where(fact => _directory.DefaultSuccessorOf(fact.LocalityId)?.LocalityId == successor.LocalityId)
            .OrderBy(fact => fact.Name, StringComparer.Ordinal);
    }
}
