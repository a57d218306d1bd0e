using System.Text;
using Membership.Domain.Members;

namespace Membership.Testing.Lists;

/// <summary>Where headings stand and how they are written.</summary>
internal static class HeadingLists
{
    private static readonly int[] RowsSeen = [1, 2, 3, 5, 6, 7, 10, 11];

    private static readonly string[] Titles =
    [
        "HỘI NÔNG DÂN VIỆT NAM", "HỘI NÔNG DÂN PHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", "DANH SÁCH HỘI VIÊN",
        "Năm 2025", "(Kèm theo Báo cáo số 12-BC/HND)", "", "Đơn vị tính: người",
    ];

    public static IEnumerable<RealList> All() =>
    [
        .. RowsSeen.Select(InRow),
        .. MergedHeadings(),
        Plain("heading-with-line-breaks", "STT", "Họ và\ntên", "Ngày sinh\n(ngày/tháng/năm)", "Giới tính\n(Nam hoặc nữ)", "Số\nCCCD"),
        Plain("heading-with-stars-and-hash", "#", "Họ và tên (*)", "Ngày sinh(*)", "Giới tính(*)", "Số CCCD (*)"),
        Plain("heading-in-capitals-with-trailing-spaces", "STT ", "HỌ VÀ TÊN ", "NGÀY SINH ", " GIỚI TÍNH", "SỐ CCCD "),
        Plain("heading-without-marks", "STT", "HO VA TEN", "NGAY SINH", "GIOI TINH", "SO CCCD"),
        Plain("heading-abbreviated", "TT", "Họ tên", "NS", "GT", "CCCD"),
        Plain("heading-decomposed", [.. ListDraft.PlainHeading.Select(text => (object?)((string)text!).Normalize(NormalizationForm.FormD))]),
        Plain("heading-of-machine-names", "Stt", "HOTEN", "NGAYSINH", "PHAI", "CCCD"),
        Plain("heading-of-students", "TT", "Họ tên SV", "Ngày, tháng,\n năm sinh", "Phái", "Số thẻ căn cước/CMND"),
        Plain("heading-of-pupils", "STT", "Họ và tên học sinh(*)", "Ngày sinh(*)", "Giới tính(*)", "Số CMND/CCCD"),
        Plain("heading-with-no-break-spaces", "\u00A0STT\u00A0", "Họ\u00A0và\u00A0tên", "Ngày\u00A0sinh", "Giới\u00A0tính", "Số\u00A0CCCD"),
        Plain("heading-of-full-words", "Số thứ tự", "Họ, chữ đệm và tên", "Ngày tháng năm sinh", "Giới tính Nam/Nữ", "Số căn cước công dân"),
        new ListDraft("column-numbers-in-brackets") { Heading = [ListDraft.PlainHeading, ["(1)", "(2)", "(3)", "(4)", "(5)"]] }.ToWorkbook(),
        new ListDraft("column-letters-and-numbers") { Heading = [ListDraft.PlainHeading, ["A", "B", 1, 2, 3]] }.ToWorkbook(),
        new ListDraft("empty-row-under-heading") { Heading = [ListDraft.PlainHeading, [null]] }.ToWorkbook(),
        BirthBySex(),
        BirthInThreeColumns(),
        TicksUnderThreeLines(),
        AddressUnderOneHeading(),
        new ListDraft("one-column-to-the-right")
        {
            Heading = [[null, .. ListDraft.PlainHeading]],
            Row = (person, number) => [null, .. ListDraft.Plain(person, number)],
        }.ToWorkbook(),
        Columns(),
    ];

    private static RealList InRow(int row) => new ListDraft($"heading-in-row-{row}")
    {
        Above = [.. Titles.TakeLast(row - 1).Select(title => new object?[] { title.Length == 0 ? null : title })],
    }.ToWorkbook();

    private static RealList Plain(string name, params object?[] heading) => new ListDraft(name) { Heading = [heading] }.ToWorkbook();

    private static RealList BirthBySex() => new ListDraft("birth-year-over-nam-and-nu")
    {
        Heading = [["STT", "Họ và tên", "Năm sinh", null, "Số CCCD"], [null, null, "Nam ", "Nữ"]],
        Row = (person, number) => [number, person.Name, person.Sex == Sex.Male ? person.Born.Year : null, person.Sex == Sex.Female ? person.Day : null, person.CitizenId],
        Expected = (expected, person) => person.Sex == Sex.Male ? expected with { Birth = expected.Birth![..4] } : expected,
    }.ToWorkbook();

    private static RealList BirthInThreeColumns() => new ListDraft("birth-in-three-columns")
    {
        Heading = [["STT", "Họ và tên", "Ngày sinh", null, null, "Giới tính", "Số CCCD"], [null, null, "Ngày", "Tháng", "Năm"]],
        Row = (person, number) => [number, person.Name, person.Born.Day, person.Born.Month, person.Born.Year, person.SexWord, person.CitizenId],
    }.ToWorkbook();

    private static RealList TicksUnderThreeLines() => new ListDraft("ticks-under-three-lines")
    {
        Heading =
        [
            ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc", null, "Trình độ", null, null, null],
            [null, null, null, null, null, "Kinh", "Khác", "Học vấn", null, "Lý luận chính trị", null],
            [null, null, null, null, null, null, null, "THCS", "THPT", "Sơ cấp", "Trung cấp"],
        ],
        Row = (person, number) => [.. ListDraft.Plain(person, number), number % 2 == 0 ? "x" : null, number % 2 == 0 ? null : "K'Ho", "x", null, null, "✓"],
        Expected = (expected, person) => expected with
        {
            Ethnicity = person.Number % 2 == 0 ? "Kinh" : "Cơ-ho",
            Education = "Trung học cơ sở",
            PoliticalTheory = "Trung cấp",
        },
    }.ToWorkbook();

    private static IEnumerable<RealList> MergedHeadings() =>
    [
        new ListDraft("name-heading-over-three-columns")
        {
            Heading = [["STT", "Họ và tên", null, null, "Ngày sinh", "Giới tính", "Số CCCD"]],
            Row = (person, number) => person.Family.Split(' ', 2) is [var family, var middle]
                ? [number, family, middle, person.Given, person.Day, person.SexWord, person.CitizenId]
                : [number, person.Family, null, person.Given, person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
        new ListDraft("address-heading-over-three-columns")
        {
            Heading = [[.. ListDraft.PlainHeading, "Nơi ở", null, null]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "Số 5", "Ấp 1", "Cái Khế"],
            Expected = (expected, _) => expected with { Address = "Số 5, Ấp 1, Cái Khế" },
        }.ToWorkbook(),
        new ListDraft("telephones-beside-their-heading")
        {
            Heading = [[.. ListDraft.PlainHeading, "Điện thoại", null]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), null, person.Phone],
            Expected = (expected, person) => expected with { Phone = person.Phone },
        }.ToWorkbook(),
        new ListDraft("days-of-joining-several-organizations")
        {
            Heading = [[.. ListDraft.PlainHeading, "Ngày vào Đoàn", "Ngày vào Hội"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "26/03/2003", "05/2010"],
            Expected = (expected, _) => expected with { AdmittedOn = "2010-05" },
        }.ToWorkbook(),
        new ListDraft("day-of-joining-another-organization")
        {
            Heading = [[.. ListDraft.PlainHeading, "Ngày vào Đoàn"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "26/03/2003"],
        }.ToWorkbook(),
        new ListDraft("day-of-joining-under-one-heading")
        {
            Heading = [[.. ListDraft.PlainHeading, "Ngày tháng năm vào", null], [null, null, null, null, null, "Hội", "Đảng"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "05/2010", "03/02/2015"],
            Expected = (expected, _) => expected with { AdmittedOn = "2010-05" },
        }.ToWorkbook(),
    ];

    private static RealList AddressUnderOneHeading() => new ListDraft("address-in-parts")
    {
        Heading = [[.. ListDraft.PlainHeading, "Địa chỉ", null, null], [null, null, null, null, null, "Số nhà", "Tổ dân phố", "Phường"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), $"{number}/2", "Tổ 5", "Cái Khế"],
        Expected = (expected, person) => expected with { Address = $"{person.Number - 10}/2, Tổ 5, Cái Khế" },
    }.ToWorkbook();

    private static RealList Columns() => new ListDraft("every-kept-column")
    {
        Heading = [[.. ListDraft.PlainHeading, "Dân tộc", "Tôn giáo", "SĐT", "Nơi ở hiện nay", "Chi hội", "Ngày vào Hội", "Chức vụ", "Ghi chú"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), "Khơ-me", "Phật giáo", person.Phone, "ấp Tân Lợi", "Chi hội 2", "5/2008", "Tổ trưởng", "hộ khó khăn"],
        Expected = (expected, person) => expected with
        {
            Ethnicity = "Khơ-me",
            Religion = "Phật giáo",
            Phone = person.Phone,
            Address = "ấp Tân Lợi",
            Branch = "Chi hội 2",
            AdmittedOn = "2008-05",
            Office = "Tổ trưởng",
        },
    }.ToWorkbook();
}
