using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Targets;
using Membership.Testing;

namespace Membership.App.Tests.Indicators;

public sealed class ExplainFigureTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Commune_WithOnePersonPerReason_NamesEachOnce()
    {
        const string Here = TestRegister.CaiKhe;
        await _register.AddMembersAsync(Here, 1, "HND", "LHPN");
        await _register.AddPersonAsync(new(TestRegister.NinhKieu, new NewMembership("HND", Here)));
        await _register.AddPersonAsync(new(null, new NewMembership("HND", Here)));
        await _register.AddPersonAsync(new(Here));
        await _register.AddPersonAsync(new(Here, new NewMembership("CTD", Here)));
        await _register.AddPersonAsync(new(Here, new NewMembership("DTN", Here)) { Born = null });
        await _register.AddPersonAsync(new(Here, new NewMembership("DTN", Here)) { Born = PartialDate.TryCreate(2012) });
        await _register.RecountAsync();

        var explanation = await ExplainAsync(Here);

        Assert.Equal((1, 2, 7), (explanation.People, explanation.Memberships, explanation.Everyone));
        Assert.All(explanation.Exclusions, exclusion => Assert.Equal(exclusion.Reason == CountingReason.AboveAge ? 0 : 1, exclusion.People));
    }

    [Fact]
    public async Task City_CountsTowardsEveryoneOnlyOnce_AndHidesNobody()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 3, "HND");
        await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe), new NewMembership("LHPN", TestRegister.NinhKieu)));
        await _register.AddMembersAsync(TestRegister.NinhKieu, 2, "CTD");
        await _register.AddMembersAsync(TestRegister.TanAn, 5, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 10);
        await _register.AddPopulationAsync(TestRegister.NinhKieu, 10);
        await _register.RecountAsync();

        var explanation = await ExplainAsync(TestRegister.City);

        Assert.Equal((4, 6, 1, 5), (explanation.People, explanation.Everyone, explanation.LivingElsewhere, explanation.InOtherCommunes));
        Assert.Equal((2, 103, 101, 100), (explanation.UnitsCounted, explanation.UnitsTotal, explanation.UnitsWithoutPopulation, explanation.UnitsWithoutRegister));
    }

    [Fact]
    public async Task City_WhenPeopleAreStillRegisteredInAWardThatEnded_SaysHowMany()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 1, "HND");
        var oldWard = await _database.With(db => Task.FromResult(db.Localities.Single(locality => locality.Key == "31147-2019").Id));
        await _database.With(db =>
        {
            db.Residences.Single().To = new DateOnly(2026, 1, 1);
            db.Add(new Residence { PersonId = db.People.Single().Id, LocalityId = oldWard, From = new DateOnly(2026, 1, 1) });
            return db.SaveChangesAsync();
        });
        await _register.RecountAsync();

        var explanation = await ExplainAsync(TestRegister.City);

        Assert.Equal((0, 1), (explanation.Everyone, explanation.InEndedLocalities));
    }

    [Fact]
    public async Task BirthYearAlone_IsCountedAmongTheNumeratorOnly()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 2, "HND");
        await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { Born = PartialDate.TryCreate(1980) });
        await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("CTD", TestRegister.CaiKhe)) { Born = PartialDate.TryCreate(1981) });
        await _register.RecountAsync();

        Assert.Equal(1, (await ExplainAsync(TestRegister.CaiKhe)).CountedByBirthYear);
        Assert.Equal(1, (await ExplainAsync(TestRegister.City)).CountedByBirthYear);
    }

    [Fact]
    public async Task Definition_IsASentenceWithItsOrganizationsAndSources()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 4, "HND");
        await _register.AddPopulationAsync(TestRegister.CaiKhe, 5);
        await _register.RecountAsync();

        var explanation = await ExplainAsync(TestRegister.CaiKhe);

        Assert.StartsWith("Số người từ đủ 16 tuổi trở lên, cư trú trên địa bàn vào ngày chốt số liệu", explanation.Sentence, StringComparison.Ordinal);
        Assert.Contains("Đảng, Công đoàn, Hội Nông dân, Đoàn Thanh niên, Hội Phụ nữ và Hội Cựu chiến binh", explanation.Sentence, StringComparison.Ordinal);
        Assert.Equal(Progress.Reached, explanation.Progress);
        Assert.Equal((5, "Công an phường"), (explanation.Communes.Single().Population!.Value, explanation.Communes.Single().Population!.Source));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RandomRegister_AddsUp_AndAgreesWithTheDashboard(int seed)
    {
        await RandomRegister.CreateAsync(_database, seed);
        var day = RandomRegister.Day(new Random(seed));

        foreach (var locality in new[] { TestRegister.City, TestRegister.CaiKhe, TestRegister.TanAn })
        {
            var explanation = await ExplainAsync(locality, day);
            var progress = (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, locality, day))).Value;

            Assert.Equal(explanation.Everyone, explanation.People + explanation.Exclusions.Sum(exclusion => exclusion.People));
            Assert.Equal((progress.Whole.Measure, progress.Whole.Memberships), (explanation.Measure, explanation.Memberships));
        }
    }

    private async Task<FigureExplanation> ExplainAsync(string locality, DateOnly? day = null) =>
        (await _database.Send(new ExplainFigure(IndicatorDefinition.Participation, locality, day ?? TestRegister.Day))).Value;
}
