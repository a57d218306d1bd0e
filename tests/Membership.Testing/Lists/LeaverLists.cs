using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Testing.Lists;

/// <summary>Lists that name who left, struck-through people, and columns about others: none of them makes a member unasked.</summary>
internal static class LeaverLists
{
    private const string StruckStyle = "s=\"2\" t=\"inlineStr\"";
    private static readonly RowProblemCode[] HasLeft = [RowProblemCode.HasLeft];
    private static readonly RowProblemCode[] Struck = [RowProblemCode.StruckThrough];

    public static IEnumerable<RealList> All() => [.. WhoLeft(), .. OfOthers(), .. NumbersAndTelephones(), .. NumbersOrTelephones(), .. Headings(), .. Dittos()];

    private static IEnumerable<RealList> WhoLeft() =>
    [
        AllLeft("leavers-by-title", new ListDraft("") { Above = [["DANH SÁCH HỘI VIÊN GIẢM NĂM 2025"]] }),
        AllLeft("leavers-by-title-in-words", new ListDraft("") { Above = [["HỘI NÔNG DÂN PHƯỜNG"], ["Danh sách hội viên đưa ra khỏi Hội"]] }),
        SomeLeft("leavers-by-reason", "Lý do giảm", "Chuyển đi nơi khác"),
        SomeLeft("leavers-by-day-of-death", "Ngày mất", "12/03/2025"),
        SomeLeft("leavers-by-day-of-leaving", "Ngày chuyển đi", "12/03/2025"),
        SomeLeft("leavers-by-place-they-went-to", "Nơi chuyển đến", "Cà Mau"),
        SomeLeft("leavers-by-tick", "Giảm", "x"),
        SomeLeft("leavers-by-note", "Ghi chú", "Đã mất"),
        new ListDraft("no-leavers-by-a-title-of-something-else") { Above = [["DANH SÁCH HỘI VIÊN THAM GIA GIẢM NGHÈO"], ["Giám đốc dự án"]] }.ToWorkbook(),
        SomeStruck("struck-through-by-style", name => new RawCell(StruckStyle, $"<is><t>{name}</t></is>")),
        SomeStruck("struck-through-by-runs", name => new RawCell("t=\"inlineStr\"", $"<is><r><rPr><strike/></rPr><t>{name[..4]}</t></r><r><rPr><strike val=\"1\"/></rPr><t>{name[4..]}</t></r></is>")),
        new ListDraft("not-struck-through-after-all")
        {
            Row = (person, number) => [number, new RawCell("t=\"inlineStr\"", $"<is><r><rPr><strike val=\"0\"/></rPr><t>{person.Name}</t></r></is>"), person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> OfOthers() =>
    [
        new ListDraft("sex-of-a-child")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính con", "SĐT con"]],
            Row = (person, number) => [number, person.Name, person.Day, person.CitizenId, "Nam", "0900999999"],
            Expected = (expected, _) => expected with { Sex = null },
        }.ToWorkbook(),
        new ListDraft("sex-under-a-child")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Con", null], [null, null, null, null, "Họ tên", "Giới tính"]],
            Row = (person, number) => [number, person.Name, person.Day, person.CitizenId, "Lê An", "Nam"],
            Expected = (expected, _) => expected with { Sex = null },
        }.ToWorkbook(),
        new ListDraft("sex-behind-the-name-of-a-child")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Họ tên con", "Giới tính"]],
            Row = (person, number) => [number, person.Name, person.Day, person.CitizenId, "Lê An", "Nam"],
        }.ToWorkbook() with { Question = nameof(ColumnOfWhom) },
        new ListDraft("numbers-without-a-heading-that-is-known")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Mã của Hội đồng"]],
        }.ToWorkbook() with { Question = nameof(ColumnNotUnderstood) },
    ];

    private static IEnumerable<RealList> NumbersAndTelephones() =>
    [
        new ListDraft("number-and-telephone-in-one-cell")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD/SĐT"]],
            Row = (person, number) => [number, person.Name, person.Day, person.SexWord, number == 1 ? person.CitizenId : number == 2 ? person.Phone : $"{person.CitizenId}{(number % 2 == 0 ? "\n" : " / ")}{person.Phone}"],
            Expected = (expected, person) => expected with { CitizenId = person.Number == 12 ? null : expected.CitizenId, Phone = person.Number == 11 ? null : person.Phone },
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> NumbersOrTelephones() =>
    [
        new ListDraft("telephone-in-the-cell-of-the-number")
        {
            Row = (person, number) => [number, person.Name, person.Day, person.SexWord, number > 3 ? $"{person.CitizenId} - {person.Phone}" : person.CitizenId],
            Expected = (expected, person) => expected with { Phone = person.Number > 13 ? person.Phone : null },
            Repairs = [("NumberAndPhoneParted", 3)],
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> Headings() =>
    [
        new ListDraft("births-by-sex-beside-numbered-groups")
        {
            Heading = [["STT", "Họ và tên", "Năm sinh", null, "Số CCCD", "Tổ", null], [null, null, "Nam", "Nữ", null, 10, 11]],
            Row = (person, number) =>
                [number, person.Name, person.Sex == Sex.Male ? person.Born.Year : null, person.Sex == Sex.Female ? person.Born.Year : null, person.CitizenId, "x", null],
            Expected = (expected, _) => expected with { Birth = expected.Birth![..4] },
        }.ToWorkbook(),
        new ListDraft("heading-in-two-languages")
        {
            Heading = [["No.", "Họ và tên / Full name", "Ngày sinh\n(Date of birth)", "Giới tính/Sex", "Số CCCD\nID No.", "Phone number"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), person.Phone],
            Expected = (expected, person) => expected with { Phone = person.Phone },
        }.ToWorkbook(),
        new ListDraft("address-in-doubt")
        {
            Heading = [[.. ListDraft.PlainHeading, "Địa chỉ"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number == 1 ? "ấp Bình (?)" : number == 2 ? "?" : number == 3 ? "ấp T?n L?i" : "12 ?ấp Hòa"],
            Expected = (expected, person) => expected with { Address = person.Number == 11 ? "ấp Bình (?)" : null },
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> Dittos() =>
    [
        new ListDraft("ditto-marks-in-many-columns")
        {
            Heading = [[.. ListDraft.PlainHeading, "Ngày vào Hội", "Dân tộc", "Quê quán"]],
            Row = (person, number) => [number, person.Name, person.Day, number is 5 ? "-nt-" : person.SexWord, person.CitizenId, number == 1 ? "05/03/2010" : "〃", number == 1 ? "Kinh" : "nt", number == 1 ? "Hậu Giang" : "như trên"],
            Expected = (expected, _) => expected with { AdmittedOn = "2010-03-05", Ethnicity = "Kinh" },
            Repairs = [("DittoMark", 5)],
        }.ToWorkbook(),
        new ListDraft("ditto-marks-where-nothing-is-kept")
        {
            Heading = [[.. ListDraft.PlainHeading, "Quê quán", "Nghề nghiệp"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number == 1 ? "Hậu Giang" : "như trên", number == 1 ? "Làm ruộng" : "nt"],
        }.ToWorkbook(),
        new RealList("group-title-that-is-a-bare-place", WorkbookBuilder.Of(
            [ListDraft.PlainHeading, [null, "Thới Hòa"], .. Invented.All.Select((person, at) => ListDraft.Plain(person, at + 1))]).ToBytes())
        {
            People = [.. Invented.All.Select((person, at) => ListDraft.PlainlyExpected(person, at + 3) with { Branch = "Thới Hòa" })],
        },
    ];

    private static RealList AllLeft(string name, ListDraft draft) => (draft with { Name = name }).ToWorkbook() with
    {
        People = [],
        Rejected = [.. Invented.All.Select((_, at) => (draft.Above.Count + at + 2, HasLeft))],
        Repairs = [("LeaverLeftOut", Invented.All.Count)],
    };

    /// <summary>The second and the fourth.</summary>
    private static RealList SomeLeft(string name, string heading, string mark) => Without(
        new ListDraft(name)
        {
            Heading = [[.. ListDraft.PlainHeading, heading]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number is 2 or 4 ? mark : number == 3 ? "-" : null],
        }.ToWorkbook(), HasLeft, "LeaverLeftOut");

    private static RealList SomeStruck(string name, Func<string, RawCell> struck) => Without(
        new ListDraft(name)
        {
            Row = (person, number) => [number, number is 2 or 4 ? struck(person.Name) : person.Name, person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(builder => builder.Change(WorkbookBuilder.StylesPart, text => text
            .Replace("<fonts count=\"1\"><font/></fonts>", "<fonts count=\"2\"><font/><font><strike/></font></fonts>", StringComparison.Ordinal)
            .Replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>", StringComparison.Ordinal))), Struck, "StruckLeftOut");

    private static RealList Without(RealList list, RowProblemCode[] problems, string repair) => list with
    {
        People = [.. list.People.Where(person => person.Row is not (3 or 5))],
        Rejected = [(3, problems), (5, problems)],
        Repairs = [(repair, 2)],
    };
}
