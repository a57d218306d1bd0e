namespace Membership.Testing.Lists;

/// <summary>Lists of phường Cái Khế whose addresses name communes, most of them as they were called before 01/07/2025.</summary>
internal static class PlaceLists
{
    public static IEnumerable<RealList> All() =>
    [
        Addresses("old-wards-with-their-old-district", person => person.Number % 2 == 0 ? $"Số {person.Number}, khu vực 3, P. Tân An, Q.NK" : $"Ấp {person.Number}, xã Mỹ Khánh, H. Phong Điền, TPCT")
            with { Places = [("AnotherCommune xã Mỹ Khánh, huyện Phong Điền", 3), ("AnotherCommune phường Tân An, quận Ninh Kiều", 3)] },
        Columns() with { Places = [("AnotherCommune phường An Hội, quận Ninh Kiều", 2)] },
        Addresses("merged-ward-by-its-old-names", person => (person.Number % 3) switch
        {
            0 => $"{person.Number}/5 Trần Phú, phường Cái Khế, quận Ninh Kiều",
            1 => $"{person.Number} CMT8, P. An Hòa, Q. Ninh Kiều, TP. Cần Thơ",
            _ => $"KV {person.Number} PHƯỜNG CÁI KHẾ",
        }),
        Addresses("enterprise-of-several-communes", person => (person.Number % 3) switch
        {
            0 => $"Số {person.Number}, đường số 4, khu nhà ở xã hội",
            1 => $"{person.Number} Lê Lợi, phường Bến Nghé, quận 1, TP.HCM",
            _ => "Phường Ninh Kiều - TP Cần Thơ",
        }) with { Places = [("AnotherCommune phường Ninh Kiều", 2), ("CommuneUnknown phường Bến Nghé, quận 1, thành phố HCM", 2)] },
        Addresses("wards-that-are-numbers", person => person.Number % 2 == 0 ? $"Số {person.Number}, P.1" : $"Số {person.Number}, phường 01, thị xã Ngã Năm")
            with { Places = [("AnotherCommune phường 1, thị xã Ngã Năm", 3), ("AnotherCommune phường 1", 3)] },
    ];

    private static RealList Columns() => new ListDraft("address-over-columns-of-communes")
    {
        Heading = [[.. ListDraft.PlainHeading, "Số nhà", "Xã/Phường", "Quận/Huyện", "Tỉnh/TP"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), $"{number}/2", number > 2 ? "Cái Khế" : "An Hội", "Ninh Kiều", "Cần Thơ"],
        Expected = (expected, person) => expected with { Address = $"{person.Number - 10}/2, {(person.Number > 12 ? "Cái Khế" : "An Hội")}, Ninh Kiều, Cần Thơ" },
    }.ToWorkbook();

    private static RealList Addresses(string name, Func<Invented, string> address) => new ListDraft(name)
    {
        Heading = [[.. ListDraft.PlainHeading, "Địa chỉ"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), address(person)],
        Expected = (expected, person) => expected with { Address = address(person) },
    }.ToWorkbook();
}
