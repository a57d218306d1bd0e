using System.Globalization;

namespace Membership.Testing.Lists;

/// <summary>Groups, totals, signatures and what else stands between and below people.</summary>
internal static class GroupLists
{
    private const int PeopleInGroup = 3;

    public static IEnumerable<RealList> All() =>
    [
        Grouped("groups-with-roman-numbers", (name, at) => [[at == 0 ? "I" : "II", name]], []),
        Grouped("groups-named-in-first-column", (name, _) => [[name]], []),
        Grouped("groups-with-number-of-members", (name, at) => [[$"{(at == 0 ? "I" : "II")}. {name} ({PeopleInGroup} hội viên)"]], []),
        Grouped("groups-with-heading-again", (name, _) => [[name], ListDraft.PlainHeading], [[null, "Cộng: 3 hội viên"]]),
        Grouped("groups-with-totals", (name, _) => [[null, name]], [[null, "Cộng", 3]]),
        Grouped("groups-with-page-marks", (name, _) => [[name]], [["Trang 1/2"]]),
        Grouped("groups-carried-over", (name, _) => [[name]], [[null, "Mang sang: 3"], [null, "Cộng trang", 3]]),
        Below("total-below", [null, "Tổng cộng: 6 hội viên"]),
        Below("declared-sum-below", ["Ấn định danh sách này có 6 (sáu) hội viên./."]),
        Below("notes-below", [null], ["Ghi chú: danh sách đã được chi hội thông qua."]),
        Below("signature-below", [null], [null, null, null, "Cái Khế, ngày 31 tháng 12 năm 2025"], [null, "NGƯỜI LẬP BIỂU", null, "TM. BAN THƯỜNG VỤ"],
            [null, "(Ký tên)", null, "CHỦ TỊCH"], [null], [null, "Võ Minh Khôi", null, "Cao Thị Lụa"]),
        Below("signature-of-the-head-below", [null, null, null, "Thủ trưởng đơn vị"], [null, null, null, "(Ký tên, đóng dấu)"], [null, null, null, "Võ Minh Khôi"]),
        Below("numbers-typed-ahead", [7], [8], [9], [10, null, null, null, null]),
        Below("empty-rows-below", [null], ["", ""], [null, "\u00A0"]),
        new ListDraft("branch-in-merged-cells")
        {
            Heading = [[.. ListDraft.PlainHeading, "Chi hội", "Nơi ở"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number == 1 ? "Chi hội 1" : number == 4 ? "Chi hội 2" : null, number == 5 ? "Ấp 3" : null],
            Expected = (expected, person) => expected with
            {
                Branch = person.Number - Invented.All[0].Number < PeopleInGroup ? "Chi hội 1" : "Chi hội 2",
                Address = person.Number - Invented.All[0].Number is 4 ? "Ấp 3" : null,
            },
        }.ToWorkbook(workbook => workbook.Change(
            WorkbookBuilder.SheetPart(1),
            sheet => sheet.Replace("</sheetData>", """</sheetData><mergeCells count="4"><mergeCell ref="A1:A1"/><mergeCell ref="F2:F4"/><mergeCell ref="F5:F7"/><mergeCell ref="B2:B3"/></mergeCells>""", StringComparison.Ordinal))),
        new ListDraft("branch-in-a-column")
        {
            Heading = [[.. ListDraft.PlainHeading, "Chi hội"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number > PeopleInGroup ? "Chi hội khu vực 2" : "Chi hội khu vực 1"],
            Expected = (expected, person) => expected with { Branch = person.Number > 10 + PeopleInGroup ? "Chi hội khu vực 2" : "Chi hội khu vực 1" },
        }.ToWorkbook(),
        new ListDraft("neighbourhood-instead-of-branch")
        {
            Heading = [[.. ListDraft.PlainHeading, "Khu vực"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "Khu vực 4"],
            Expected = (expected, _) => expected with { Branch = "Khu vực 4" },
        }.ToWorkbook(),
        new ListDraft("numbers-by-formula")
        {
            Row = (person, number) => [Formula("ROW()-1", number), person.Name, person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
        new ListDraft("numbers-as-text-with-dot")
        {
            Row = (person, number) => [string.Create(CultureInfo.InvariantCulture, $"{number}."), person.Name, person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
        new ListDraft("numbers-missing")
        {
            Row = (person, _) => [null, person.Name, person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
        new ListDraft("names-by-formula")
        {
            Row = (person, number) => [number, new RawCell("t=\"str\"", $"<f>PROPER(B{number + 1})</f><v>{person.Name}</v>"), person.Day, person.SexWord, person.CitizenId],
        }.ToWorkbook(),
    ];

    private static RealList Below(string name, params object?[][] below) => new ListDraft(name) { Below = below }.ToWorkbook();

    /// <summary>Two groups of three, each counted from 1 again.</summary>
    private static RealList Grouped(string name, Func<string, int, object?[][]> above, object?[][] below)
    {
        var rows = new List<object?[]> { ListDraft.PlainHeading };
        var people = new List<ExpectedPerson>();
        foreach (var (at, group) in Invented.All.Chunk(PeopleInGroup).Index())
        {
            var branch = string.Create(CultureInfo.InvariantCulture, $"Chi hội khu vực {at + 1}");
            rows.AddRange(above(branch, at));
            foreach (var (number, person) in group.Index())
            {
                rows.Add(ListDraft.Plain(person, number + 1));
                people.Add(ListDraft.PlainlyExpected(person, rows.Count) with { Branch = branch });
            }

            rows.AddRange(below);
        }

        return new RealList(name, WorkbookBuilder.Of([.. rows]).ToBytes()) { People = people };
    }

    private static RawCell Formula(string formula, int value) => new("", string.Create(CultureInfo.InvariantCulture, $"<f>{formula}</f><v>{value}</v>"));
}
