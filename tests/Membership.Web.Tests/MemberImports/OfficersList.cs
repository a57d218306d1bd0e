using System.Globalization;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.Web.Tests.MemberImports;

/// <summary>Lists as officers keep them, with invented people: other ones, by their numbers, in each commune.</summary>
internal static class OfficersList
{
    public const string Sheet = "DS";

    private static readonly DateOnly ListedOn = new(2025, 11, 30);

    private static readonly object?[] Heading = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Chi hội"];

    /// <summary>Names in letters of TCVN3, citizen numbers that lost their zero, and one birth date that no calendar has, in row 8.</summary>
    /// <param name="commune">Five digits.</param>
    public static byte[] Old(string commune) => WorkbookBuilder.Of(
        ["HỘI NÔNG DÂN XÃ"],
        ["DANH SÁCH HỘI VIÊN"],
        [],
        Heading,
        [1, "NguyÔn V¨n Hßa", "12/05/1968", "Nam", Number("920681", commune), "0900000011", "Khu vực 1"],
        [2, "TrÇn ThÞ B\u00ADëi", "03/09/1975", "Nữ", Number("921752", commune), "0900000012", "Khu vực 1"],
        [3, "Lª Minh §øc", "21/11/1982", "Nam", Number("920823", commune), "0900000013", "Khu vực 2"],
        [4, "Ph¹m ThÞ H¹nh", "29/02/1995", "Nữ", Number("921954", commune), "0900000014", "Khu vực 2"],
        [5, "Vâ Quèc To¶n", "17/07/1990", "Nam", Number("920905", commune), "0900000015", "Khu vực 2"]).ToBytes();

    /// <summary>Nothing to ask: two people known by their numbers, and a blank telephone of the first.</summary>
    public static byte[] Plain(string commune, string? phone = "0900000021") => WorkbookBuilder.Of(
        Heading,
        [1, "Nguyễn Thị Ánh", "22/03/1981", "Nữ", "0921816" + commune, phone, "Khu vực 1"],
        [2, "Trần Văn Bình", "14/11/1975", "Nam", "0920757" + commune, "0900000022", "Khu vực 1"]).ToBytes();

    /// <summary>One person known by her number, where she lives and to which branch she belongs.</summary>
    public static byte[] Living(string commune, string address, string branch) => WorkbookBuilder.Of(
        ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Nơi ở", "Chi hội"],
        [1, "Nguyễn Thị Ánh", "22/03/1981", "Nữ", "0921816" + commune, address, branch]).ToBytes();

    /// <summary>The first of the two only.</summary>
    public static byte[] Shorter(string commune) => WorkbookBuilder.Of(
        Heading,
        [1, "Nguyễn Thị Ánh", "22/03/1981", "Nữ", "0921816" + commune, "0900000021", "Khu vực 1"]).ToBytes();

    /// <summary>A birth date that no calendar has, in row 2, and one person three times with the year of birth only, in rows 3 to 5.</summary>
    public static byte[] Doubtful() => WorkbookBuilder.Of(
        Heading,
        [1, "Phạm Thị Hạnh", "31/04/1988", "Nữ", null, null, "Khu vực 2"],
        [2, "Võ Quốc Toản", "1990", "Nam", null, null, "Khu vực 2"],
        [3, "Võ Quốc Toản", "1990", "Nam", null, null, "Khu vực 3"],
        [4, "Võ Quốc Toản", "1990", "Nam", null, null, "Khu vực 4"]).ToBytes();

    /// <summary>No heading at all, and a sex in words of the officer's own.</summary>
    public static byte[] WithoutHeading(string commune) => WorkbookBuilder.Of(
        ["Nguyễn Thị Ánh", "22/03/1981", "gái", "0921816" + commune],
        ["Trần Văn Bình", "14/11/1975", "trai", "0920757" + commune],
        ["Lê Hoàng Dũng", "30/07/1968", "trai", "0920688" + commune]).ToBytes();

    /// <summary>Reads a list of the farmers, without a page.</summary>
    /// <returns>The import.</returns>
    public static async Task<long> CheckAsync(TestDatabase database, byte[] content, string commune, ListMode mode = ListMode.Update, DateOnly? asOf = null)
    {
        using var stream = new MemoryStream(content);
        var choices = new ListChoices { Mode = mode };
        var import = await database.Send(new ReceiveMemberList(stream, "hoi-vien.xlsx", "HND", commune, asOf ?? ListedOn, Choices: choices));
        await database.Send(new CheckMemberList(import.Value));
        return import.Value;
    }

    /// <summary>As <see cref="CheckAsync"/>, and writes it to the register. It must need no answer.</summary>
    public static async Task<long> CommitAsync(TestDatabase database, byte[] content, string commune)
    {
        var import = await CheckAsync(database, content, commune);
        _ = (await database.Send(new CommitMemberImport(import))).Value;
        return import;
    }

    /// <summary>As Excel keeps a citizen number that was typed: without its zero.</summary>
    private static double Number(string beginning, string commune) => double.Parse(beginning + commune, CultureInfo.InvariantCulture);
}
