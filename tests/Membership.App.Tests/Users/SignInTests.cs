using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.Users;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Wrong = "không phải mật khẩu này";
    private UserDesk _desk = null!;
    private OneTimePassword _user = null!;

    public async Task InitializeAsync()
    {
        _desk = await UserDesk.OpenAsync();
        _user = await _desk.Database.AddUserAsync(new GivenRole(Role.DataEntry));
    }

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public async Task SignIn_WhenNameAndPasswordAreRight_BeginsASessionWithAFreshToken()
    {
        var first = await _desk.TokenAsync(_user);
        var second = await _desk.TokenAsync(_user);

        Assert.NotEqual(first, second);
        Assert.Equal(_user.UserName, (await _desk.FindAsync(second))!.Actor.Name);
    }

    [Fact]
    public async Task SignIn_WhateverIsWrong_AnswersTheSame()
    {
        var disabled = await _desk.Database.AddUserAsync(new GivenRole(Role.DataEntry));
        await _desk.Database.Send(new DisableUser(disabled.UserId));

        Assert.IsType<SignInRefused>((await _desk.SignInAsync("khong-co", Wrong)).Refusal);
        Assert.IsType<SignInRefused>((await _desk.SignInAsync("", "")).Refusal);
        Assert.IsType<SignInRefused>((await _desk.SignInAsync(_user.UserName, Wrong)).Refusal);
        Assert.IsType<SignInRefused>((await _desk.SignInAsync(disabled.UserName, disabled.Password)).Refusal);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsRefusedForFifteenMinutesEvenWithTheRightPassword()
    {
        await FailAsync(5);

        Assert.True((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
        _desk.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(8, true)]
    public async Task SignIn_WithAOneTimePassword_EndsAfterAWeekUnused(int days, bool isRefused)
    {
        var added = await _desk.Database.AddNewUserAsync(new GivenRole(Role.DataEntry));

        _desk.Clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(isRefused, (await _desk.SignInAsync(added.UserName, added.Password)).IsRefused);
    }

    [Fact]
    public async Task SignIn_AfterASecondLock_IsRefusedForTwiceAsLong()
    {
        await FailAsync(5);
        _desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(5);

        _desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
    }

    [Fact]
    public async Task SignIn_WhenManyGuessesComeAtOnce_CountsThemAll()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.SignInAsync(_user.UserName, Wrong)));

        Assert.True((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
    }

    [Fact]
    public async Task SignIn_WhenTheNameIsTypedInCapitals_IsTheSameUser()
    {
        Assert.False((await _desk.SignInAsync($" {_user.UserName.ToUpperInvariant()} ", _user.Password)).IsRefused);
    }

    [Fact]
    public async Task SecondStep_WhenACodeIsUsedAgain_IsRefused()
    {
        var (secret, _) = await _desk.AddSecondFactorAsync(_user);
        var code = _desk.CodeOf(secret);

        Assert.False((await _desk.ConfirmAsync(await ProveAsync(), code)).IsRefused);
        Assert.IsType<CodeRefused>((await _desk.ConfirmAsync(await ProveAsync(), code)).Refusal);
    }

    [Fact]
    public async Task SecondStep_WithARecoveryCode_WorksOnce()
    {
        var (_, recoveryCodes) = await _desk.AddSecondFactorAsync(_user);

        Assert.False((await _desk.ConfirmAsync(await ProveAsync(), recoveryCodes[7])).IsRefused);
        Assert.True((await _desk.ConfirmAsync(await ProveAsync(), recoveryCodes[7])).IsRefused);
        Assert.False((await _desk.ConfirmAsync(await ProveAsync(), recoveryCodes[8])).IsRefused);
    }

    [Fact]
    public async Task SecondStep_AfterFiveWrongCodes_IsLocked()
    {
        var (secret, _) = await _desk.AddSecondFactorAsync(_user);
        var proven = await ProveAsync();

        for (var times = 0; times < 5; times++)
            await _desk.ConfirmAsync(proven, "000000");

        Assert.True((await _desk.ConfirmAsync(proven, _desk.CodeOf(secret))).IsRefused);
        Assert.True((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
    }

    [Fact]
    public async Task SecondStep_WhenThePasswordWasChangedMeanwhile_IsRefused()
    {
        var (secret, _) = await _desk.AddSecondFactorAsync(_user);
        var proven = await ProveAsync();
        await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, UserDesk.GoodPassword));

        Assert.True((await _desk.ConfirmAsync(proven, _desk.CodeOf(secret))).IsRefused);
    }

    private async Task<ProvenPassword> ProveAsync() => (await _desk.SignInAsync(_user.UserName, _user.Password)).Value.Proven!;

    private async Task FailAsync(int times)
    {
        for (var time = 0; time < times; time++)
            Assert.True((await _desk.SignInAsync(_user.UserName, Wrong)).IsRefused);
    }
}
