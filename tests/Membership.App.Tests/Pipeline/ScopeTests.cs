using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Pipeline;

/// <summary>Locality × organization: what a grant reaches, and nothing beyond it.</summary>
public sealed class ScopeTests : IAsyncLifetime
{
    private static readonly DateOnly BeforeMerger = new(2024, 12, 31);

    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
        await _register.AddMembersAsync(TestRegister.CaiKhe, 7, "HND");
        await _register.AddMembersAsync(TestRegister.CaiKhe, 6, "HND", "DTN");
        await _register.AddMembersAsync(TestRegister.CaiKhe, 5, "DTN");
        await _register.AddMembersAsync(TestRegister.NinhKieu, 9, "HND");
        await _register.RecountAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task People_OfOneOrganization_AreThoseOfItAndShowNoOther()
    {
        var actor = await _database.ActorAsync(Role.DataEntry, TestRegister.CaiKhe, "HND");

        var page = (await _database.SendAs(actor, new ListPeople(TestRegister.CaiKhe, TestRegister.Day, IndicatorDefinition.Participation, "HND"))).Value;

        Assert.Equal(13, page.Total);
        Assert.All(page.People, person => Assert.Equal(["Hội Nông dân"], person.Organizations));
    }

    [Fact]
    public async Task PeopleLeftOut_ForOneOrganization_AreNotThoseOfTheOthers()
    {
        var actor = await _database.ActorAsync(Role.DataEntry, TestRegister.CaiKhe, "HND");

        var page = (await _database.SendAs(actor, new ListPeople(
            TestRegister.CaiKhe, TestRegister.Day, IndicatorDefinition.Participation, "HND", CountingReason.NoActiveMembership))).Value;

        Assert.Equal(0, page.Total);
        Assert.Empty(page.People);
    }

    [Theory]
    [InlineData(TestRegister.NinhKieu, "HND")] // another commune
    [InlineData(TestRegister.CaiKhe, "DTN")] // another organization
    [InlineData(TestRegister.CaiKhe, null)] // all organizations together
    [InlineData(TestRegister.City, "HND")] // the city above
    public async Task Request_BeyondTheGrant_IsRefused(string locality, string? organization)
    {
        var actor = await _database.ActorAsync(Role.DataEntry, TestRegister.CaiKhe, "HND");

        var people = await Assert.ThrowsAsync<NotAllowedException>(() =>
            _database.SendAs(actor, new ListPeople(locality, TestRegister.Day, IndicatorDefinition.Participation, organization)));
        var figures = await Assert.ThrowsAsync<NotAllowedException>(() =>
            _database.SendAs(actor, new GetIndicatorProgress(IndicatorDefinition.Participation, locality, TestRegister.Day, organization)));

        Assert.IsType<OutOfScope>(people.Refusal);
        Assert.IsType<OutOfScope>(figures.Refusal);
    }

    [Fact]
    public async Task Permission_OfOneGrant_DoesNotReachAnother()
    {
        var actor = (await _database.ActorAsync(Role.DataEntry, TestRegister.CaiKhe)).And(await _database.ActorAsync(Role.Planner, TestRegister.City));

        var figure = await _database.SendAs(actor, new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.NinhKieu, TestRegister.Day));
        var refused = await Assert.ThrowsAsync<NotAllowedException>(() =>
            _database.SendAs(actor, new ListPeople(TestRegister.NinhKieu, TestRegister.Day, IndicatorDefinition.Participation)));

        Assert.Equal(9, figure.Value.Whole.People);
        Assert.IsType<OutOfScope>(refused.Refusal);
    }

    [Fact]
    public async Task Request_WithoutThePermission_SaysWhichIsMissing()
    {
        var planner = await _database.ActorAsync(Role.Planner, null);

        var refused = await Assert.ThrowsAsync<NotAllowedException>(() =>
            _database.SendAs(planner, new ListPeople(TestRegister.CaiKhe, TestRegister.Day, IndicatorDefinition.Participation)));

        Assert.Equal(new PermissionMissing(Permission.SeePeople), refused.Refusal);
    }

    [Fact]
    public async Task Choices_OfAWardOfficer_AreHerWardAndHerOrganization()
    {
        var actor = await _database.ActorAsync(Role.DataEntry, TestRegister.CaiKhe, "HND");

        var localities = await _database.SendAs(actor, new ListLocalities(TestRegister.Day));
        var organizations = await _database.SendAs(actor, new App.Organizations.ListOrganizations());
        var home = await _database.SendAs(actor, new GetHomePlace(TestRegister.Day));

        Assert.Equal([TestRegister.CaiKhe], localities.Select(option => option.Code));
        Assert.Equal(["HND"], organizations.Select(option => option.Code));
        Assert.Equal(new HomePlace(TestRegister.CaiKhe, "HND"), home);
    }

    [Fact]
    public async Task Grant_AtAWardThatEnded_FollowsItsTerritory()
    {
        // Old Hưng Lợi (31147) became part of today's Tân An, which bears its code; old Tân An (31135) went to Ninh Kiều.
        var ofHungLoi = await _database.ActorAsync(Role.DataEntry, "31147", day: BeforeMerger);

        var today = await _database.SendAs(ofHungLoi, new ListLocalities(TestRegister.Day));
        var then = await _database.SendAs(ofHungLoi, new ListLocalities(BeforeMerger));

        Assert.Equal(["Phường Tân An"], today.Select(option => option.Name));
        Assert.Equal(["Phường An Khánh", "Phường Hưng Lợi"], then.Select(option => option.Name).Order());
    }

    [Fact]
    public async Task Grant_AtTheCity_CoversItsFormerDistrictsAndTheProvincesThatJoined()
    {
        var planner = await _database.ActorAsync(Role.Planner, TestRegister.City);
        var all = _database.Services.GetRequiredService<LocalityDirectory>().All(BeforeMerger).Select(fact => fact.Code);

        var then = await _database.SendAs(planner, new ListLocalities(BeforeMerger));

        Assert.Equal(all.Order(), then.Select(option => option.Code).Order());
    }
}
