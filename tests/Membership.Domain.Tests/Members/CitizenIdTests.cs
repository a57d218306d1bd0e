using Membership.Domain.Members;

namespace Membership.Domain.Tests.Members;

public sealed class CitizenIdTests
{
    [Fact]
    public void TryParse_WhenTwelveDigits_IsTheNumber()
    {
        Assert.Equal("092080001234", CitizenId.TryParse("092080001234")?.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("92080001234")] // Eleven digits: restored by who reads the list, not here.
    [InlineData("0920800012345")]
    [InlineData("09208000123A")]
    [InlineData("０９２０８０００１２３４")] // Full-width digits.
    public void TryParse_WhenNotTwelveDigits_IsNull(string? text)
    {
        Assert.Null(CitizenId.TryParse(text));
    }

    [Fact]
    public void ToString_WhenShownAnywhere_HidesAllButFourDigits()
    {
        Assert.Equal("••••••••1234", CitizenId.TryParse("092080001234")?.ToString());
    }
}
