namespace Membership.Testing.Lists;

/// <summary>Lists of Hội Nông dân that also say who is in other organizations.</summary>
internal static class OrganizationLists
{
    public static IEnumerable<RealList> All() =>
    [
        TickedWithOwn(),
        TickedUnderAGroup(),
        WithDays(),
        WithAnOddCell(),
        Named("organizations-in-one-cell", "Hội, đoàn thể tham gia", "HND, Hội LHPN; CCB", "CCB LHPN"),
        Named("organizations-on-several-lines", "Tham gia tổ chức khác", "Đoàn TNCS HCM\nCông đoàn", "CD DTN"),
        Named("organization-that-is-a-workplace", "Tổ chức", "Công ty TNHH Hậu Giang", null),
        Named("union-of-a-workplace", "Công đoàn", "CĐ Trường Tiểu học An Cư", null),
        Named("women-ticked", "Phụ nữ", "x", null),
    ];

    private static RealList TickedWithOwn() => new ListDraft("organizations-ticked")
    {
        Heading = [[.. ListDraft.PlainHeading, "HND", "PN", "CCB"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), number % 2 == 0 ? "x" : null, number % 3 == 0 ? "X" : null, number % 2 == 0 ? null : 1],
        Expected = (expected, person) => (person.Number - 10) switch
        {
            3 => expected with { AlsoIn = "CCB LHPN", IsInOthersOnly = true },
            6 => expected with { AlsoIn = "LHPN" },
            1 or 5 => expected with { AlsoIn = "CCB", IsInOthersOnly = true },
            _ => expected,
        },
    }.ToWorkbook();

    private static RealList TickedUnderAGroup() => new ListDraft("organizations-ticked-under-a-group")
    {
        Heading = [[.. ListDraft.PlainHeading, "Là hội viên", null, null, "Ghi chú"], [null, null, null, null, null, "Phụ nữ", "Cựu chiến binh", "CĐ", null]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), number % 2 == 0 ? "✓" : "-", null, "x", null],
        Expected = (expected, person) => expected with { AlsoIn = person.Number % 2 == 0 ? "CD LHPN" : "CD" },
    }.ToWorkbook();

    private static RealList WithAnOddCell() => new ListDraft("organizations-ticked-with-an-odd-cell")
    {
        Heading = [[.. ListDraft.PlainHeading, "Hội LHPN"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), number == 4 ? "xin ra" : "x"],
        Expected = (expected, person) => person.Number == 14 ? expected : expected with { AlsoIn = "LHPN" },
    }.ToWorkbook();

    private static RealList WithDays() => new ListDraft("organizations-with-days-of-joining")
    {
        Heading = [[.. ListDraft.PlainHeading, "Hội Nông dân", "Đoàn viên", "Đảng viên"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), "5/2008", "2019", number % 2 == 0 ? "03/02/2020" : null],
        Expected = (expected, person) => expected with { AdmittedOn = "2008-05", AlsoIn = person.Number % 2 == 0 ? "DANG 2020-02-03 DTN 2019" : "DTN 2019" },
    }.ToWorkbook();

    private static RealList Named(string name, string heading, string cell, string? alsoIn) => new ListDraft(name)
    {
        Heading = [[.. ListDraft.PlainHeading, heading]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), cell],
        Expected = (expected, _) => expected with { AlsoIn = alsoIn },
    }.ToWorkbook();
}
