using Membership.Domain.Localities;
using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>What the address of a row says of the commune, and what the officer says of the address.</summary>
public sealed class AddressOfRowTests
{
    private const string Heading = "Họ tên|Năm sinh|Địa chỉ";

    private static readonly CommuneNames Names = new(
    [
        new CommuneName(1, "Phường Cái Khế", "Thành phố Cần Thơ", null, new DateOnly(2025, 7, 1), null),
        new CommuneName(2, "Xã Phong Điền", "Thành phố Cần Thơ", null, new DateOnly(2025, 7, 1), null),
    ]);

    [Theory]
    [InlineData("Số 5, phường Cái Khế", "")]
    [InlineData("Số 5, xã Phong Điền", "AnotherCommune xã Phong Điền")]
    [InlineData("Số 5, xã Mỹ Lạ", "CommuneUnknown xã Mỹ Lạ")]
    public void Row_OfAnAddress_WarnsOfOtherCommunes(string address, string warning)
    {
        var member = Parse(Heading, ListChoices.None, address);

        Assert.Equal(warning, string.Join(' ', member.Warnings.Select(one => $"{one.Code} {one.Text}")));
        Assert.Equal((address, (long?)null), (member.Address, member.CommuneId));
    }

    [Theory]
    [InlineData("Xã Phong Điền, Thành phố Cần Thơ", 2L)]
    [InlineData("Phường Cái Khế, Thành phố Cần Thơ", null)]
    [InlineData("", null)]
    public void Row_OfAnAddressThatWasAnswered_LivesThereWithoutWarning(string meaning, long? commune)
    {
        var choices = new ListChoices { Values = new Dictionary<string, string> { ["Address|xa phong dien"] = meaning } };

        var member = Parse(Heading, choices, "Ấp 2, X. Phong Điền");

        Assert.Empty(member.Warnings);
        Assert.Equal(commune, member.CommuneId);
    }

    [Fact]
    public void Row_OfAnAnswerThatIsNoCommune_IsAskedAgain()
    {
        var choices = new ListChoices { Values = new Dictionary<string, string> { ["Address|xa phong dien"] = "Phong Điền" } };

        Assert.Equal(RowWarningCode.AnotherCommune, Assert.Single(Parse(Heading, choices, "xã Phong Điền").Warnings).Code);
    }

    [Theory]
    [InlineData("Họ tên|Năm sinh|Số nhà|Xã/Phường|Quận/Huyện|Tỉnh/TP", "5", "Phong Điền", "", "Cần Thơ")]
    [InlineData("Họ tên|Năm sinh|Tỉnh|Huyện|Xã|Số nhà", "Cần Thơ", "", "Phong Điền", "5")]
    public void Row_OfAnAddressOverColumns_TakesTheCommuneFromItsColumn(string heading, params string[] cells) =>
        Assert.Equal("xã Phong Điền", Assert.Single(Parse(heading, ListChoices.None, cells).Warnings).Text);

    private static ParsedMember Parse(string heading, ListChoices choices, params string[] address)
    {
        var rules = new RowRules(Sheet.Shape(heading), Sheet.AsOf) { Choices = choices, Places = new PlaceMatcher(Names, 1, new HashSet<long> { 1 }, Sheet.AsOf) };
        return MemberRowParser.Parse(Sheet.Row(2, ["Lê An", "1980", .. address]), rules);
    }
}
