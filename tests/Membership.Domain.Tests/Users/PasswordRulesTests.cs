using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

public sealed class PasswordRulesTests
{
    private static readonly HashSet<string> Common = ["matkhau", "123456789012", "1q2w3e4r5t6y"];

    [Theory]
    [InlineData("muoi mot chu", null)] // twelve, blanks count
    [InlineData("ngua xanh leo cay dua", null)]
    [InlineData("Ngựa xanh leo cây dừa", null)]
    [InlineData("k7Q!p2zZ9#mX", null)]
    [InlineData("ngua xanh l", typeof(PasswordTooShort))] // eleven
    [InlineData("", typeof(PasswordTooShort))]
    [InlineData("aaaaaaaaaaaaaaaa", typeof(PasswordRepeatsItself))]
    [InlineData("121212121212", typeof(PasswordRepeatsItself))]
    [InlineData("123456789012", typeof(PasswordIsCommon))]
    [InlineData("1Q2W3E4R5T6Y", typeof(PasswordIsCommon))] // whatever the case
    [InlineData("matkhau123456", typeof(PasswordIsCommon))] // a word and digits
    [InlineData("Mật khẩu 2026!!", typeof(PasswordIsCommon))] // with marks, blanks, signs
    [InlineData("xin nguyen.an vao", typeof(PasswordHoldsUserName))]
    [InlineData("NGUYEN.AN đi học", typeof(PasswordHoldsUserName))]
    public void Password_ByItsKind_IsTakenOrRefused(string password, Type? refusal)
    {
        Assert.Equal(refusal, PasswordRules.RefusalOf(password, "nguyen.an", Common)?.GetType());
    }

    [Fact]
    public void Password_WhenEndless_IsRefused()
    {
        Assert.Null(PasswordRules.RefusalOf(string.Concat(Enumerable.Repeat("abcdefgh", 16)), "nguyen.an", Common));
        Assert.IsType<PasswordTooLong>(PasswordRules.RefusalOf(string.Concat(Enumerable.Repeat("abcdefgh", 16)) + "i", "nguyen.an", Common));
    }
}
