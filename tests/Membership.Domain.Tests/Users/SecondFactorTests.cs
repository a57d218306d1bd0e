using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

public sealed class SecondFactorTests
{
    private static readonly DateTime Now = new(2025, 12, 15, 3, 0, 0, DateTimeKind.Utc);
    private readonly User _user = SomeUser.New;
    private readonly string _secret = Totp.NewSecret();

    [Fact]
    public void RecoveryCode_WhenUsedTwice_IsTakenOnce()
    {
        var codes = SecondFactor.RenewRecoveryCodes(_user);

        Assert.True(SecondFactor.TryUse(_user, _secret, codes[3], Now));
        Assert.False(SecondFactor.TryUse(_user, _secret, codes[3], Now));
        Assert.Equal(9, SecondFactor.RecoveryCodesLeft(_user));
    }

    [Theory] // as people type it
    [InlineData(" {0} ")]
    [InlineData("{0}-")]
    public void RecoveryCode_WhenTypedWithBlanks_IsTaken(string typed)
    {
        var code = SecondFactor.RenewRecoveryCodes(_user)[0];

        Assert.True(SecondFactor.TryUse(_user, _secret, string.Format(null, typed, code.ToUpperInvariant().Replace('-', ' ')), Now));
    }

    [Fact]
    public void Code_WhenUsedTwice_IsTakenOnce()
    {
        var code = Totp.CodeAt(_secret, Now);

        Assert.True(SecondFactor.TryUse(_user, _secret, code.Insert(3, " "), Now));
        Assert.False(SecondFactor.TryUse(_user, _secret, code, Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("000")]
    [InlineData("aaaa-bbbb-cccc-dddd-eeee-ffff")]
    public void Anything_ThatIsNoCode_ChangesNothing(string typed)
    {
        SecondFactor.RenewRecoveryCodes(_user);
        var before = _user.RecoveryCodes;

        Assert.False(SecondFactor.TryUse(_user, _secret, typed, Now));
        Assert.Equal((before, null), (_user.RecoveryCodes, _user.LastTotpStep));
    }
}
