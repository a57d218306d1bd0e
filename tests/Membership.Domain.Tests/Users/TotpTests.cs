using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

public sealed class TotpTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static readonly DateTime Now = new(2025, 12, 15, 3, 0, 0, DateTimeKind.Utc);

    [Theory] // RFC 6238, appendix B, the last six digits
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void CodeAt_OnTheDaysOfTheStandard_IsItsCode(long seconds, string code)
    {
        Assert.Equal(code, Totp.CodeAt(Secret, DateTime.UnixEpoch.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData(-60, false)] // two steps ago
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void StepOf_WhenTheTelephonesClockIsOff_TakesOneStepEitherWay(int secondsOff, bool isTaken)
    {
        var code = Totp.CodeAt(Secret, Now.AddSeconds(secondsOff));

        Assert.Equal(isTaken, Totp.StepOf(Secret, code, Now, lastUsed: null) is not null);
    }

    [Fact]
    public void StepOf_WhenTheStepWasUsed_IsNone()
    {
        var code = Totp.CodeAt(Secret, Now);
        var used = Totp.StepOf(Secret, code, Now, lastUsed: null);

        Assert.Null(Totp.StepOf(Secret, code, Now, used));
        Assert.Null(Totp.StepOf(Secret, Totp.CodeAt(Secret, Now.AddSeconds(-30)), Now, used));
        Assert.NotNull(Totp.StepOf(Secret, Totp.CodeAt(Secret, Now.AddSeconds(30)), Now, used));
    }
}
