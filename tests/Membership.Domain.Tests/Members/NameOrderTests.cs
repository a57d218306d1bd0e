using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.Members;

public sealed class NameOrderTests
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.IgnoreCase);

    [Fact]
    public void Key_WhenNamesAreOneWord_SortsThemByLettersThenTones()
    {
        string[] names = ["Ương", "Hoà", "An", "Ơn", "Đức", "Án", "Anh", "Nhã", "Ánh", "Ăn", "Duy", "Ân", "Dũng", "Đông", "Út", "Nga", "Ngà", "Uyên", "Ôn", "On"];

        var sorted = names.OrderBy(NameOrder.Key, StringComparer.Ordinal);

        Assert.Equal(
            ["An", "Án", "Anh", "Ánh", "Ăn", "Ân", "Dũng", "Duy", "Đông", "Đức", "Hoà", "Nga", "Ngà", "Nhã", "On", "Ôn", "Ơn", "Út", "Uyên", "Ương"], sorted);
    }

    [Theory]
    [InlineData("Vũ Thị An", "Bùi Văn Bình")] // Given name first.
    [InlineData("Bùi Văn An", "Vũ Thị An")] // Then family name.
    [InlineData("Bùi Thị An", "Bùi Văn An")] // Then middle name.
    [InlineData("An", "Bùi An")] // One word has no family name.
    [InlineData("Bùi An", "Bùi Anh")]
    [InlineData("BÙI VĂN AN", "Bùi Văn Án")]
    public void Key_WhenPartsDiffer_ComparesGivenThenFamilyThenMiddleName(string earlier, string later)
    {
        var order = string.CompareOrdinal(NameOrder.Key(earlier), NameOrder.Key(later));

        Assert.True(order < 0);
    }

    [Theory]
    [InlineData("Bùi  Văn An ", "Bùi Văn An")]
    [InlineData("BÙI VĂN AN", "bùi văn an")]
    public void Key_WhenOnlySpacesOrCaseDiffer_IsTheSame(string one, string other)
    {
        Assert.Equal(NameOrder.Key(one), NameOrder.Key(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Key_WhenThereIsNoName_IsEmpty(string name)
    {
        Assert.Equal("", NameOrder.Key(name));
    }

    [Theory]
    [InlineData("An \uD83D")]
    [InlineData("An \U00020000")]
    public void Key_WhenLettersAreBeyondTheTable_DoesNotThrow(string name)
    {
        Assert.NotEmpty(NameOrder.Key(name));
    }

    [Fact]
    public void Key_WhenComparedWithIcu_OrdersEveryPairTheSame()
    {
        string[] syllables =
        [
            "an", "án", "ạn", "anh", "ánh", "ăn", "ân", "ấn", "bé", "bẹ", "bê", "chi", "chí", "dung", "dũng", "duy", "đông", "đức", "em", "êm", "giang", "hoa",
            "hoà", "hỏa", "hóa", "hưng", "kha", "khả", "lan", "ly", "lý", "my", "mỹ", "nga", "ngà", "ngọc", "nhã", "on", "ôn", "ơn", "phú", "quý", "quỳ", "sơn",
            "tâm", "tấm", "thu", "thư", "thử", "tuyết", "út", "uyên", "ương", "ước", "vy", "vỹ", "xuân", "ý", "yến",
        ];
        var random = new Random(20260101);
        string Some() => syllables[random.Next(syllables.Length)];
        var names = Enumerable.Range(0, 250)
            .Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Some()))).Distinct()
            .Select(name => (Name: name, Key: NameOrder.Key(name))).ToArray();

        var differing = names
            .SelectMany(one => names.Select(other => (one, other)))
            .Where(pair => Math.Sign(string.CompareOrdinal(pair.one.Key, pair.other.Key)) != Math.Sign(ByIcu(pair.one.Name, pair.other.Name)));

        Assert.Empty(differing.Take(5));
    }

    [Theory]
    [InlineData("Ý", "Ý")] // shorter than a bucket
    [InlineData("Nguyễn Thị Hoa", "Nguyễn Văn Hoa")]
    [InlineData("Lê Hoa", "Nguyễn Hoa")]
    [InlineData("Nguyễn Hoa", "Nguyễn Thị Hòa")]
    public void Bucket_ThenKey_OrdersAsTheKeyDoes(string earlier, string later)
    {
        var (one, other) = (NameOrder.Key(earlier), NameOrder.Key(later));

        Assert.True(string.CompareOrdinal(Person.BucketOfName(one), Person.BucketOfName(other)) <= 0);
        Assert.Equal(one, Person.BucketOfName(one) + one[Person.BucketOfName(one).Length..]);
        Assert.Equal(Math.Min(8, one.Length), Person.BucketOfName(one).Length);
    }

    [Fact]
    public void Bucket_CountsACharacterOutsideTheBasicPlaneOnce() =>
        Assert.Equal("hoa \U00020000bcd", Person.BucketOfName("hoa \U00020000bcdef"));

    private static int ByIcu(string one, string other)
    {
        var (given, family, middle) = Parts(one);
        var (otherGiven, otherFamily, otherMiddle) = Parts(other);
        return (Vietnamese.Compare(given, otherGiven), Vietnamese.Compare(family, otherFamily), Vietnamese.Compare(middle, otherMiddle)) switch
        {
            (0, 0, var byMiddle) => byMiddle,
            (0, var byFamily, _) => byFamily,
            (var byGiven, _, _) => byGiven,
        };
    }

    private static (string Given, string Family, string Middle) Parts(string name)
    {
        var words = name.Split(' ');
        return (words[^1], words.Length > 1 ? words[0] : "", words.Length > 2 ? string.Join(' ', words[1..^1]) : "");
    }
}
