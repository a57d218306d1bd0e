using Membership.Domain.MemberImports;
using static Membership.Domain.MemberImports.RowProblemCode;

namespace Membership.Testing.Lists;

/// <summary>Lists of which the third person, and others named, cannot be taken; and lists that cannot be read without an answer.</summary>
internal static class SpoiltLists
{
    private const int SpoiltPerson = 13;
    private const int SpoiltRow = 4;

    public static IEnumerable<RealList> All() =>
    [
        Spoilt("no-such-day", row => row[2] = "29/02/1995", DateDoesNotExist),
        Spoilt("no-such-month", row => row[2] = "12/13/1995", DateDoesNotExist),
        Spoilt("birth-after-the-list", row => row[2] = "12/05/2031", DateOutOfRange),
        Spoilt("birth-before-1900", row => row[2] = "12/05/1795", DateOutOfRange),
        Spoilt("birth-in-unknown-words", row => row[2] = "không rõ", DateUnreadable),
        Spoilt("name-missing", row => row[1] = null, NameMissing),
        Spoilt("birth-and-number-missing", row => (row[2], row[4]) = (null, null), BirthDateMissing),
        Spoilt("several-people-in-a-cell", row => row[1] = "1. Võ Minh Khôi\n2. Cao Thị Lụa", SeveralPeopleInCell),
        Spoilt("digits-in-a-name", row => row[1] = "Võ Minh Khôi 0900000001", NameHasForeignCharacters),
        Spoilt("formula-as-a-name", row => row[1] = "=HYPERLINK(\"http://x\")", NameHasForeignCharacters),
        Spoilt("direction-changed-in-a-name", row => row[1] = "Võ \u202Eiôhk hniM", NameHasForeignCharacters),
        Spoilt("name-of-vni-among-unicode", row => row[1] = "Traàn Vaên Bình", NameHasForeignCharacters),
        Spoilt("sex-as-number", row => row[3] = "1", SexUnreadable),
        Spoilt("citizen-number-too-short", row => row[4] = "094201", CitizenIdUnreadable),
        Spoilt("citizen-number-with-a-fraction", row => row[4] = "36100001.0", CitizenIdUnreadable),
        Spoilt("citizen-number-with-letter", row => row[4] = "0942O1234567", CitizenIdUnreadable),
        Spoilt("error-as-text-for-a-birth-date", row => row[2] = "#N/A", CellHasError),
        Spoilt("error-cell-for-a-name", row => row[1] = new RawCell("t=\"e\"", "<v>#REF!</v>"), CellHasError),
        Spoilt("formula-without-a-value", row => row[2] = new RawCell("", "<f>A1</f>"), CellHasError),
        Spoilt("many-problems-in-a-row", row => (row[1], row[2], row[3], row[4]) = (null, "31/04/1988", "?", "12"), NameMissing, DateDoesNotExist, SexUnreadable, CitizenIdUnreadable),
        SexTwice(),
        PersonTwice(),
        PersonPerhapsTwice(),
        new RealList("no-heading", WorkbookBuilder.Of([.. Invented.All.Select((person, at) => ListDraft.Plain(person, at + 1))]).ToBytes()) { Question = "NoHeaderRow" },
        new RealList(
            "child-and-parent-in-a-row",
            WorkbookBuilder.Of(["STT", "Họ và tên", "Ngày sinh", "Họ và tên", "Ngày sinh"], [1, "Võ Minh Khôi", "01/02/2001", "Cao Thị Lụa", "1975"]).ToBytes())
        {
            Question = "ColumnTwice",
        },
        new RealList(
            "no-name-at-all",
            WorkbookBuilder.Of(["STT", "Ngày sinh", "Giới tính", "Số CCCD"], [1, "01/02/2001", "Nam", "092201000001"]).ToBytes())
        {
            Question = "ColumnsMissing",
        },
    ];

    private static RealList Spoilt(string name, Action<object?[]> spoil, params RowProblemCode[] problems)
    {
        var list = new ListDraft(name)
        {
            Row = (person, number) =>
            {
                var row = ListDraft.Plain(person, number);
                if (person.Number == SpoiltPerson)
                    spoil(row);
                return row;
            },
        }.ToWorkbook();
        return list with { People = [.. list.People.Where(person => person.Row != SpoiltRow)], Rejected = [(SpoiltRow, problems)] };
    }

    private static RealList SexTwice()
    {
        var list = new ListDraft("sex-in-both-columns")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Nam", "Nữ", "Số CCCD"]],
            Row = (person, number) => [number, person.Name, person.Day, person.SexWord == "Nam" ? "x" : null, person.SexWord == "Nữ" || number == 3 ? "x" : null, person.CitizenId],
        }.ToWorkbook();
        return list with { People = [.. list.People.Where(person => person.Row != SpoiltRow)], Rejected = [(SpoiltRow, [SexAmbiguous])] };
    }

    private static RealList PersonTwice() => new ListDraft("the-same-person-twice") { Below = [ListDraft.Plain(Invented.All[1], 7)] }.ToWorkbook() with
    {
        Rejected = [(8, [SamePersonAsRow])],
    };

    private static RealList PersonPerhapsTwice() => new ListDraft("perhaps-the-same-person-twice")
    {
        Heading = [["STT", "Họ và tên", "Năm sinh", "Giới tính", "Số CCCD"]],
        Row = (person, number) => [number, person.Name, person.Born.Year, person.SexWord, person.CitizenId],
        Expected = (expected, _) => expected with { Birth = expected.Birth![..4] },
        Below = [[7, Invented.All[1].Name, Invented.All[1].Born.Year, "Nam", null]],
    }.ToWorkbook() with
    { Doubtful = [8] };
}
