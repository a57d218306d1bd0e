using Membership.Domain.Localities;
using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>A list of phường Ninh Kiều of December 2025: that ward was made of Tân An, which had taken in An Hội in 2020.</summary>
public sealed class PlaceMatcherTests
{
    private const string CanTho = "Thành phố Cần Thơ";
    private const string HauGiang = "Tỉnh Hậu Giang";
    private const string SocTrang = "Tỉnh Sóc Trăng";

    private static readonly DateOnly Began = new(2019, 1, 1);
    private static readonly DateOnly Merged = new(2025, 7, 1);

    private static readonly CommuneNames Names = new(
    [
        New(1, "Phường Ninh Kiều", "Quận Ninh Kiều"), New(2, "Phường Tân An", "Quận Ninh Kiều"), New(3, "Phường Cái Khế"), New(4, "Xã Phong Điền", "Huyện Phong Điền"), New(5, "Xã Tân Thạnh"), New(6, "Xã Thạnh Phú"), New(7, "Phường Ngã Năm"),
        Old(11, "Phường An Hội", "Quận Ninh Kiều", CanTho) with { To = new DateOnly(2020, 3, 1) }, Old(12, "Phường Tân An", "Quận Ninh Kiều", CanTho),
        Old(13, "Phường Cái Khế", "Quận Ninh Kiều", CanTho), Old(14, "Phường Bình Thủy", "Quận Bình Thuỷ", CanTho), Old(15, "Xã Mỹ Khánh", "Huyện Phong Điền", CanTho),
        Old(16, "Thị trấn Phong Điền", "Huyện Phong Điền", CanTho), Old(17, "Xã Tân Thạnh", "Huyện Thới Lai", CanTho), Old(6, "Xã Thạnh Phú", "Huyện Cờ Đỏ", CanTho),
        Old(21, "Phường 1", "Thành phố Sóc Trăng", SocTrang) with { To = new DateOnly(2024, 9, 1) },
        Old(22, "Phường 1", "Thành phố Sóc Trăng", SocTrang) with { From = new DateOnly(2024, 9, 1) },
        Old(23, "Phường 1", "Thị xã Ngã Năm", SocTrang), Old(24, "Xã Tân Thạnh", "Huyện Long Phú", SocTrang), Old(25, "Thị trấn Long Phú", "Huyện Long Phú", SocTrang),
        Old(26, "Xã Phú Tân", "Huyện Châu Thành", SocTrang), Old(31, "Xã Phú Tân", "Huyện Châu Thành", HauGiang), Old(32, "Xã Tân Thành", "Thị xã Ngã Bảy", HauGiang),
        Old(33, "Xã Xà Phiên", "Huyện Long Mỹ", HauGiang), Old(34, "Xã Phương Bình", "Huyện Phụng Hiệp", HauGiang), Old(35, "Phường Thuận An", "Thị xã Long Mỹ", HauGiang),
        Old(36, "Phường I", "Thành phố Vị Thanh", HauGiang), Old(37, "Phường III", "Thành phố Vị Thanh", HauGiang),
    ]);

    [Theory]
    [InlineData("Số 12 đường Trần Phú, khu vực 3")]
    [InlineData("")]
    [InlineData("Ấp Phước Lộc, đường Xã Tắc")]
    [InlineData("Khu nhà ở xã hội, đường số 4")]
    [InlineData("Xã hội hóa 5")]
    [InlineData("P.302, chung cư Tây Đô")]
    [InlineData("12 đường Phường Bạc")]
    [InlineData("Hẻm 3, tổ 5, quận Ninh Kiều, TPCT")]
    [InlineData("tt thương mại")]
    [InlineData("P.")]
    [InlineData("xã , huyện")] // The words that a form prints.
    [InlineData("12 P.Đ.Phùng, Q. Ninh Kiều")]
    [InlineData("Hợp tác xã Mỹ Khánh")]
    public void Match_OfAnAddressWithoutCommune_IsNothing(string address) => Assert.Equal(PlaceOutcome.Nothing, Match(address).Outcome);

    [Theory]
    [InlineData("Số 12, khu vực 3, phường An Hội, quận Ninh Kiều")]
    [InlineData("Số 12 PHƯỜNG AN HỘI QUẬN NINH KIỀU")]
    [InlineData("12 tran phu phuong an hoi, ninh kieu, can tho")]
    [InlineData("P. Tân An, Q.NK")]
    [InlineData("P.Tân An,Q. Ninh Kiều - TP.Cần Thơ")]
    [InlineData("12/3 Phan Đình Phùng, p tân an, q ninh kiều, TPCT")]
    [InlineData("Phường Tân An")] // Of the two of that name it is the list's own.
    [InlineData("KV 2, phường Ninh Kiều, thành phố Cần Thơ")]
    [InlineData("phường Ninh Kiều, khu nhà ở xã hội")]
    [InlineData("xã Ninh Kiều")] // The wrong word for what it is.
    [InlineData("phường Ninh Kiều, quận Ninh Kiều, TP Cần Thơ")] // Today's name with the district of before.
    [InlineData("Phường Tân An quận Ninh Kiều TP Cần Thơ Việt Nam")]
    public void Match_OfACommuneOfTheFamily_IsOwn(string address) => Assert.Equal(PlaceOutcome.Own, Match(address).Outcome);

    [Theory]
    [InlineData("Ấp 2, xã Mỹ Khánh, H. Phong Điền, TPCT", "xã Mỹ Khánh, huyện Phong Điền", "Xã Mỹ Khánh, Huyện Phong Điền")]
    [InlineData("X. Mỹ Khánh huyện Phong Điền", "xã Mỹ Khánh, huyện Phong Điền", "Xã Mỹ Khánh, Huyện Phong Điền")]
    [InlineData("P. Cái Khế", "phường Cái Khế", "Phường Cái Khế, Thành phố Cần Thơ")] // Today's goes before the one of then.
    [InlineData("P. Cái Khế, Q. Ninh Kiều", "phường Cái Khế, quận Ninh Kiều", "Phường Cái Khế, Quận Ninh Kiều")]
    [InlineData("TT. Phong Điền", "thị trấn Phong Điền", "Thị trấn Phong Điền, Huyện Phong Điền")]
    [InlineData("xã Phong Điền", "xã Phong Điền", "Xã Phong Điền, Thành phố Cần Thơ")]
    [InlineData("phường Bình Thuỷ, Q.BT", "phường Bình Thủy, quận Bình Thuỷ", "Phường Bình Thủy, Quận Bình Thuỷ")]
    [InlineData("P.01, TX. Ngã Năm", "phường 1, thị xã Ngã Năm", "Phường 1, Thị xã Ngã Năm")]
    [InlineData("Số 3, phường 1 thị xã Ngã Năm", "phường 1, thị xã Ngã Năm", "Phường 1, Thị xã Ngã Năm")]
    [InlineData("P1 Ngã Năm", "phường 1, thị xã Ngã Năm", "Phường 1, Thị xã Ngã Năm")]
    [InlineData("xã Tân Thạnh, Long Phú", "xã Tân Thạnh, huyện Long Phú", "Xã Tân Thạnh, Huyện Long Phú")]
    [InlineData("xã Tân Thạnh, huyện Thới Lai", "xã Tân Thạnh, huyện Thới Lai", "Xã Tân Thạnh, Huyện Thới Lai")]
    [InlineData("xã Tân Thành", "xã Tân Thành, thị xã Ngã Bảy", "Xã Tân Thành, Thị xã Ngã Bảy")] // Only its mark tells it from Tân Thạnh.
    [InlineData("xã Xà Phiên", "xã Xà Phiên", "Xã Xà Phiên, Huyện Long Mỹ")]
    [InlineData("XA XA PHIEN, LONG MY", "xã Xà Phiên, LONG MY", "Xã Xà Phiên, Huyện Long Mỹ")]
    [InlineData("xa phuong binh", "xã Phương Bình", "Xã Phương Bình, Huyện Phụng Hiệp")]
    [InlineData("xã Phú Tân, huyện Châu Thành, tỉnh Hậu Giang", "xã Phú Tân, huyện Châu Thành, tỉnh Hậu Giang", "Xã Phú Tân, Huyện Châu Thành, Tỉnh Hậu Giang")]
    [InlineData("xã Phong Điền, huyện Phong Điền", "xã Phong Điền, huyện Phong Điền", "Xã Phong Điền, Thành phố Cần Thơ")] // A thị trấn then.
    [InlineData("xã Long Phú, huyện Long Phú", "thị trấn Long Phú, huyện Long Phú", "Thị trấn Long Phú, Huyện Long Phú")]
    [InlineData("xã Tân Thành, huyện Thới Lai", "xã Tân Thạnh, huyện Thới Lai", "Xã Tân Thạnh, Huyện Thới Lai")]
    [InlineData("X Mỹ Khánh H Phong Điền TPCT", "xã Mỹ Khánh, huyện Phong Điền", "Xã Mỹ Khánh, Huyện Phong Điền")]
    [InlineData("Phường 3, TP. Vị Thanh", "phường III, thành phố Vị Thanh", "Phường III, Thành phố Vị Thanh")]
    [InlineData("xã Mỹ Khánh, tỉnh Hậu Giang", "xã Mỹ Khánh", "Xã Mỹ Khánh, Huyện Phong Điền")] // A wrong province is no reason.
    [InlineData("xã Thạnh Phú, huyện Cờ Đỏ", "xã Thạnh Phú, huyện Cờ Đỏ", "Xã Thạnh Phú, Huyện Cờ Đỏ")]
    public void Match_OfAnotherCommune_IsTheOneOfThatDistrict(string address, string text, string commune)
    {
        var reading = Match(address);

        Assert.Equal((PlaceOutcome.Another, text, commune), (reading.Outcome, reading.Text, string.Join(" | ", reading.Candidates.Select(Names.Whole))));
    }

    [Theory]
    [InlineData("Phường 1", "phường 1", 4)]
    [InlineData("P.1, TP. Sóc Trăng", "phường 1, thành phố Sóc Trăng", 2)]
    [InlineData("xã Phú Tân, huyện Châu Thành", "xã Phú Tân, huyện Châu Thành", 2)]
    public void Match_OfANameGivenMoreThanOnce_IsSeveral(string address, string text, int candidates)
    {
        var reading = Match(address);

        Assert.Equal((PlaceOutcome.Several, text, candidates), (reading.Outcome, reading.Text, reading.Candidates.Count));
    }

    [Theory]
    [InlineData("phường Bến Nghé, quận 1, TP.HCM", "phường Bến Nghé, quận 1, thành phố HCM")]
    [InlineData("P. Bến Nghé, Q.1", "phường Bến Nghé, quận 1")]
    [InlineData("Ấp 1, xã Hòa Đông", "xã Hòa Đông")]
    [InlineData("phường Tân An, quận Bình Thủy", "phường Tân An, quận Bình Thuỷ")] // No such ward was there.
    [InlineData("phường Mỹ Khánh, TP Long Xuyên", "phường Mỹ Khánh, thành phố Long Xuyên")] // The word that stands there.
    [InlineData("xã Mỹ Khánh, huyện Chợ Mới, tỉnh An Giang", "xã Mỹ Khánh, huyện Chợ Mới, tỉnh An Giang")]
    public void Match_OfACommuneThatNeverWas_IsUnknown(string address, string text)
    {
        var reading = Match(address);

        Assert.Equal((PlaceOutcome.Unknown, text), (reading.Outcome, reading.Text));
    }

    [Theory]
    [InlineData("An Hội", "Ninh Kiều", null, "Own")]
    [InlineData("Cái Khế", null, null, "Another phường Cái Khế")]
    [InlineData("P. Cái Khế", "Q. Ninh Kiều", "Cần Thơ", "Another phường Cái Khế, quận Ninh Kiều")]
    [InlineData("1", "Ngã Năm", "Sóc Trăng", "Another phường 1, thị xã Ngã Năm")]
    [InlineData("Tân Thạnh", "Châu Thành A", "Hậu Giang", "Unknown xã Tân Thạnh, Châu Thành A, tỉnh Hậu Giang")]
    [InlineData("Mỹ Khánh", "Phong Điền", "Thừa Thiên Huế", "Unknown xã Mỹ Khánh, huyện Phong Điền, Thừa Thiên Huế")]
    public void Match_OfColumns_NeedsNoWordsForTheKinds(string commune, string? district, string? province, string expected)
    {
        var reading = Matcher().Match(commune, district, province);

        Assert.Equal(expected, $"{reading.Outcome} {reading.Text}".Trim());
    }

    [Fact]
    public void Match_OfWhatItSays_SaysTheSame()
    {
        foreach (var commune in Names.All)
        {
            var reading = Match(Names.Whole(commune));

            Assert.True(reading.Outcome == PlaceOutcome.Own || reading.Candidates.Any(one => one.LocalityId == commune.LocalityId), Names.Whole(commune));
            Assert.Equal(reading.Candidates, Match(reading.Text).Candidates);
        }
    }

    [Theory]
    [InlineData("P. P. X. xã phường, TPCT Q. P.0 TP. thị trấn - (H. T. tinh ")]
    [InlineData("xã\u0301 \uD800 phường \u0323\u0301, P.00 quận Q.\u0301 phuong")]
    public void Match_OfAnyText_ComesToAnEnd(string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            Assert.NotNull(Match(text[..length]));
            Assert.NotNull(Matcher().Match(text[..length], text[length..], text));
        }
    }

    [Fact]
    public void WholeNames_OfNamesGivenTwice_SayProvinceOrLastDay()
    {
        string[] expected =
        [
            "Phường 1, Thành phố Sóc Trăng, Tỉnh Sóc Trăng (đến 31/08/2024)", "Phường 1, Thành phố Sóc Trăng, Tỉnh Sóc Trăng (đến 30/06/2025)",
            "Phường 1, Thị xã Ngã Năm", "Xã Phú Tân, Huyện Châu Thành, Tỉnh Sóc Trăng", "Xã Phú Tân, Huyện Châu Thành, Tỉnh Hậu Giang",
        ];

        Assert.Equal(expected, Names.All.Where(name => name.Name is "Phường 1" or "Xã Phú Tân").Select(Names.Whole));
        Assert.Equal((24, 24, null), (Names.IdOf("Xã Tân Thạnh, Huyện Long Phú"), Names.IdOf("xã tân thạnh,  huyện long phú"), Names.IdOf("Xã Tân Thạnh")));
    }

    [Fact]
    public void Match_WhenAskedAgain_AllocatesNothing()
    {
        var matcher = Matcher();
        string[] addresses = ["Số 12, khu vực 3, phường Cái Khế, quận Ninh Kiều", "Số 14, khu vực 5, phường Cái Khế, quận Ninh Kiều", "Số 8 Trần Phú"];
        Array.ForEach(addresses, address => matcher.Match(address));

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var address in addresses)
            matcher.Match(address);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static PlaceReading Match(string address) => Matcher().Match(address);

    private static PlaceMatcher Matcher() => new(Names, 1, new HashSet<long> { 1, 11, 12 }, new DateOnly(2025, 12, 31));

    private static CommuneName New(long id, string name, params string[] former) => new(id, name, CanTho, null, Merged, null) { FormerParents = former };

    private static CommuneName Old(long id, string name, string parent, string province) => new(id, name, parent, province, Began, Merged);
}
