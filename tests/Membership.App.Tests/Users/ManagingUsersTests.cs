using FluentValidation;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.App.Samples;
using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Users;

public sealed class ManagingUsersTests : IAsyncLifetime
{
    private const string PhongDien = "31299";
    private const string CaiKhe = "31120";
    private static readonly GivenRole Everywhere = new(Role.Administrator);
    private UserDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await UserDesk.OpenAsync();

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public async Task FirstAdministrator_WhenAskedForTwice_IsMadeOnce()
    {
        var first = await _desk.Database.Send(new AddFirstAdministrator());
        var second = await _desk.Database.Send(new AddFirstAdministrator());

        Assert.Equal("quan-tri", first!.UserName);
        Assert.Null(second);
        Assert.True((await _desk.FindAsync(await _desk.TokenAsync(first)))!.MustChangePassword);
    }

    [Fact]
    public async Task SampleUsers_EachWithTheirPassword_CanSignIn()
    {
        var users = await _desk.Database.Send(new AddSampleUsers());

        Assert.Equal(["canbo", "nhaplieu", "lanhdao", "tonghop", "quantri", "kiemtra"], users.Select(user => user.UserName));
        foreach (var user in users)
            Assert.False((await _desk.SignInAsync(user.UserName, user.Password)).IsRefused);
    }

    [Theory]
    [InlineData("An", "Lê Văn An")] // capital
    [InlineData("an", "Lê Văn An")] // two letters
    [InlineData("lê.an", "Lê Văn An")]
    [InlineData(".lean", "Lê Văn An")]
    [InlineData("le.an", " ")]
    public async Task NewUser_WhenNameOrDisplayNameWillNotDo_IsRefused(string userName, string displayName)
    {
        await Assert.ThrowsAsync<ValidationException>(() => _desk.Database.Send(new AddUser(userName, displayName, new GivenRole(Role.Head))));
    }

    [Fact]
    public async Task NewUser_WhenTheNameIsTaken_IsRefused()
    {
        var there = await _desk.Database.AddUserAsync(Everywhere);

        Assert.IsType<UserNameTaken>((await _desk.Database.Send(new AddUser(there.UserName, "Lê Văn An", Everywhere))).Refusal);
    }

    [Fact]
    public async Task NewUser_WhenTheRoleIsRefused_IsNotAddedEither()
    {
        Assert.IsType<LocalityNotFound>((await _desk.Database.Send(new AddUser("le.an", "Lê Văn An", new GivenRole(Role.Head, "99999")))).Refusal);
        Assert.IsType<OrganizationNotFound>((await _desk.Database.Send(new AddUser("le.an", "Lê Văn An", new GivenRole(Role.Head, null, "XYZ")))).Refusal);
        Assert.False(await _desk.Database.With(db => db.Users.AnyAsync(user => user.UserName == "le.an")));
    }

    [Fact]
    public async Task LastAdministrator_IsNeitherDisabledNorLosesTheRole()
    {
        var administrator = await _desk.Database.AddUserAsync(Everywhere);
        await _desk.Database.AddUserAsync(new GivenRole(Role.Administrator, PhongDien));

        Assert.IsType<LastAdministrator>((await _desk.Database.Send(new DisableUser(administrator.UserId))).Refusal);
        Assert.IsType<LastAdministrator>((await _desk.Database.Send(new EndGrant(await _desk.GrantOfAsync(administrator)))).Refusal);

        await _desk.Database.AddUserAsync(Everywhere);
        Assert.False((await _desk.Database.Send(new DisableUser(administrator.UserId))).IsRefused);
    }

    [Fact]
    public async Task Administrator_CannotDisableOrResetHerself()
    {
        var administrator = await _desk.Database.AddUserAsync(Everywhere);
        await _desk.Database.AddUserAsync(Everywhere);

        Assert.IsType<CannotDisableYourself>((await _desk.SendAs(administrator, new DisableUser(administrator.UserId))).Refusal);
        Assert.IsType<CannotResetYourself>((await _desk.SendAs(administrator, new ResetPassword(administrator.UserId))).Refusal);
    }

    [Theory]
    [InlineData(PhongDien, "HND", false)]
    [InlineData(PhongDien, null, false)]
    [InlineData(CaiKhe, "HND", true)] // another commune
    [InlineData("92", null, true)] // the city around it
    [InlineData(null, null, true)] // everywhere
    [InlineData(null, "HND", true)]
    public async Task AdministratorOfACommune_GivesRolesThereOnly(string? locality, string? organization, bool isBeyond)
    {
        var ofCommune = await _desk.Database.AddUserAsync(new GivenRole(Role.Administrator, PhongDien));

        var adding = _desk.SendAs(ofCommune, new AddUser("le.an", "Lê Văn An", new GivenRole(Role.Head, locality, organization)));

        if (isBeyond)
            Assert.IsType<BeyondYourScope>((await Assert.ThrowsAsync<NotAllowedException>(() => adding)).Refusal);
        else
            Assert.False((await adding).IsRefused);
    }

    [Fact]
    public async Task AccountWhoseRolesAreOver_StaysWithWhoCoveredTheLastOnes()
    {
        var ofCommune = await _desk.Database.AddUserAsync(new GivenRole(Role.Administrator, PhongDien));
        await _desk.Database.AddUserAsync(Everywhere);
        var ofCity = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, "92"));
        var own = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien, "HND"));
        foreach (var user in new[] { ofCity, own })
            _ = (await _desk.Database.Send(new EndGrant(await _desk.GrantOfAsync(user)))).Value;

        Assert.Equal([ofCommune.UserId, own.UserId], (await _desk.SendAs(ofCommune, new ListUsers())).Select(user => user.Id).Order());
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new ResetPassword(ofCity.UserId)));
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new EnableUser(ofCity.UserId)));
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new GrantRole(ofCity.UserId, new GivenRole(Role.Head, PhongDien))));
        Assert.False((await _desk.SendAs(ofCommune, new ResetPassword(own.UserId))).IsRefused);
        Assert.False((await _desk.Database.Send(new ResetPassword(ofCity.UserId))).IsRefused);
    }

    [Fact]
    public async Task AdministratorOfACommune_ReachesNoUserWithRolesBeyond()
    {
        var ofCommune = await _desk.Database.AddUserAsync(new GivenRole(Role.Administrator, PhongDien));
        var ofCity = await _desk.Database.AddUserAsync(Everywhere);
        var ofBoth = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien), new GivenRole(Role.Head, CaiKhe));
        var own = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien, "HND"));

        var listed = await _desk.SendAs(ofCommune, new ListUsers());

        Assert.Equal([ofCommune.UserId, own.UserId], listed.Select(user => user.Id).Order());
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new ResetPassword(ofCity.UserId)));
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new DisableUser(ofBoth.UserId)));
        await Assert.ThrowsAsync<NotAllowedException>(() => _desk.SendAs(ofCommune, new GetUser(ofBoth.UserId)));
        Assert.False((await _desk.SendAs(ofCommune, new ResetPassword(own.UserId))).IsRefused);
    }

    [Fact]
    public async Task Role_WhenGivenTwiceForTheSameDays_IsRefused()
    {
        var user = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien));

        Assert.IsType<GrantedAlready>((await _desk.Database.Send(new GrantRole(user.UserId, new GivenRole(Role.Head, PhongDien)))).Refusal);
        Assert.False((await _desk.Database.Send(new GrantRole(user.UserId, new GivenRole(Role.Head, PhongDien, "HND")))).IsRefused);
    }

    [Fact]
    public async Task Role_WithALastDay_HoldsOnThatDayAndNotAfter()
    {
        var user = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien, null, new(2025, 12, 1), new(2025, 12, 15)));

        Assert.True((await _desk.Database.ActorAsync(user)).May(Permission.SeePeople));
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await _desk.Database.ActorAsync(user)).May(Permission.SeePeople));
    }

    [Fact]
    public async Task Role_WhenItEndsBeforeItBegins_IsRefused()
    {
        var user = await _desk.Database.AddUserAsync(Everywhere);

        var outcome = await _desk.Database.Send(new GrantRole(user.UserId, new GivenRole(Role.Head, null, null, new(2026, 1, 2), new(2026, 1, 1))));

        Assert.IsType<GrantEndsBeforeItBegins>(outcome.Refusal);
    }

    [Fact]
    public async Task Reset_WithTheSecondFactor_LetsInByTheNewPasswordAlone()
    {
        var user = await _desk.Database.AddUserAsync(new GivenRole(Role.Head, PhongDien));
        await _desk.AddSecondFactorAsync(user);

        var kept = await _desk.Database.Send(new ResetPassword(user.UserId));
        Assert.NotNull((await _desk.SignInAsync(user.UserName, kept.Value.Password)).Value.Proven);

        var both = await _desk.Database.Send(new ResetPassword(user.UserId, AlsoSecondFactor: true));
        Assert.NotNull((await _desk.SignInAsync(user.UserName, both.Value.Password)).Value.Session);
        Assert.True((await _desk.SignInAsync(user.UserName, kept.Value.Password)).IsRefused);
    }
}
