using Membership.App.Users;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Users;

public sealed class OwnAccountTests : IAsyncLifetime
{
    private UserDesk _desk = null!;
    private OneTimePassword _user = null!;

    public async Task InitializeAsync()
    {
        _desk = await UserDesk.OpenAsync();
        _user = await _desk.Database.AddNewUserAsync(new GivenRole(Role.DataEntry));
    }

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public async Task OneTimePassword_OnceChanged_IsWorthNothing()
    {
        await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, UserDesk.GoodPassword));

        Assert.True((await _desk.SignInAsync(_user.UserName, _user.Password)).IsRefused);
        var session = await _desk.FindAsync(await _desk.TokenAsync(_user with { Password = UserDesk.GoodPassword }));
        Assert.False(session!.MustChangePassword);
    }

    [Fact]
    public async Task Password_WhenItsLettersAreComposedOtherwise_IsTheSame()
    {
        await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, UserDesk.GoodPassword));

        var decomposed = UserDesk.GoodPassword.Normalize(System.Text.NormalizationForm.FormD);

        Assert.NotEqual(UserDesk.GoodPassword, decomposed);
        Assert.False((await _desk.SignInAsync(_user.UserName, decomposed)).IsRefused);
    }

    [Theory]
    [InlineData("ngắn quá", typeof(PasswordTooShort))]
    [InlineData("matkhau123456", typeof(PasswordIsCommon))] // on the list that comes with the program
    [InlineData("Password1234", typeof(PasswordIsCommon))]
    [InlineData("qwertyuiop[]", typeof(PasswordIsCommon))]
    [InlineData("Hội Nông dân 2026", typeof(PasswordIsCommon))]
    public async Task NewPassword_WhenWeak_IsRefusedAndNothingChanges(string password, Type refusal)
    {
        var outcome = await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, password));

        Assert.IsType(refusal, outcome.Refusal);
        Assert.True((await _desk.FindAsync(await _desk.TokenAsync(_user)))!.MustChangePassword);
    }

    [Fact]
    public async Task NewPassword_WhenItIsTheOldOne_IsRefused()
    {
        Assert.IsType<PasswordIsTheOldOne>((await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, _user.Password))).Refusal);
    }

    [Fact]
    public async Task OldPassword_WhenWrongFiveTimes_LocksAsSigningInDoes()
    {
        for (var times = 0; times < 5; times++)
            Assert.IsType<OwnPasswordRefused>((await _desk.SendAs(_user, new ChangeOwnPassword("không phải", UserDesk.GoodPassword))).Refusal);

        Assert.True((await _desk.SendAs(_user, new ChangeOwnPassword(_user.Password, UserDesk.GoodPassword))).IsRefused);
    }

    [Fact]
    public async Task SecondFactor_WhenTheFirstCodeIsWrong_StaysOff()
    {
        await _desk.SendAs(_user, new BeginSecondFactor());

        var outcome = await _desk.SendAs(_user, new EnableSecondFactor(_user.Password, "000000"));

        Assert.IsType<CodeRefused>(outcome.Refusal);
        Assert.False((await _desk.SendAs(_user, new GetOwnAccount())).HasSecondFactor);
    }

    [Fact]
    public async Task SecondFactor_WhenThePasswordIsWrong_IsNeitherTurnedOnNorOff()
    {
        var secret = (await _desk.SendAs(_user, new BeginSecondFactor())).Value.Text;

        Assert.IsType<OwnPasswordRefused>((await _desk.SendAs(_user, new EnableSecondFactor("không phải", _desk.CodeOf(secret)))).Refusal);
        await _desk.AddSecondFactorAsync(_user);
        Assert.IsType<OwnPasswordRefused>((await _desk.SendAs(_user, new DisableSecondFactor("không phải"))).Refusal);
    }

    [Fact]
    public async Task SecondFactor_WhenOn_ShowsItsSecretNoMore()
    {
        var (secret, _) = await _desk.AddSecondFactorAsync(_user);

        Assert.IsType<SecondFactorIsOn>((await _desk.SendAs(_user, new BeginSecondFactor())).Refusal);
        var stored = await _desk.Database.With(db => db.Users.SingleAsync(user => user.Id == _user.UserId));
        Assert.DoesNotContain(secret, stored.AuthenticatorKey!.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_WhenTurnedOff_IsNotAskedForAnyMore()
    {
        await _desk.AddSecondFactorAsync(_user);

        await _desk.SendAs(_user, new DisableSecondFactor(_user.Password));

        Assert.NotNull((await _desk.SignInAsync(_user.UserName, _user.Password)).Value.Session);
    }
}
