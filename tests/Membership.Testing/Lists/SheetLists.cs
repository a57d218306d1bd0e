namespace Membership.Testing.Lists;

/// <summary>Several lists in one workbook, and several organizations in one list.</summary>
internal static class SheetLists
{
    private const int PeopleInFirst = 3;

    private static readonly object?[] Short = ["TT", "Họ tên", "Năm sinh", "Ghi chú"];

    public static IEnumerable<RealList> All() =>
    [
        TwoSheets("a-list-on-each-sheet", ListDraft.PlainHeading, ListDraft.Plain, (expected, _) => expected),
        TwoSheets("a-list-of-other-columns-on-each-sheet", Short, (person, number) => [number, person.Name, person.Born.Year, null], OnlyYear),
        SecondBelow("a-second-table-of-other-columns-below", Short, (person, number) => [number, person.Name, person.Born.Year, null], OnlyYear),
        SecondBelow(
            "a-second-table-in-other-order-below", ["TT", "Số CCCD", "Ngày sinh", "Họ và tên", "Giới tính"],
            (person, number) => [number, person.CitizenId, person.Day, person.Name, person.SexWord], (expected, _) => expected),
    ];

    private static ExpectedPerson OnlyYear(ExpectedPerson expected, Invented person) =>
        expected with { Birth = expected.Birth![..4], Sex = null, CitizenId = null };

    private static object?[][] First() => [ListDraft.PlainHeading, .. Invented.All.Take(PeopleInFirst).Select((person, at) => ListDraft.Plain(person, at + 1))];

    private static RealList TwoSheets(
        string name, object?[] heading, Func<Invented, int, object?[]> row, Func<ExpectedPerson, Invented, ExpectedPerson> expect)
    {
        // The title above a list names the branch of those who have none of their own.
        var second = new ListDraft(name) { Expected = (expected, person) => expect(expected, person) with { Branch = "CHI HỘI 2" } };
        object?[][] rows = [["CHI HỘI 2"], heading, .. Invented.All.Skip(PeopleInFirst).Select((person, at) => row(person, at + 1))];
        return new RealList(name, new WorkbookBuilder().Sheet("Đang sinh hoạt", First()).Sheet("Chờ xét ", rows).ToBytes())
        {
            People = [.. new ListDraft(name).Expect(2).Take(PeopleInFirst), .. second.Expect(3 - PeopleInFirst, sheet: 1).Skip(PeopleInFirst)],
        };
    }

    private static RealList SecondBelow(
        string name, object?[] heading, Func<Invented, int, object?[]> row, Func<ExpectedPerson, Invented, ExpectedPerson> expect)
    {
        var second = new ListDraft(name) { Expected = expect };
        object?[][] rows = [.. First(), [null], ["DANH SÁCH HỘI VIÊN DANH DỰ"], heading, .. Invented.All.Skip(PeopleInFirst).Select((person, at) => row(person, at + 1))];
        return new RealList(name, WorkbookBuilder.Of(rows).ToBytes())
        {
            People = [.. new ListDraft(name).Expect(2).Take(PeopleInFirst), .. second.Expect(8 - PeopleInFirst).Skip(PeopleInFirst)],
        };
    }
}
