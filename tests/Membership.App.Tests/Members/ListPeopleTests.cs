using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Tests.Indicators;
using Membership.Domain.Indicators;
using Membership.Testing;

namespace Membership.App.Tests.Members;

public sealed class ListPeopleTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(31, null)]
    [InlineData(32, "HND")]
    [InlineData(33, "CTD")] // not counted by the definition, but looked at alone
    public async Task EveryReason_OfARandomRegister_ListsExactlyThePeopleOfTheFigure(int seed, string? organization)
    {
        await RandomRegister.CreateAsync(_database, seed);
        var day = RandomRegister.Day(new Random(seed));

        foreach (var locality in new[] { TestRegister.City, TestRegister.CaiKhe, TestRegister.TanAn })
        {
            var explanation = (await _database.Send(new ExplainFigure(IndicatorDefinition.Participation, locality, day, organization))).Value;
            await AssertListedAsync(new(locality, day, IndicatorDefinition.Participation, organization), explanation.People);
            foreach (var exclusion in explanation.Exclusions)
                await AssertListedAsync(new(locality, day, IndicatorDefinition.Participation, organization, exclusion.Reason), exclusion.People);
            if (locality == TestRegister.City)
                await AssertListedAsync(new(locality, day, IndicatorDefinition.Participation, organization, CountingReason.LivesElsewhere), explanation.LivingElsewhere);
        }
    }

    [Fact]
    public async Task Search_WithoutDiacritics_FindsPartsOfNames()
    {
        var register = new TestRegister(_database);
        await AddNamedAsync(register, "Đặng Thị Ngọc Ánh", "Trần Văn Đức", "Nguyễn Thị Ngọc");
        await register.RecountAsync();

        var page = (await _database.Send(new ListPeople(TestRegister.City, TestRegister.Day, IndicatorDefinition.Participation, Search: "  thi ngoc"))).Value;

        Assert.Equal(2, page.Total);
        Assert.Equal(["Đặng Thị Ngọc Ánh", "Nguyễn Thị Ngọc"], page.People.Select(person => person.FullName));
    }

    [Theory]
    [InlineData("Đặng\u200B Thị Ngọc", 1)] // Zero width.
    [InlineData("Ðặng", 1)] // Eth.
    [InlineData("thi. ngoc.", 2)]
    [InlineData("Ánh Đặng Thị", 1)] // The given name first.
    [InlineData("Lí Quí", 1)]
    [InlineData("Lý Quý", 1)]
    [InlineData("goc", 2)] // One word alone also within words.
    [InlineData("goc an", 0)]
    [InlineData("...", 0)]
    public async Task Search_HoweverItIsTyped_FindsWhoIsMeant(string search, int found)
    {
        var register = new TestRegister(_database);
        await AddNamedAsync(register, "Đặng Thị Ngọc Ánh", "Lý Văn Quý", "Nguyễn Thị Ngọc");
        await register.RecountAsync();

        var page = (await _database.Send(new ListPeople(TestRegister.City, TestRegister.Day, IndicatorDefinition.Participation, Search: search))).Value;

        Assert.Equal((found, found), ((int)page.Total, page.People.Count));
    }

    [Fact]
    public async Task Names_AreSortedByGivenNameFamilyNameMiddleName()
    {
        var register = new TestRegister(_database);
        await AddNamedAsync(register, "Trần Văn Đức", "Nguyễn Văn Đức", "Lê Thị Đức", "Võ Dung", "Nguyễn Thị Đức", "Phạm Ánh", "Lê An");
        await register.RecountAsync();

        foreach (var locality in new[] { TestRegister.City, TestRegister.CaiKhe })
        {
            var page = (await _database.Send(new ListPeople(locality, TestRegister.Day, IndicatorDefinition.Participation))).Value;

            Assert.Equal(["Lê An", "Phạm Ánh", "Võ Dung", "Lê Thị Đức", "Nguyễn Thị Đức", "Nguyễn Văn Đức", "Trần Văn Đức"], page.People.Select(person => person.FullName));
        }
    }

    [Fact]
    public async Task Pages_OfFifty_FollowEachOtherWithoutRepeating()
    {
        var register = new TestRegister(_database);
        await register.AddMembersAsync(TestRegister.CaiKhe, 120, "HND");
        await register.RecountAsync();

        var pages = new List<PeoplePage>();
        foreach (var number in new[] { 1, 2, 3, 99 })
            pages.Add((await _database.Send(new ListPeople(TestRegister.City, TestRegister.Day, IndicatorDefinition.Participation, Page: number))).Value);

        Assert.Equal([50, 50, 20, 20], pages.Select(page => page.People.Count));
        Assert.Equal((3, 120, 3), (pages[0].Pages, pages[0].Total, pages[3].Page));
        Assert.Equal(120, pages.SelectMany(page => page.People).DistinctBy(person => person.Id).Count());
    }

    [Fact]
    public async Task Person_IsShownWithAMaskedNumberAndAllHerOrganizations()
    {
        var register = new TestRegister(_database);
        var left = new NewMembership("DTN", TestRegister.CaiKhe, To: TestRegister.Day);
        var memberships = new[] { "CTD", "HND" }.Select(code => new NewMembership(code, TestRegister.CaiKhe)).Append(left).ToArray();
        await register.AddPersonAsync(new(TestRegister.CaiKhe, memberships) { CitizenId = "092190001234" });
        await register.RecountAsync();

        var person = (await _database.Send(new ListPeople(TestRegister.City, TestRegister.Day, IndicatorDefinition.Participation))).Value.People.Single();

        Assert.Equal(("••••••••1234", "Phường Cái Khế"), (person.MaskedCitizenId, person.Commune.Name));
        Assert.Equal(["Hội Nông dân", "Hội Chữ thập đỏ"], person.Organizations);
    }

    private static async Task AddNamedAsync(TestRegister register, params string[] names)
    {
        foreach (var name in names)
            await register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { Name = name });
    }

    /// <summary>The total that the pages say and the people that they hold are both the figure.</summary>
    private async Task AssertListedAsync(ListPeople request, long expected)
    {
        var first = (await _database.Send(request)).Value;
        var ids = first.People.Select(person => person.Id).ToList();
        for (var number = 2; number <= first.Pages; number++)
            ids.AddRange((await _database.Send(request with { Page = number })).Value.People.Select(person => person.Id));

        Assert.Equal((expected, expected), (first.Total, ids.Distinct().Count()));
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }
}
