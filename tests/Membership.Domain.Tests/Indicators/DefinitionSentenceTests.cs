using Membership.Domain.Indicators;

namespace Membership.Domain.Tests.Indicators;

public sealed class DefinitionSentenceTests
{
    [Theory]
    [InlineData(16, null, "từ đủ 16 tuổi trở lên")]
    [InlineData(16, 30, "từ đủ 16 tuổi đến hết 30 tuổi")]
    [InlineData(null, 60, "đến hết 60 tuổi")]
    [InlineData(null, null, "ở mọi độ tuổi")]
    public void Of_NamesTheAgesOfBothNumbers(int? from, int? to, string expected)
    {
        var sentence = DefinitionSentence.Of(Definition(from, to, CountingUnit.People), ["Đảng", "Hội Nông dân"]);

        Assert.Contains($"Số người {expected}, cư trú", sentence, StringComparison.Ordinal);
        Assert.Contains($"chia cho dân số {expected} trên địa bàn.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OrganizationsInOrder_EndsWithVa()
    {
        var sentence = DefinitionSentence.Of(Definition(16, null, CountingUnit.People), ["Đảng", "Công đoàn", "Hội Nông dân"]);

        Assert.Contains("ít nhất một trong các tổ chức: Đảng, Công đoàn và Hội Nông dân (mỗi người chỉ tính một lần", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhenOneOrganizationIsLookedAt_NamesIt()
    {
        var sentence = DefinitionSentence.Of(Definition(16, null, CountingUnit.People), ["Hội Nông dân"]);

        Assert.Contains("đang sinh hoạt trong tổ chức Hội Nông dân", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhenMembershipsAreCounted_SaysSo()
    {
        var sentence = DefinitionSentence.Of(Definition(16, null, CountingUnit.Memberships), ["Đảng", "Hội Nông dân"]);

        Assert.StartsWith("Số lượt tham gia", sentence, StringComparison.Ordinal);
    }

    private static IndicatorDefinition Definition(int? from, int? to, CountingUnit unit) => new()
    {
        Code = "participation",
        Name = "",
        Note = "",
        AgeFrom = from,
        AgeTo = to,
        CountingUnit = unit,
        AgeReference = AgeReference.AsOfDate,
        ResidenceRule = ResidenceRule.LivesThere,
    };
}
