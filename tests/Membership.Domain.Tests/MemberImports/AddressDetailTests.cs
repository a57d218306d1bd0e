using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public class AddressDetailTests
{
    private static readonly HashSet<string> CaiKhe = ["cai khe", "ninh kieu", "can tho", "an hoi"];

    [Theory]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "12/5 Nguyễn Trãi, KV3, phường Cái Khế")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "Số 12/5, đ. Nguyễn Trãi - kv. 03, P. Cái Khế, TP Cần Thơ")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3, P. An Hội, Q. Ninh Kiều", "12/5 đường Nguyen Trai khu vực 3 phường Cái Khế")]
    [InlineData("12/5 Nguyễn Trãi, KV 3", "12/5 Nguyễn Trãi, KV 3, Cái Khế, Ninh Kiều, Cần Thơ")]
    [InlineData("ấp Tân Hoà", "Ấp: Tân Hòa")]
    [InlineData("Tân Thới", "ấp Tân Thới, xã Phong Điền")]
    [InlineData("Tổ 5, ấp 1", "ấp 01 tổ 05")]
    [InlineData("Phường Cái Khế", "phường An Hội, Q. Ninh Kiều")]
    public void IsSameAs_WhenOnlyTheSpellingDiffers(string one, string other)
    {
        Assert.True(AddressDetail.Of(one, CaiKhe).IsSameAs(AddressDetail.Of(other, CaiKhe)));
        Assert.False(AddressDetail.Of(one, CaiKhe).IsVaguerThan(AddressDetail.Of(other, CaiKhe)));
    }

    [Theory]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "Phường Cái Khế")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "khu vực 3, phường Cái Khế")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "khu vực 5")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "12/5 Nguyễn Trãi")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "đường Nguyễn Trãi, khu vực 3")]
    [InlineData("Tổ 5, ấp Tân Lợi", "ấp Tân Lợi")]
    [InlineData("Hẻm 41, đường 30/4, KV2", "KV2")]
    public void IsVaguerThan_WhenAPartIsLost(string known, string listed)
    {
        Assert.True(AddressDetail.Of(listed, CaiKhe).IsVaguerThan(AddressDetail.Of(known, CaiKhe)));
        Assert.False(AddressDetail.Of(known, CaiKhe).IsVaguerThan(AddressDetail.Of(listed, CaiKhe)));
    }

    [Theory]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "45 Lê Lợi")]
    [InlineData("12/5 đường Nguyễn Trãi, khu vực 3", "12/7 Nguyễn Trãi, khu vực 3")]
    [InlineData("ấp 1", "ấp 11")]
    [InlineData("tổ 1, ấp 2", "tổ 2, ấp 1")]
    [InlineData("ấp Tân Hưng", "ấp Tân Hùng")]
    public void AnotherPlace_IsNeitherTheSameNorVaguer(string known, string listed)
    {
        var (before, after) = (AddressDetail.Of(known, CaiKhe), AddressDetail.Of(listed, CaiKhe));

        Assert.False(after.IsSameAs(before));
        Assert.False(after.IsVaguerThan(before));
    }
}
