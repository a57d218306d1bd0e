using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Users;

public sealed class SessionTests : IAsyncLifetime
{
    private UserDesk _desk = null!;
    private OneTimePassword _user = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _desk = await UserDesk.OpenAsync();
        _user = await _desk.Database.AddUserAsync(new GivenRole(Role.DataEntry));
        _token = await _desk.TokenAsync(_user);
    }

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public async Task Session_WhenNotUsedForHalfAnHour_Ends()
    {
        _desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await _desk.FindAsync(_token));

        _desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await _desk.FindAsync(_token));

        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_HoweverBusy_EndsAfterTwelveHours()
    {
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Assert.NotNull(await _desk.FindAsync(_token));
            _desk.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_WhenTheUserIsDisabled_EndsAtOnceAndStaysEnded()
    {
        await _desk.Database.Send(new DisableUser(_user.UserId));
        Assert.Null(await _desk.FindAsync(_token));

        await _desk.Database.Send(new EnableUser(_user.UserId));
        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_WhenARoleIsGiven_EndsAtOnce()
    {
        await _desk.Database.Send(new GrantRole(_user.UserId, new GivenRole(Role.Planner)));

        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_WhenARoleIsTakenAway_EndsAtOnce()
    {
        await _desk.Database.Send(new EndGrant(await _desk.GrantOfAsync(_user)));

        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_WhenThePasswordIsReset_EndsAtOnce()
    {
        await _desk.Database.Send(new ResetPassword(_user.UserId));

        Assert.Null(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task Session_WhenThePasswordIsChanged_GoesOnAsANewOneOnly()
    {
        var changed = await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, UserDesk.GoodPassword));

        Assert.Null(await _desk.FindAsync(_token));
        Assert.NotNull(await _desk.FindAsync(changed.Value.Token));
    }

    [Fact]
    public async Task SignOut_OfOneSession_LeavesTheOthers()
    {
        var other = await _desk.TokenAsync(_user);

        await _desk.SendAs(_user, new SignOut((await _desk.FindAsync(_token))!.Id));

        Assert.Null(await _desk.FindAsync(_token));
        Assert.NotNull(await _desk.FindAsync(other));
    }

    [Fact]
    public async Task SignOut_OfSomebodyElsesSession_DoesNothing()
    {
        var stranger = await _desk.Database.AddUserAsync(new GivenRole(Role.DataEntry));

        await _desk.SendAs(stranger, new SignOut((await _desk.FindAsync(_token))!.Id));

        Assert.NotNull(await _desk.FindAsync(_token));
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySession()
    {
        var other = await _desk.TokenAsync(_user);

        await _desk.SendAs(_user, new SignOutEverywhere());

        Assert.Null(await _desk.FindAsync(_token));
        Assert.Null(await _desk.FindAsync(other));
    }

    [Fact]
    public async Task Token_InTheDatabase_IsAHashOnly()
    {
        var stored = await _desk.Database.With(db => db.UserSessions.Select(session => session.TokenHash).ToListAsync());

        Assert.DoesNotContain(_token, stored);
        Assert.Null(await _desk.FindAsync(stored[0]));
    }

    [Fact]
    public async Task Activity_WhenWritten_IsFoundAfterARestart()
    {
        _desk.Clock.Advance(TimeSpan.FromMinutes(20));
        await _desk.FindAsync(_token);
        var activity = _desk.Database.Services.GetRequiredService<SessionActivity>();

        await _desk.Database.With(async db =>
        {
            await activity.WriteAsync(db, CancellationToken.None);
            return true;
        });

        var stored = await _desk.Database.With(db => db.UserSessions.Select(session => session.LastSeenAt).SingleAsync());
        Assert.Equal(_desk.Clock.GetUtcNow().UtcDateTime, stored);
    }

    [Fact]
    public async Task Administrator_WithoutASecondFactor_MayOnlyAddIt()
    {
        var administrator = await _desk.Database.AddUserAsync(new GivenRole(Role.Administrator));

        var session = await _desk.FindAsync(await _desk.TokenAsync(administrator));

        Assert.True(session!.MustAddSecondFactor);
        Assert.False(session.Actor.May(Permission.ManageUsers));
        Assert.True(session.Actor.May(Permission.OwnAccount));
    }

    [Fact]
    public async Task User_WithAGivenPassword_MayOnlyChangeIt()
    {
        var added = await _desk.Database.AddNewUserAsync(new GivenRole(Role.DataEntry));

        var session = await _desk.FindAsync(await _desk.TokenAsync(added));

        Assert.True(session!.MustChangePassword);
        Assert.False(session.Actor.May(Permission.SeePeople));
    }
}
